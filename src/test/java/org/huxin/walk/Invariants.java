package org.huxin.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.WorkItem;
import org.huxin.identity.Account;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SafeToInform;
import org.huxin.school.Role;
import org.huxin.walk.SchoolState.CaseRow;
import org.huxin.walk.SchoolState.JobRow;
import org.huxin.walk.SchoolState.TaskRow;

/**
 * The eleven invariants of the process catalogue, each a method that bears its words,
 * checked from the engine's tables, the case files and what was shown. A finding begins
 * with the number of its invariant.
 */
final class Invariants {

	/** Steps that wait for a guardian's answer, or for a call to one. */
	private static final Set<String> GUARDIAN_STEPS = Set.of("userTask_callGuardian", "userTask_answerSafety",
			"userTask_nameOtherAdult");

	/** Models of which nothing may be left after a death. */
	private static final Set<String> NOT_AFTER_DEATH = Set.of("SchoolCounselling", "MonthlyFollowUp",
			"HospitalReferral", "StudySuspension", "StudyResumption", "RiskAssessment");

	private static final String ANY_TEXT = "%" + FormFiller.MARK + "%";

	private static final Set<String> GUARDIAN_LISTS = Set.of("guardians", "guardiansToCall");

	/** The longest that a follow-up may be away, whatever the profile. */
	private static final Duration LONGEST_PERIOD = Duration.ofDays(95);

	private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

	private final Walk walk;

	Invariants(Walk walk) {
		this.walk = walk;
	}

	/** All that can be checked after any step. */
	List<String> afterStep() {
		List<String> found = new ArrayList<>();
		anOpenCaseHasATaskWithAnOwnerAndADueDateOrATimer(found);
		theLeadersReportIsInTimeOrTheRegisterHoldsTheMiss(found);
		noOneReturnsWithoutACertificateThatPassedAndTwoApprovers(found);
		aLevelNeverFallsByOnePersonAloneNorBelowAPositiveItem(found);
		afterResumptionFollowUpsExistWithoutAGap(found);
		closingNeverHappensByTimeAlone(found);
		acuteNeverWaitsForAGuardian(found);
		noContentInTheEngine(found);
		aFinishedCaseLeavesNothingRunning(found);
		nothingReachesABlockedGuardian(found);
		nobodyOnTheAvoidanceListSeesListsReceivesOrDecides(found);
		afterADeathNothingAutomaticReachesTheFamily(found);
		return found;
	}

	private SchoolState state() {
		return this.walk.state();
	}

	private List<CaseMemory> open() {
		return state().openCases().stream().map((number) -> this.walk.memories().get(number)).toList();
	}

	// 1

	private void anOpenCaseHasATaskWithAnOwnerAndADueDateOrATimer(List<String> found) {
		Set<String> active = null;
		for (String number : state().openCases()) {
			List<TaskRow> tasks = state().tasksOf(number);
			List<JobRow> timers = state().jobsOf(number).stream().filter(JobRow::isTimer).toList();
			if (tasks.isEmpty() && timers.isEmpty()) {
				found.add("1: the open case " + number + " has neither task nor timer");
			}
			for (TaskRow task : tasks) {
				if (task.due() == null) {
					found.add("1: " + task.element() + " of " + number + " has no due date");
				}
				if (active == null) {
					active = activeAccounts();
				}
				Set<String> here = active;
				boolean owned = task.owners()
					.stream()
					.anyMatch((owner) -> here.contains(owner) || owner.startsWith(this.walk.school() + ".g"));
				if (!owned) {
					found.add("1: " + task.element() + " of " + number + " has no owner who works here: "
							+ task.owners());
				}
			}
		}
		state().jobs()
			.stream()
			.filter((job) -> job.retries() == 0)
			.forEach((job) -> found.add("1: a step of " + job.caseNo() + " has failed: " + job.about()));
		if (state().incidents() > 0) {
			found.add("1: there are " + state().incidents() + " incidents");
		}
		state().tasks()
			.stream()
			.filter((task) -> task.caseNo() == null || !state().cases().containsKey(task.caseNo()))
			.forEach((task) -> found.add("1: " + task.element() + " belongs to no case"));
	}

	private Set<String> activeAccounts() {
		return Set.copyOf(this.walk.world().jdbc().queryForList("""
				select account from huxin.staff where active and (school_id is null
				or school_id = (select id from huxin.school where code = ?))""", String.class, this.walk.school()));
	}

	// 2

