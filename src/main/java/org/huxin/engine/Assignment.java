package org.huxin.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.NewEntry;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns the roles that a model names into the persons of the case: the student's own head
 * teacher, the responsible counsellor (A08), the school's leaders (A01, A04), with
 * today's substitutes and without anybody on the 回避名单. Where the model names guardians
 * too, those with an account whom it is safe to tell are offered it besides the staff. A
 * task never stands without an owner who is there: who is missing is replaced by the duty
 * officer, then the leaders, then the district.
 */
@Component
class Assignment {

	/** Who takes over when a role has nobody, in this order. */
	private static final List<Role> LADDER = List.of(Role.DUTY, Role.LEADER, Role.DISTRICT);

	/**
	 * The same where a certificate is asked (A23): the district's first, who else answers
	 * only sees to it that somebody comes.
	 */
	private static final List<Role> QUALIFIED_LADDER = List.of(Role.DISTRICT, Role.LEADER, Role.DUTY);

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final LadderCalls calls;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Assignment(SchoolDirectory directory, CaseFiles caseFiles, LadderCalls calls, ApplicationEventPublisher events,
			Clock clock) {
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.calls = calls;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Offers a new task to its persons; one person alone gets it at once, unless somebody
	 * has to confirm it by taking it.
	 */
	void offer(DelegateTask task, Offer offer) {
		CaseRef ref = Cases.of(task.getExecution());
		CaseSummary caseFile = this.caseFiles.get(ref);
		List<StaffEntry> persons = persons(caseFile, offer, excluded(ref, offer));
		persons.forEach((person) -> task.addCandidateUser(person.account()));
		List<String> guardians = guardians(caseFile, offer);
		guardians.forEach(task::addCandidateUser);
		if (persons.size() == 1 && guardians.isEmpty() && offer.ladderEvery().isEmpty()) {
			task.setAssignee(persons.get(0).account());
		}
		observers(caseFile).forEach((leader) -> task.addUserIdentityLink(leader, Gatekeeper.OBSERVER));
		offer.ladderEvery().ifPresent((every) -> this.calls.begin(task.getId(), ref, every));
		List<String> told = Stream.concat(persons.stream().map(StaffEntry::account), guardians.stream()).toList();
		this.events.publishEvent(new StepWaits(StepWaits.Kind.NEW_STEP, ref, task.getId(), told,
				offer.wakes(task.getVariable(Offer.URGENCY), task.getCreateTime(), task.getDueDate())));
		if (offer.qualified() && persons.stream().noneMatch(this::isQualified)) {
			this.caseFiles.write(ref, NewEntry.system("nobodyQualified", task.getTaskDefinitionKey(), task.getId(),
					Map.of("task", task.getName(), "offeredTo", persons.stream().map(StaffEntry::account).toList())));
		}
	}

	/**
	 * Whom a task would be offered to if it were new.
	 */
	List<String> rightful(CaseRef ref, Offer offer) {
		return persons(this.caseFiles.get(ref), offer, excluded(ref, offer)).stream().map(StaffEntry::account).toList();
	}

	/**
	 * Whether a late task may stay with somebody to whom it would not be offered if it
	 * were new: he is in one of its roles, or in those that it escalates to.
	 */
	boolean mayKeepLate(CaseRef ref, Offer offer, String account) {
		Set<String> excluded = excluded(ref, offer);
		return this.directory.staffByAccount(account)
			.filter((person) -> Stream.of(offer.roles(), offer.escalateTo(), LADDER)
				.flatMap(Collection::stream)
				.anyMatch(person.roles()::contains))
			.filter((person) -> !excluded.contains(account) && !this.caseFiles.avoids(ref, person.id()))
			.isPresent();
	}

	/**
	 * The leaders who see that a task of the case exists.
	 */
	List<String> observers(CaseSummary caseFile) {
		return allowed(caseFile, this.directory.withRole(caseFile.ref().school(), Role.LEADER), Set.of()).stream()
			.map(StaffEntry::account)
			.toList();
	}

	/**
	 * Those of some accounts who are staff; the rest are guardians.
	 */
	Set<String> staffAmong(Collection<String> accounts) {
		return accounts.stream()
			.filter((account) -> this.directory.staffByAccount(account).isPresent())
			.collect(Collectors.toSet());
	}

	/**
	 * Whether somebody works here and is there today. A guardian is neither gone nor
	 * absent.
	 */
	boolean isHere(String account) {
		return this.directory.staffByAccount(account)
			.map((person) -> this.directory.isActive(account) && !isAbsent(person))
			.orElse(true);
	}

	// a guardian whom it is not known to be safe to tell is offered nothing (rule of
	// practice 1)
	private List<String> guardians(CaseSummary caseFile, Offer offer) {
		return offer.roles().contains(Role.GUARDIAN) ? this.directory.guardianAccounts(caseFile.student()) : List.of();
	}

	/**
	 * Who has come into the roles of a late task since it was offered: a new colleague, a
	 * substitute.
	 * @return the accounts to add
	 */
	List<String> newcomers(CaseRef ref, Offer offer, Set<String> already) {
		return others(this.caseFiles.get(ref), offer, excluded(ref, offer), already);
	}

	/**
	 * Who gets a late task besides those who have it: everybody else in its roles and
	 * their substitutes; where that is nobody who is there today, the roles that the
	 * model escalates to, in their order. A form with a counsellor's notes goes to nobody
	 * else by itself.
	 * @return the accounts to add
	 */
	List<String> widen(CaseRef ref, Offer offer, Set<String> already) {
		return nextLevel(ref, offer, offer.escalateTo(), already);
	}

	/**
	 * Who gets a task that is late still: the next of the model's levels, and above the
	 * last of them whoever takes over anywhere, up to the district. What the model keeps
	 * with its own roles, because its form holds a counsellor's notes, stays there.
	 * @return the accounts to add
	 */
	List<String> climb(CaseRef ref, Offer offer, Set<String> already) {
		return nextLevel(ref, offer, levels(offer), already);
	}

	private static List<Role> levels(Offer offer) {
		if (offer.escalateTo().isEmpty() || offer.qualified()) {
			return offer.escalateTo();
		}
		int highest = Stream.concat(offer.roles().stream(), offer.escalateTo().stream())
			.mapToInt(LADDER::indexOf)
			.max()
			.orElse(-1);
		return Stream.concat(offer.escalateTo().stream(), LADDER.stream().skip(highest + 1L)).toList();
	}

	private List<String> nextLevel(CaseRef ref, Offer offer, List<Role> levels, Set<String> already) {
		CaseSummary caseFile = this.caseFiles.get(ref);
		Set<String> excluded = excluded(ref, offer);
		Set<String> added = new LinkedHashSet<>(others(caseFile, offer, excluded, already));
		for (Role next : levels) {
			if (added.stream().noneMatch(this::isHere)) {
				added.addAll(accounts(qualifiedFirst(offer, others(caseFile, Set.of(next), excluded)), already));
			}
		}
		return List.copyOf(added);
	}

	private List<String> others(CaseSummary caseFile, Offer offer, Set<String> excluded, Set<String> already) {
		return accounts(fitting(offer, others(caseFile, offer.roles(), excluded)), already);
	}

	private List<StaffEntry> others(CaseSummary caseFile, Set<Role> roles, Set<String> excluded) {
		List<StaffEntry> colleagues = withSubstitutes(roles.stream()
			.flatMap((role) -> this.directory.withRole(caseFile.ref().school(), role).stream())
			.toList());
		return allowed(caseFile, colleagues, excluded);
	}

	private static List<String> accounts(List<StaffEntry> persons, Set<String> already) {
		return persons.stream()
			.map(StaffEntry::account)
			.distinct()
			.filter((account) -> !already.contains(account))
			.toList();
	}

	private List<StaffEntry> persons(CaseSummary caseFile, Offer offer, Set<String> excluded) {
		List<StaffEntry> found = new ArrayList<>();
		offer.roles()
			.forEach((role) -> found.addAll(fitting(offer, allowed(caseFile, inRole(caseFile, role), excluded))));
		boolean missing = nobodyHere(found);
		if (missing) {
			offer.roles().forEach((role) -> found.addAll(fitting(offer, others(caseFile, Set.of(role), excluded))));
			missing = nobodyHere(found);
		}
		for (Role next : ladder(offer)) {
			if (missing) {
				found.addAll(qualifiedFirst(offer,
						allowed(caseFile, this.directory.withRole(caseFile.ref().school(), next), excluded)));
				missing = nobodyHere(found);
			}
		}
		if (found.isEmpty() && offer.isForSecondPerson()) {
			// all of them have taken part already: whoever the model calls next, or a
			// counsellor (rule of practice 10); nobody else may read the form
			Stream.concat(offer.escalateTo().stream(), Stream.of(Role.COUNSELOR))
				.forEach((role) -> found
					.addAll(allowed(caseFile, this.directory.withRole(caseFile.ref().school(), role), excluded)));
		}
		return distinct(found);
	}

	// where a leader himself is concerned the district takes his part (rule of practice
	// 2)
	private static List<Role> ladder(Offer offer) {
		if (offer.qualified()) {
			return QUALIFIED_LADDER;
		}
		return offer.roles().contains(Role.LEADER) ? List.of(Role.DISTRICT, Role.DUTY) : LADDER;
	}

	/** Who is away with nobody to stand in for him keeps nothing waiting. */
	private boolean nobodyHere(List<StaffEntry> persons) {
		return persons.stream().allMatch(this::isAbsent);
	}

	private boolean isAbsent(StaffEntry person) {
		return this.directory.isAbsent(person.id(), today());
	}

	private boolean isQualified(StaffEntry person) {
		return this.directory.qualified(person.id(), today());
	}

	private List<StaffEntry> fitting(Offer offer, List<StaffEntry> persons) {
		return offer.qualified() ? persons.stream().filter(this::isQualified).toList() : persons;
	}

	private List<StaffEntry> qualifiedFirst(Offer offer, List<StaffEntry> persons) {
		List<StaffEntry> fitting = fitting(offer, persons);
		return fitting.isEmpty() ? persons : fitting;
	}

	private List<StaffEntry> inRole(CaseSummary caseFile, Role role) {
		if (role == Role.COUNSELOR && caseFile.counsellor().isPresent()) {
			return withSubstitutes(this.directory.staffByAccount(caseFile.counsellor().get())
				.filter((staff) -> this.directory.isActive(staff.account()))
				.stream()
				.toList());
		}
		List<StaffEntry> responsible = this.directory.responsibleFor(caseFile.student(), role);
		return withSubstitutes(
				responsible.isEmpty() ? this.directory.withRole(caseFile.ref().school(), role) : responsible);
	}

	private List<StaffEntry> withSubstitutes(List<StaffEntry> persons) {
		List<StaffEntry> all = new ArrayList<>(persons);
		persons.forEach((person) -> all.addAll(this.directory.substitutesOf(person.id(), today())));
		return all;
	}

	private List<StaffEntry> allowed(CaseSummary caseFile, List<StaffEntry> persons, Set<String> excluded) {
		if (persons.isEmpty()) {
			return persons;
		}
		Predicate<UUID> avoided = this.caseFiles.avoidance(caseFile.ref());
		return persons.stream()
			.filter((person) -> !excluded.contains(person.account()) && !avoided.test(person.id()))
			.toList();
	}

	private Set<String> excluded(CaseRef ref, Offer offer) {
		return offer.isForSecondPerson() ? offer.excluded(this.caseFiles.entries(ref)) : Set.of();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static List<StaffEntry> distinct(List<StaffEntry> persons) {
		Map<String, StaffEntry> byAccount = new LinkedHashMap<>();
		persons.forEach((person) -> byAccount.putIfAbsent(person.account(), person));
		return List.copyOf(byAccount.values());
	}

}
