package org.huxin.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.stereotype.Component;

/**
 * Turns the roles that a model names into the persons of the case: the student's own head
 * teacher, the responsible counsellor, the school's leaders, with today's substitutes and
 * without anybody on the 回避名单. Where the model names guardians too, those with an account
 * whom it is safe to tell are offered it besides the staff. A task never stands without
 * an owner: who is missing is replaced by the duty officer, then the leaders, then the
 * district.
 */
@Component
class Assignment {

	/** Who takes over when a role has nobody, in this order. */
	private static final List<Role> LADDER = List.of(Role.DUTY, Role.LEADER, Role.DISTRICT);

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final Clock clock;

	Assignment(SchoolDirectory directory, CaseFiles caseFiles, Clock clock) {
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.clock = clock;
	}

	/**
	 * Offers a new task to its persons; one person alone gets it at once.
	 */
	void offer(DelegateTask task, Offer offer) {
		CaseRef ref = Cases.of(task.getExecution());
		CaseSummary caseFile = this.caseFiles.get(ref);
		Set<String> excluded = excluded(ref, offer);
		List<StaffEntry> persons = persons(caseFile, offer.roles(), excluded);
		persons.forEach((person) -> task.addCandidateUser(person.account()));
		List<String> guardians = guardians(caseFile, offer);
		guardians.forEach(task::addCandidateUser);
		if (persons.size() == 1 && guardians.isEmpty() && offer.ladderEvery().isEmpty()) {
			task.setAssignee(persons.get(0).account());
		}
		allowed(caseFile, this.directory.withRole(ref.school(), Role.LEADER), Set.of())
			.forEach((leader) -> task.addUserIdentityLink(leader.account(), Gatekeeper.OBSERVER));
	}

	// a guardian whom it is not known to be safe to tell is offered nothing (rule of
	// practice 1)
	private List<String> guardians(CaseSummary caseFile, Offer offer) {
		return offer.roles().contains(Role.GUARDIAN) ? this.directory.guardianAccounts(caseFile.student()) : List.of();
	}

	/**
	 * Who a task is offered to as things stand now: as for a new one.
	 * @return their accounts
	 */
	List<String> owners(CaseRef ref, Offer offer) {
		return persons(this.caseFiles.get(ref), offer.roles(), excluded(ref, offer)).stream()
			.map(StaffEntry::account)
			.toList();
	}

	/**
	 * Who has come into the roles of a late task since it was offered: a new colleague, a
	 * substitute.
	 * @return the accounts to add
	 */
	List<String> newcomers(CaseRef ref, Offer offer, Set<String> already) {
		Set<String> excluded = excluded(ref, offer);
		return others(this.caseFiles.get(ref), offer.roles(), excluded, already);
	}

	/**
	 * Who gets a late task besides those who have it: everybody else in its roles and
	 * their substitutes; where that is nobody, the roles that the model escalates to, in
	 * their order. A form with a counsellor's notes goes to nobody else by itself.
	 * @return the accounts to add
	 */
	List<String> widen(CaseRef ref, Offer offer, Set<String> already) {
		CaseSummary caseFile = this.caseFiles.get(ref);
		Set<String> excluded = excluded(ref, offer);
		List<String> added = others(caseFile, offer.roles(), excluded, already);
		for (Role next : offer.escalateTo()) {
			if (added.isEmpty()) {
				added = others(caseFile, Set.of(next), excluded, already);
			}
		}
		return added;
	}

	private List<String> others(CaseSummary caseFile, Set<Role> roles, Set<String> excluded, Set<String> already) {
		List<StaffEntry> colleagues = withSubstitutes(roles.stream()
			.flatMap((role) -> this.directory.withRole(caseFile.ref().school(), role).stream())
			.toList());
		return allowed(caseFile, colleagues, excluded).stream()
			.map(StaffEntry::account)
			.distinct()
			.filter((account) -> !already.contains(account))
			.toList();
	}

	private List<StaffEntry> persons(CaseSummary caseFile, Set<Role> roles, Set<String> excluded) {
		List<StaffEntry> found = new ArrayList<>();
		roles.forEach((role) -> found.addAll(allowed(caseFile, inRole(caseFile, role), excluded)));
		if (found.isEmpty()) {
			roles.forEach((role) -> found
				.addAll(allowed(caseFile, this.directory.withRole(caseFile.ref().school(), role), excluded)));
		}
		for (Role next : ladder(roles)) {
			if (found.isEmpty()) {
				found.addAll(allowed(caseFile, this.directory.withRole(caseFile.ref().school(), next), excluded));
			}
		}
		return distinct(found);
	}

	// where a leader himself is concerned the district takes his part (rule of practice
	// 2)
	private static List<Role> ladder(Set<Role> roles) {
		return roles.contains(Role.LEADER) ? List.of(Role.DISTRICT, Role.DUTY) : LADDER;
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
		LocalDate today = LocalDate.now(this.clock);
		List<StaffEntry> all = new ArrayList<>(persons);
		persons.forEach((person) -> all.addAll(this.directory.substitutesOf(person.id(), today)));
		return all;
	}

	private List<StaffEntry> allowed(CaseSummary caseFile, List<StaffEntry> persons, Set<String> excluded) {
		return persons.stream()
			.filter((person) -> !excluded.contains(person.account()))
			.filter((person) -> !this.caseFiles.avoids(caseFile.ref(), person.id()))
			.toList();
	}

	private Set<String> excluded(CaseRef ref, Offer offer) {
		return offer.isForSecondPerson() ? offer.excluded(this.caseFiles.entries(ref)) : Set.of();
	}

	private static List<StaffEntry> distinct(List<StaffEntry> persons) {
		Map<String, StaffEntry> byAccount = new LinkedHashMap<>();
		persons.forEach((person) -> byAccount.putIfAbsent(person.account(), person));
		return List.copyOf(byAccount.values());
	}

}