	private void theLeadersReportIsInTimeOrTheRegisterHoldsTheMiss(List<String> found) {
		Instant now = this.walk.now();
		for (TaskRow task : state().tasks()) {
			if (task.element().equals(CrisisCaseProcess.CONFIRM_LEADER_REPORT) && task.due() != null
					&& task.due().isBefore(now.minusSeconds(60)) && this.walk.looked()
					&& !state().missed().contains(task.id())) {
				found.add("2: the leaders' report of " + task.caseNo() + " is late and not in the register");
			}
		}
		for (TaskRow task : this.walk.before().tasks()) {
			if (task.element().equals(CrisisCaseProcess.CONFIRM_LEADER_REPORT) && task.due() != null) {
				CaseMemory memory = this.walk.memories().get(task.caseNo());
				boolean late = memory.entries()
					.stream()
					.filter((entry) -> entry.taskId().filter(task.id()::equals).isPresent()
							&& entry.form().filter("confirm-leader-report"::equals).isPresent())
					.anyMatch((entry) -> entry.recordedAt().isAfter(task.due().plusSeconds(5)));
				if (late && !state().missed().contains(task.id())) {
					found.add("2: the leaders' report of " + task.caseNo() + " was late and is not in the register");
				}
			}
		}
		for (CaseMemory memory : open()) {
			if (state().runs(memory.number(), CrisisCaseProcess.KEY) && asksForAReport(memory, now)
					&& memory.events("leaderReportSent").isEmpty()) {
				found.add("2: the leaders know nothing of " + memory.number());
			}
		}
	}

	/** Rule of practice 7: urgency, level, or unassessed for too long. */
	private boolean asksForAReport(CaseMemory memory, Instant now) {
		Optional<RecordedEntry> report = memory.of("report-concern").stream().findFirst();
		if (report.isEmpty()) {
			return false;
		}
		boolean urgent = isUrgent(report.get()) || memory.of("verify-concern")
			.stream()
			.anyMatch((entry) -> CaseMemory.text(entry, "outcome").equals("CONFIRMED") && isUrgent(entry));
		boolean assessed = !memory.of("assess-risk").isEmpty();
		boolean assessing = state().runs(memory.number(), "RiskAssessment");
		boolean high = assessed && !assessing
				&& memory.level().filter((level) -> CaseMemory.rank(level) >= 2).isPresent();
		Instant discovered = java.time.LocalDateTime.parse(CaseMemory.text(report.get(), "discoveredAt"))
			.atZone(java.time.ZoneId.of("Asia/Shanghai"))
			.toInstant();
		boolean unassessed = !assessed && now.isAfter(discovered.plus(Duration.ofHours(20)).plusSeconds(60))
				&& memory.of("verify-concern").isEmpty();
		return urgent || high || unassessed;
	}

	private static boolean isUrgent(RecordedEntry entry) {
		return !CaseMemory.text(entry, "urgency").equals("WEEK");
	}

	// 3

	private void noOneReturnsWithoutACertificateThatPassedAndTwoApprovers(List<String> found) {
		for (CaseMemory memory : fresh()) {
			List<RecordedEntry> returns = memory.of("confirm-first-day")
				.stream()
				.filter((entry) -> CaseMemory.text(entry, "cameBack").equals("YES"))
				.toList();
			if (returns.isEmpty()) {
				continue;
			}
			RecordedEntry back = returns.get(returns.size() - 1);
			Optional<RecordedEntry> applied = memory.of("apply-resumption")
				.stream()
				.filter((entry) -> entry.number() < back.number())
				.reduce((first, second) -> second);
			int since = applied.map(RecordedEntry::number).orElse(0);
			boolean passed = memory.of("verify-certificate")
				.stream()
				.anyMatch((entry) -> entry.number() > since && entry.number() < back.number()
						&& CaseMemory.text(entry, "verdict").equals("PASS")
						&& CaseMemory.text(entry, "verification").equals("CONFIRMED"));
			if (!passed) {
				found.add("3: " + memory.number() + " returned without a certificate that passed");
			}
			Set<String> approvers = new TreeSet<>();
			for (RecordedEntry entry : memory.of("approve-resumption")) {
				if (entry.number() > since && entry.number() < back.number()) {
					if (CaseMemory.text(entry, "resumptionApproval").equals("AGREE")) {
						approvers.add(entry.author());
					}
				}
			}
			applied.map(RecordedEntry::author).ifPresent(approvers::remove);
			if (approvers.size() < 2) {
				found.add("3: " + memory.number() + " returned with the approval of " + approvers + " alone");
			}
		}
	}

