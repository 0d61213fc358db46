package org.huxin.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.SchoolEntry;
import org.jspecify.annotations.Nullable;

/**
 * The school directory as the engine's identity provider: users are our accounts, groups
 * our roles, tenants our schools. Read-only: nobody becomes an administrator through the
 * engine.
 */
class DirectoryIdentityProvider implements ReadOnlyIdentityProvider {

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final Supplier<@Nullable Authentication> signedIn;

	DirectoryIdentityProvider(Accounts accounts, SchoolDirectory directory,
			Supplier<@Nullable Authentication> signedIn) {
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.directory = directory;
	}

	@Override
	public @Nullable User findUserById(String userId) {
		return this.accounts.find(userId).filter(this::mayKnow).map(DirectoryIdentityProvider::user).orElse(null);
	}

	@Override
	public UserQuery createUserQuery() {
		return new Users();
	}

	@Override
	public UserQuery createUserQuery(CommandContext commandContext) {
		return new Users();
	}

	@Override
	public NativeUserQuery createNativeUserQuery() {
		throw new BadUserRequestException("Native queries over users are not supported");
	}

	@Override
	public boolean checkPassword(String userId, String password) {
		return this.accounts.checkPassword(userId, password);
	}

	@Override
	public @Nullable Group findGroupById(String groupId) {
		return Role.of(groupId).map(DirectoryIdentityProvider::group).orElse(null);
	}

	@Override
	public GroupQuery createGroupQuery() {
		return new Groups();
	}

	@Override
	public GroupQuery createGroupQuery(CommandContext commandContext) {
		return new Groups();
	}

	@Override
	public @Nullable Tenant findTenantById(String tenantId) {
		return this.directory.schools()
			.stream()
			.filter((school) -> school.code().equals(tenantId))
			.map(DirectoryIdentityProvider::tenant)
			.findFirst()
			.orElse(null);
	}

	@Override
	public TenantQuery createTenantQuery() {
		return new Schools();
	}

	@Override
	public TenantQuery createTenantQuery(CommandContext commandContext) {
		return new Schools();
	}

	@Override
	public void flush() {
		// nothing is written
	}

	@Override
	public void close() {
		// nothing is held
	}

	// staff know the staff of their schools; who is whose guardian, and who works
	// elsewhere, nobody asks the engine
	private boolean mayKnow(Account account) {
		CommandContext context = Context.getCommandContext();
		Authentication person = this.signedIn.get();
		boolean ofEngine = context != null && !context.isAuthorizationCheckEnabled();
		if (ofEngine || person == null || account.name().equals(person.getUserId())) {
			return true;
		}
		boolean colleague = this.accounts.find(person.getUserId())
			.filter((viewer) -> isStaff(viewer) && isStaff(account))
			.isPresent();
		Set<String> schools = this.accounts.schoolsOf(person.getUserId());
		return colleague && account.school().map(schools::contains).orElse(true);
	}

	private static boolean isStaff(Account account) {
		return account.roles().stream().anyMatch(Role::isStaff);
	}

	private static User user(Account account) {
		UserEntity user = new UserEntity(account.name());
		user.setFirstName(account.displayName());
		user.setLastName("");
		return user;
	}

	private static Group group(Role role) {
		GroupEntity group = new GroupEntity(role.id());
		group.setName(role.id());
		group.setType("HUXIN");
		return group;
	}

	private static Tenant tenant(SchoolEntry school) {
		TenantEntity tenant = new TenantEntity(school.code());
		tenant.setName(school.name());
		return tenant;
	}

	private static <T> List<T> page(Stream<T> all, @Nullable Page page) {
		return (page != null) ? all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList() : all.toList();
	}

	private static <T> Predicate<T> any() {
		return (value) -> true;
	}

	private static <T> Predicate<T> matching(@Nullable Object criterion, Predicate<T> test) {
		return (criterion != null) ? test : any();
	}

	/** Gives each command its own. */
	record Factory(Accounts accounts, SchoolDirectory directory,
			Supplier<@Nullable Authentication> signedIn) implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return ReadOnlyIdentityProvider.class;
		}

		@Override
		public Session openSession() {
			return new DirectoryIdentityProvider(this.accounts, this.directory, this.signedIn);
		}

	}

	private final class Users extends UserQueryImpl {

		private static final long serialVersionUID = 1L;

		@Override
		public long executeCount(CommandContext commandContext) {
			return found().count();
		}

		@Override
		public List<User> executeList(CommandContext commandContext, @Nullable Page page) {
			return page(found().map(DirectoryIdentityProvider::user), page);
		}

		private Stream<Account> found() {
			Stream<Account> candidates = (getId() != null)
					? DirectoryIdentityProvider.this.accounts.find(getId()).stream()
					: DirectoryIdentityProvider.this.accounts.all().stream();
			return candidates.filter(Account::enabled)
				.filter(DirectoryIdentityProvider.this::mayKnow)
				.filter(matching(getIds(), (account) -> Arrays.asList(getIds()).contains(account.name())))
				.filter(matching(getGroupId(),
						(account) -> account.roles().stream().anyMatch((role) -> role.id().equals(getGroupId()))))
				.filter(matching(getTenantId(),
						(account) -> DirectoryIdentityProvider.this.accounts.schoolsOf(account.name())
							.contains(getTenantId())));
		}

	}

	private final class Groups extends GroupQueryImpl {

		private static final long serialVersionUID = 1L;

		@Override
		public long executeCount(CommandContext commandContext) {
			return found().count();
		}

		@Override
		public List<Group> executeList(CommandContext commandContext, @Nullable Page page) {
			return page(found().map(DirectoryIdentityProvider::group), page);
		}

		private Stream<Role> found() {
			Stream<Role> candidates = (getUserId() != null) ? Optional.of(getUserId())
				.flatMap(DirectoryIdentityProvider.this.accounts::find)
				.filter(DirectoryIdentityProvider.this::mayKnow)
				.stream()
				.flatMap((account) -> account.roles().stream()) : Arrays.stream(Role.values());
			return candidates.filter(matching(getId(), (role) -> role.id().equals(getId())))
				.filter(matching(getIds(), (role) -> Arrays.asList(getIds()).contains(role.id())));
		}

	}

	private final class Schools extends TenantQueryImpl {

		private static final long serialVersionUID = 1L;

		@Override
		public long executeCount(CommandContext commandContext) {
			return found().count();
		}

		@Override
		public List<Tenant> executeList(CommandContext commandContext, @Nullable Page page) {
			return page(found().map(DirectoryIdentityProvider::tenant), page);
		}

		private Stream<SchoolEntry> found() {
			return DirectoryIdentityProvider.this.directory.schools()
				.stream()
				.filter(matching(getId(), (school) -> school.code().equals(getId())))
				.filter(matching(this.userId, (school) -> DirectoryIdentityProvider.this.accounts.schoolsOf(this.userId)
					.contains(school.code())));
		}

	}

}
