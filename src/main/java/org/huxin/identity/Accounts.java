package org.huxin.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huxin.school.DirectoryRefused;
import org.huxin.school.GuardianEntry;
import org.huxin.school.Personnel;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.SchoolEntry;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts: the one source of who may sign in, for our pages and for the engine.
 */
@Service
@Transactional(readOnly = true)
public class Accounts {

	/** bcrypt reads no further. */
	private static final int LONGEST_PASSWORD_BYTES = 72;

	static final int SHORTEST_PASSWORD = 10;

	private final Credentials credentials;

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final PasswordEncoder encoder;

	private final Clock clock;

	/** Checked for names that do not exist, so that they take the same time. */
	private final String nobodysHash;

	Accounts(Credentials credentials, SchoolDirectory directory, Personnel personnel, PasswordEncoder encoder,
			Clock clock) {
		this.credentials = credentials;
		this.directory = directory;
		this.personnel = personnel;
		this.encoder = encoder;
		this.clock = clock;
		this.nobodysHash = Objects.requireNonNull(encoder.encode("nobody"));
	}

	/**
	 * The account of a name.
	 */
	public Optional<Account> find(String name) {
		return this.credentials.findById(name).flatMap((credential) -> account(credential.name()));
	}

	/**
	 * Every account, by name.
	 */
	public List<Account> all() {
		Set<String> active = this.directory.activeAccounts();
		Map<String, Account> staff = this.directory.everybody()
			.stream()
			.map((member) -> account(member, active.contains(member.account())))
			.collect(Collectors.toMap(Account::name, Function.identity()));
		return this.credentials.findAll()
			.stream()
			.map(Credential::name)
			.sorted()
			.flatMap((name) -> staff.containsKey(name) ? Stream.of(staff.get(name)) : account(name).stream())
			.toList();
	}

	/**
	 * Whether this is the password of an enabled account. Takes the same time for every
	 * name.
	 */
	public boolean checkPassword(String name, String password) {
		Optional<Credential> credential = this.credentials.findById(name);
		boolean matches = this.encoder.matches(password, credential.map(Credential::hash).orElse(this.nobodysHash));
		return matches && credential.isPresent() && find(name).filter(Account::enabled).isPresent();
	}

	/**
	 * The codes of the schools whose tasks an account may get: its own; every school for
	 * the district office and for auditors and experts without a school; none for an
	 * administrator without a school.
	 */
	public Set<String> schoolsOf(String name) {
		return find(name).map(this::schoolsOf).orElse(Set.of());
	}

	/**
	 * The same of an account that has just been found.
	 */
	public Set<String> schoolsOf(Account account) {
		Optional<String> school = account.school();
		if (school.isPresent()) {
			return Set.of(school.get());
		}
		Set<Role> roles = account.roles();
		if (roles.contains(Role.DISTRICT) || roles.contains(Role.AUDITOR) || roles.contains(Role.EXPERT)) {
			return this.directory.schools().stream().map(SchoolEntry::code).collect(Collectors.toUnmodifiableSet());
		}
		return Set.of();
	}

	/**
	 * The person changes his own password.
	 * @throws PasswordRefused if the current one is wrong or the new one too weak
	 */
	@Transactional
	public void changePassword(String name, String current, String fresh) {
		if (!checkPassword(name, current)) {
			throw PasswordRefused.wrongCurrent();
		}
		setPassword(name, fresh);
	}

	/**
	 * Gives an account a password, and makes the account when the directory knows its
	 * name and it had none.
	 * @throws PasswordRefused if the password is too weak
	 */
	@Transactional
	public void setPassword(String name, String fresh) {
		refuseWeak(name, fresh);
		keep(name, encode(fresh));
	}

	/**
	 * Somebody begins to work and gets an account, or neither.
	 * @param school the school's code, {@code null} for the district office
	 * @throws DirectoryRefused if the directory does not take the person
	 * @throws PasswordRefused if the password is too weak
	 */
	@Transactional
	public UUID open(@Nullable String school, String name, String displayName, String phone, Set<Role> roles,
			String password) {
		UUID id = this.personnel.employ(school, name, displayName, phone, roles);
		setPassword(name, password);
		return id;
	}

	/**
	 * The account that is signed in.
	 * @throws AuthenticationCredentialsNotFoundException if nobody is
	 */
	public Account currentAccount() {
		return current().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
	}

	/**
	 * The account that is signed in, empty if nobody is.
	 */
	public Optional<Account> current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !authentication.isAuthenticated()
				|| authentication instanceof AnonymousAuthenticationToken) {
			return Optional.empty();
		}
		return find(authentication.getName());
	}

	@Transactional
	void keep(String name, String hash) {
		if (account(name).isEmpty()) {
			throw new NoSuchElementException("The directory knows nobody of the account name " + name);
		}
		this.credentials.findById(name)
			.ifPresentOrElse((credential) -> credential.change(hash, this.clock.instant()),
					() -> this.credentials.save(new Credential(name, hash, this.clock.instant())));
	}

	String encode(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	private Optional<Account> account(String name) {
		Optional<SchoolDirectory.Employment> staff = this.directory.employment(name);
		if (staff.isPresent()) {
			return Optional.of(account(staff.get().person(), staff.get().active()));
		}
		return this.directory.guardianByAccount(name)
			.map((guardian) -> new Account(name, Set.of(Role.GUARDIAN), schoolOf(guardian), guardian.name(), true));
	}

	private static Account account(StaffEntry member, boolean active) {
		return new Account(member.account(), member.roles(), Optional.ofNullable(member.school()), member.name(),
				active);
	}

	private Optional<String> schoolOf(GuardianEntry guardian) {
		return this.directory.student(guardian.student()).map((student) -> student.school());
	}

	private static void refuseWeak(String name, String password) {
		if (password.length() < SHORTEST_PASSWORD) {
			throw PasswordRefused.tooShort();
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
			throw PasswordRefused.tooLong();
		}
		if (password.contains(name) || password.chars().distinct().count() < 5) {
			throw PasswordRefused.tooEasy();
		}
	}

}