	/** The cases in which something was written by this step. */
	private List<CaseMemory> fresh() {
		return this.walk.memories().values().stream().filter((memory) -> {
			CaseRow now = state().cases().get(memory.number());
			CaseRow earlier = this.walk.before().cases().get(memory.number());
			return now != null && (earlier == null || earlier.entries() != now.entries());
		}).toList();
	}

	// 4

	private void aLevelNeverFallsByOnePersonAloneNorBelowAPositiveItem(List<String> found) {
		for (CaseMemory memory : fresh()) {
			Optional<RecordedEntry> assessed = memory.last("assess-risk");
			Optional<RecordedEntry> confirmed = memory.lastWith("confirm-level", "confirmation", "AGREE");
			if (memory.level().isPresent() && memory.levelBefore().isPresent()
					&& CaseMemory.rank(memory.level().get()) < CaseMemory.rank(memory.levelBefore().get())) {
				boolean second = assessed.isPresent() && confirmed.isPresent()
						&& confirmed.get().number() > assessed.get().number()
						&& !confirmed.get().author().equals(assessed.get().author());
				if (!second && !isUnmarkedByTwo(memory, assessed)) {
					found.add("4: the level of " + memory.number() + " fell by one person alone");
				}
			}
			for (RecordedEntry entry : memory.of("assess-risk")) {
				boolean below = CaseMemory.rank(CaseMemory.text(entry, "level")) < CaseMemory
					.rank(CaseMemory.text(entry, "suggestedLevel"));
				if (below && CaseMemory.text(entry, "positiveItem").equals("true")) {
					found.add("4: a positive item of " + memory.number() + " led below the rule's level");
				}
			}
			boolean fellAlone = assessed.isPresent()
					&& CaseMemory.rank(CaseMemory.text(assessed.get(), "level")) < CaseMemory
						.rank(CaseMemory.text(assessed.get(), "suggestedLevel"))
					&& memory.level().filter(CaseMemory.text(assessed.get(), "level")::equals).isPresent()
					&& !memory.level().equals(memory.levelBefore())
					&& confirmed.filter((entry) -> entry.number() > assessed.get().number()).isEmpty();
			if (fellAlone) {
				found.add("4: the level of " + memory.number() + " is below the rule's by one person alone");
			}
		}
	}

	/** Rule of practice 9: the hospital found nothing, and a second person agrees. */
	private static boolean isUnmarkedByTwo(CaseMemory memory, Optional<RecordedEntry> assessed) {
		Optional<RecordedEntry> proposed = memory.last("propose-unmark");
		Optional<RecordedEntry> agreed = memory.lastWith("confirm-unmark", "confirmation", "AGREE");
		return proposed.isPresent() && agreed.isPresent() && agreed.get().number() > proposed.get().number()
				&& assessed.filter((entry) -> entry.number() > agreed.get().number()).isEmpty()
				&& !agreed.get().author().equals(proposed.get().author());
	}

	// 5

	private void afterResumptionFollowUpsExistWithoutAGap(List<String> found) {
		Instant latest = this.walk.now().plus(LONGEST_PERIOD);
		for (CaseMemory memory : open()) {
			boolean returned = memory.lastWith("confirm-first-day", "cameBack", "YES").isPresent();
			boolean followed = state().runs(memory.number(), "MonthlyFollowUp");
			if (!returned && !followed) {
				continue;
			}
			List<TaskRow> tasks = state().tasksOf(memory.number())
				.stream()
				.filter((task) -> !task.element().equals(CrisisCaseProcess.CONFIRM_LEADER_REPORT))
				.toList();
			boolean timer = state().jobsOf(memory.number())
				.stream()
				.anyMatch((job) -> job.isTimer() && job.due() != null && job.due().isBefore(latest));
			if (tasks.isEmpty() && !timer) {
				found.add("5: nobody looks after " + memory.number() + " for more than three months");
			}
		}
	}

	private void closingNeverHappensByTimeAlone(List<String> found) {
		for (CaseRow row : state().cases().values()) {
			CaseRow earlier = this.walk.before().cases().get(row.number());
			if (row.isOpen() || earlier == null || !earlier.isOpen() || this.walk.retired().contains(row.number())) {
				continue;
			}
			CaseMemory memory = this.walk.memories().get(row.number());
			Instant end = memory.entries()
				.stream()
				.filter((entry) -> entry.kind() == EntryKind.SYSTEM)
				.map(RecordedEntry::recordedAt)
				.reduce((first, second) -> second)
				.orElse(Instant.MIN);
			boolean byAPerson = memory.entries()
				.stream()
				.anyMatch((entry) -> entry.kind() == EntryKind.SUBMISSION
						&& entry.recordedAt().isAfter(end.minusSeconds(60)));
			boolean silence = row.status().equals("HANDED_OVER") && isSilence(memory);
			if (!byAPerson && !silence) {
				found.add("5: " + row.number() + " ended as " + row.status() + " by time alone");
			}
			switch (row.status()) {
				case "CLOSED" -> {
					if (!twoPersons(memory, "review-closing", "decide-closing", "closingDecision")
							&& !twoPersons(memory, "propose-event-closing", "decide-event-closing", "eventClosing")) {
						found.add("5: " + row.number() + " was closed without a second person");
					}
				}
				case "VOID" -> {
					if (!isVoidByTwo(memory)) {
						found.add("5: " + row.number() + " is void without a second person");
					}
				}
				case "HANDED_OVER" -> {
					if (memory.last("confirm-hand-over").isEmpty() && !silence) {
						found.add("5: " + row.number() + " was handed over and nobody received it");
					}
				}
				default -> {
				}
			}
		}
	}

	private static boolean isSilence(CaseMemory memory) {
		List<RecordedEntry> silence = memory.events("handOverUnanswered");
		Optional<RecordedEntry> asked = memory.lastWith("prepare-hand-over", "handOver", "AGREED");
		return !silence.isEmpty() && asked.isPresent()
				&& !silence.get(silence.size() - 1)
					.recordedAt()
					.isBefore(asked.get().recordedAt().plus(Duration.ofDays(14)).minusSeconds(60));
	}

	private static boolean isVoidByTwo(CaseMemory memory) {
		Optional<RecordedEntry> decided = memory.lastWith("decide-void", "voidDecision", "AGREE");
		return decided.isPresent() && memory.of("report-change")
			.stream()
			.anyMatch((entry) -> CaseMemory.text(entry, "changeKind").equals("VOID")
					&& entry.number() < decided.get().number() && !entry.author().equals(decided.get().author()));
	}

	private static boolean twoPersons(CaseMemory memory, String asks, String decides, String key) {
		Optional<RecordedEntry> asked = memory.last(asks);
		Optional<RecordedEntry> decided = memory.lastWith(decides, key, "AGREE");
		return asked.isPresent() && decided.isPresent() && decided.get().number() > asked.get().number()
				&& !decided.get().author().equals(asked.get().author());
	}

	// 6

	private void acuteNeverWaitsForAGuardian(List<String> found) {
		for (CaseMemory memory : open()) {
			if (!state().runs(memory.number(), "EmergencyResponse")) {
				continue;
			}
			List<TaskRow> tasks = state().tasksOf(memory.number())
				.stream()
				.filter((task) -> task.process().equals("EmergencyResponse"))
				.toList();
			boolean guardiansOnly = !tasks.isEmpty()
					&& tasks.stream().allMatch((task) -> GUARDIAN_STEPS.contains(task.element()));
			boolean settled = memory.last("hand-over-student")
				.filter((entry) -> !CaseMemory.text(entry, "settlement").equals("NOT_YET"))
				.isPresent();
			if (guardiansOnly && !settled) {
				found.add("6: the emergency of " + memory.number() + " waits for a guardian: "
						+ tasks.stream().map(TaskRow::element).toList());
			}
		}
	}

	// 7

	private void noContentInTheEngine(List<String> found) {
		this.walk.world().jdbc().query("""
				select 'act_ru_variable', count(*) from act_ru_variable t where t.tenant_id_ = ? and t::text like ?
				union all select 'act_ru_task', count(*) from act_ru_task t where t.tenant_id_ = ? and t::text like ?
				union all select 'act_ru_job', count(*) from act_ru_job t where t.tenant_id_ = ? and t::text like ?
				union all select 'act_ru_execution', count(*) from act_ru_execution t
				where t.tenant_id_ = ? and t::text like ?""", (row) -> {
			if (row.getInt(2) > 0) {
				found.add("7: " + row.getInt(2) + " rows of " + row.getString(1) + " carry what somebody typed");
			}
		}, this.walk.school(), ANY_TEXT, this.walk.school(), ANY_TEXT, this.walk.school(), ANY_TEXT, this.walk.school(),
				ANY_TEXT);
	}

	/** What only the whole school shows, when a walk is over. */
	List<String> atTheEnd() {
		List<String> found = new ArrayList<>();
		for (String table : List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_procinst", "act_hi_varinst",
				"act_hi_detail", "act_hi_comment", "act_hi_op_log", "act_hi_incident", "act_hi_job_log",
				"act_hi_decinst", "act_hi_dec_in", "act_hi_dec_out")) {
			Integer rows = this.walk.world()
				.jdbc()
				.queryForObject("select count(*) from " + table + " t where t.tenant_id_ = ? and t::text like ?",
						Integer.class, this.walk.school(), ANY_TEXT);
			if (rows != null && rows > 0) {
				found.add("7: " + rows + " rows of " + table + " carry what somebody typed");
			}
		}
		Integer bytes = this.walk.world()
			.jdbc()
			.queryForObject("""
					select count(*) from act_ge_bytearray
					where tenant_id_ = ? and position(convert_to(?, 'UTF8') in bytes_) > 0""", Integer.class,
					this.walk.school(), FormFiller.MARK);
		if (bytes != null && bytes > 0) {
			found.add("7: " + bytes + " byte arrays of the engine carry what somebody typed");
		}
		return found;
	}

	/**
	 * What somebody is shown who opens a form: every typed text in it must be open to a
	 * role in which he has the task (7), no blocked guardian is offered (9), and nobody
	 * who is avoided gets it at all (10).
	 */
	List<String> shown(String person, TaskRow task, OpenedForm form) {
		List<String> found = new ArrayList<>();
		World.TaskModel model = this.walk.world().task(task);
		Set<String> roles = new TreeSet<>();
		this.walk.rolesOf(person).stream().map(Role::id).filter(model.roles()::contains).forEach(roles::add);
		if (roles.isEmpty()) {
			// who stands in has the task in the roles that it was meant for
			roles.addAll(model.roles());
		}
		for (int number : Walk.textsIn(form.json().toString())) {
			Walk.Typed typed = this.walk.texts().get(number);
			if (typed == null || typed.author().equals(person) || roles.contains("counselor")) {
				continue;
			}
			if (typed.sees().stream().noneMatch(roles::contains)) {
				found.add("7: " + form.id() + " shows " + roles + " " + typed.form() + "." + typed.key());
			}
		}
		CaseMemory memory = this.walk.memories().get(task.caseNo());
		if (memory != null) {
			form.fields()
				.stream()
				.filter((field) -> GUARDIAN_LISTS.contains(field.property("options")))
				.flatMap((field) -> field.choices().stream())
				.filter((choice) -> UUID_TEXT.matcher(choice).matches()
						&& memory.blocked().contains(UUID.fromString(choice))
						&& isBlocked(memory, UUID.fromString(choice)))
				.forEach((choice) -> found.add("9: " + form.id() + " offers a blocked guardian"));
			if (memory.avoided().contains(person)) {
				found.add("10: " + form.id() + " of " + memory.number() + " opens for " + person);
			}
		}
		return found;
	}

	// 8

	private void aFinishedCaseLeavesNothingRunning(List<String> found) {
		for (CaseRow row : state().cases().values()) {
			boolean running = state().processes().containsKey(row.number());
			if (row.isOpen() && !running) {
				found.add("8: the open case " + row.number() + " is not running");
			}
			if (!row.isOpen() && (running || !state().tasksOf(row.number()).isEmpty()
					|| !state().jobsOf(row.number()).isEmpty())) {
				found.add("8: " + row.number() + " is " + row.status() + " and still runs: "
						+ state().processes().get(row.number()) + " "
						+ state().tasksOf(row.number()).stream().map(TaskRow::element).toList());
			}
		}
	}

	// 9

	private void nothingReachesABlockedGuardian(List<String> found) {
		for (CaseMemory memory : open()) {
			if (memory.blocked().isEmpty()) {
				continue;
			}
			Map<String, UUID> accounts = guardians(memory);
			for (TaskRow task : state().tasksOf(memory.number())) {
				task.people()
					.stream()
					.filter((account) -> accounts.containsKey(account)
							&& memory.blocked().contains(accounts.get(account))
							&& isBlocked(memory, accounts.get(account)))
					.forEach((account) -> found
						.add("9: " + task.element() + " of " + memory.number() + " is offered to a blocked guardian"));
			}
		}
		for (CaseMemory memory : fresh()) {
			newEntries(memory).stream()
				.filter((entry) -> entry.kind() == EntryKind.SUBMISSION)
				.filter((entry) -> entry.fields().get("guardian") instanceof String id
						&& UUID_TEXT.matcher(id).matches()
						&& this.walk.blockedBefore(memory).contains(UUID.fromString(id)))
				.forEach((entry) -> found
					.add("9: " + entry.form().orElse("") + " of " + memory.number() + " reached a blocked guardian"));
		}
	}

	// what another case of the same child has found out since is known to the directory
	// only
	private boolean isBlocked(CaseMemory memory, UUID guardian) {
		return this.walk.world()
			.directory()
			.guardians(memory.student())
			.stream()
			.anyMatch((known) -> known.id().equals(guardian) && known.safe() == SafeToInform.NO);
	}

	private List<RecordedEntry> newEntries(CaseMemory memory) {
		CaseRow earlier = this.walk.before().cases().get(memory.number());
		return memory.entries().subList((earlier != null) ? earlier.entries() : 0, memory.entries().size());
	}

	private Map<String, UUID> guardians(CaseMemory memory) {
		return this.guardianAccounts.computeIfAbsent(memory.student(),
				(student) -> this.walk.world().schools().guardianAccounts(student));
	}

	private final Map<UUID, Map<String, UUID>> guardianAccounts = new LinkedHashMap<>();

	// 10

	private void nobodyOnTheAvoidanceListSeesListsReceivesOrDecides(List<String> found) {
		for (CaseMemory memory : this.walk.memories().values()) {
			if (memory.avoided().isEmpty() || !state().cases().get(memory.number()).isOpen()) {
				continue;
			}
			for (TaskRow task : state().tasksOf(memory.number())) {
				task.people()
					.stream()
					.filter(memory.avoided()::contains)
					.forEach((account) -> found
						.add("10: " + task.element() + " of " + memory.number() + " names " + account));
			}
			String counsellor = state().cases().get(memory.number()).counsellor();
			if (counsellor != null && memory.avoided().contains(counsellor)) {
				found.add("10: " + memory.number() + " is with " + counsellor);
			}
		}
		for (CaseMemory memory : fresh()) {
			newEntries(memory).stream()
				.filter((entry) -> entry.kind() == EntryKind.SUBMISSION
						&& entry.taskElement().filter((element) -> !element.equals("start")).isPresent()
						&& memory.avoided().contains(entry.author()))
				.forEach((entry) -> found
					.add("10: " + entry.author() + " wrote " + entry.form().orElse("") + " in " + memory.number()));
			memory.avoided()
				.stream()
				.limit(1)
				.flatMap((account) -> this.walk.world().accounts().find(account).stream())
				.forEach((account) -> seesNothing(memory, account, found));
		}
	}

	private void seesNothing(CaseMemory memory, Account account, List<String> found) {
		CaseSummary summary = this.walk.world().caseFiles().get(this.walk.ref(memory.number()));
		if (!this.walk.world().record().of(summary, account).isEmpty()) {
			found.add("10: " + account.name() + " reads " + memory.number());
		}
		if (this.walk.world().worklist().of(account).stream().map(WorkItem::caseNo).anyMatch(memory.number()::equals)) {
			found.add("10: " + account.name() + " has " + memory.number() + " in his list");
		}
	}

	// 11

	private void afterADeathNothingAutomaticReachesTheFamily(List<String> found) {
		for (CaseMemory memory : open()) {
			Optional<Instant> died = memory.diedAt();
			if (died.isEmpty()) {
				continue;
			}
			Set<String> family = guardians(memory).keySet();
			for (TaskRow task : state().tasksOf(memory.number())) {
				if (task.people().stream().anyMatch(family::contains)) {
					found.add("11: " + task.element() + " of " + memory.number() + " is offered to the family");
				}
				if (NOT_AFTER_DEATH.contains(task.process()) || GUARDIAN_STEPS.contains(task.element())) {
					found.add("11: after the death " + task.element() + " of " + memory.number() + " goes on");
				}
			}
			state().jobsOf(memory.number())
				.stream()
				.filter((job) -> job.isTimer() && NOT_AFTER_DEATH.contains(job.process()))
				.forEach((job) -> found
					.add("11: after the death the timer " + job.about() + " of " + memory.number() + " goes on"));
			newEntries(memory).stream()
				.filter((entry) -> entry.kind() == EntryKind.SYSTEM && entry.recordedAt().isAfter(died.get())
						&& entry.taskElement().filter(GUARDIAN_STEPS::contains).isPresent())
				.forEach((entry) -> found
					.add("11: after the death " + entry.form().orElse("") + " of " + entry.taskElement().orElse("")));
		}
	}

}
