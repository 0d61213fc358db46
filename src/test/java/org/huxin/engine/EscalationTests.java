package org.huxin.engine;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.Drafts;
import org.huxin.casefile.EntryKind;
import org.huxin.emergency.EmergencySteps;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.identity.Accounts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.Absences;
import org.huxin.school.Personnel;
import org.huxin.school.Qualification;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * A task that nobody takes, that nobody may do, or whose owner is gone comes to the next
 * person, and the case file says so.
 */
@HuxinTest
class EscalationTests {

	private static final String EVERY_QUARTER = "report.leader.reminder.NOW";

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final Absences absences;

	private final Accounts accounts;

	private final CaseFiles caseFiles;

	private final Gatekeeper gatekeeper;

	private final ApplicationEventPublisher events;

	private final JdbcTemplate jdbc;

	private final Drafts drafts;

	private final Clock clock;

	private final CaseSteps steps;

	@Autowired
	EscalationTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory, Personnel personnel,
			Absences absences, Accounts accounts, CaseFiles caseFiles, Gatekeeper gatekeeper,
			ApplicationEventPublisher events, JdbcTemplate jdbc, Drafts drafts, Clock clock) {
		this.walk = walk;
		this.engine = engine;
		this.directory = directory;
		this.personnel = personnel;
		this.absences = absences;
		this.accounts = accounts;
		this.caseFiles = caseFiles;
		this.gatekeeper = gatekeeper;
		this.events = events;
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.clock = clock;
		this.steps = new CaseSteps(walk, directory, 4);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	// F29
	@Test
	void levelAfterLevelIsCalledUntilSomebodyTakesTheTask() {
		ladder(() -> {
			CaseRef ref = this.steps.reported();
			Task task = verification(ref);
			assertThat(task.getAssignee()).as("one person alone has to confirm it too").isNull();
			assertThat(candidates(task)).containsExactly("counselor");

			this.walk.forward(Duration.ofMinutes(14));
			assertThat(candidates(task)).as("too early").containsExactly("counselor");
			this.walk.forward(Duration.ofMinutes(1));
			assertThat(candidates(task)).containsExactly("counselor", "counselor1b");
			this.walk.forward(Duration.ofMinutes(15));
			assertThat(candidates(task)).containsExactly("counselor", "counselor1b", "duty");
			assertThat(events(ref)).containsExactly("calledNext", "calledNext");
			this.walk.forward(Duration.ofMinutes(15));
			assertThat(events(ref)).as("everybody once more").endsWith("calledAgain");
			this.walk.forward(Duration.ofMinutes(15));
			assertThat(events(ref)).as("then after twice as long").filteredOn("calledAgain"::equals).hasSize(1);
			this.walk.forward(Duration.ofMinutes(15));
			assertThat(events(ref)).filteredOn("calledAgain"::equals).hasSize(2);
			assertThat(fieldsOf(ref, "calledNext")).contains(entry("offeredTo", List.of("counselor1b")));

			claim("duty", task);
			this.walk.forward(Duration.ofHours(2));
			assertThat(events(ref)).as("who takes it is left in peace").filteredOn("calledAgain"::equals).hasSize(2);
			this.engine.getTaskService().setAssignee(task.getId(), null);
			this.walk.forward(Duration.ofMinutes(20));
			assertThat(events(ref)).as("he gave it back").filteredOn("calledAgain"::equals).hasSize(3);
		});
	}

	// F29, issue 3 item 4: until somebody confirms
	@Test
	void whoTakesAnEmergencyAndDoesNotSubmitItHoldsItForOneStepOnly() {
		CaseRef ref = this.steps.reported();
		new EmergencySteps(this.walk, this.directory, this.walk.student(CaseSteps.SCHOOL, 4)).begins(ref, "PROTECT",
				"HOLD");
		Task task = this.walk.task(ref, EmergencyResponseProcess.TAKE_COMMAND);
		claim("leader", task);
		this.drafts.keep("leader", Door.draftOfTask(task.getId()), Map.of("place", "三楼谈"));
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(owner(task)).as("his claim slows the calls by one step").isEqualTo("leader");
		assertThat(candidates(task)).containsExactly("leader");
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(owner(task)).as("and no more").isNull();
		assertThat(candidates(task)).contains("duty", "leader");
		assertThat(events(ref, EmergencyResponseProcess.TAKE_COMMAND)).contains("takenBack", "calledNext");
		assertThat(fieldsOf(ref, "takenBack")).contains(entry("takenFrom", "leader"));
		assertThat(this.drafts.find("leader", Door.draftOfTask(task.getId()))).as("his draft stays his").isPresent();

		claim("leader", task);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(owner(task)).as("nobody is spared twice").isNull();
		assertThat(candidates(task)).containsExactly("district", "duty", "leader");
		claim("duty", task);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(owner(task)).isEqualTo("duty");
		this.walk.as("duty", () -> {
			this.engine.getFormService()
				.submitTaskForm(task.getId(),
						Map.of("commander", id("counselor").toString(), "place", "三楼谈话室", "orders", "不要围观"));
			return Boolean.TRUE;
		});
		assertThat(this.walk.waitingAt(ref)).doesNotContain(EmergencyResponseProcess.TAKE_COMMAND);
		this.walk.forward(Duration.ofDays(1));
		assertThat(ladderRows(task.getId())).as("confirmed").isZero();
	}

	// F29: where nobody else may do it, it stays with whoever has it
	@Test
	void aTaskThatNobodyElseMayDoIsNotTakenBackButCalledForAgain() {
		ladder(() -> {
			CaseRef ref = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
					List.of(id("counselor1b").toString(), id("duty").toString()));
			Task task = verification(ref);
			claim("counselor", task);
			for (int i = 0; i < 3; i++) {
				this.walk.forward(Duration.ofMinutes(16));
			}
			assertThat(owner(task)).isEqualTo("counselor");
			assertThat(events(ref)).contains("calledAgain").doesNotContain("takenBack");
		});
	}

	// F29, issue 3 item 3
	@Test
	void whatWasOnlyOfferedToPeopleWhoAreAllAbsentNowGoesToWhoeverIsThereAndComesBackWithThem() {
		absent("counselor", () -> {
			CaseRef ref = this.steps.reported();
			Task task = verification(ref);
			assertThat(task.getAssignee()).isNull();
			assertThat(candidates(task)).containsExactly("counselor", "counselor1b");
			absent("counselor1b", () -> {
				assertThat(candidates(task)).as("as a new task would").contains("duty");
				assertThat(candidates(verification(this.steps.reported()))).contains("duty");
				assertThat(events(ref)).containsOnlyOnce("reassigned");
				claim("duty", task);
				this.engine.getTaskService().setAssignee(task.getId(), null);
			});
			assertThat(candidates(task)).as("nobody has to stand in any more")
				.containsExactly("counselor", "counselor1b");
		});
	}

	// F29, rule of practice 2
	@Test
	void whomTheCaseAvoidsIsNeverCalled() {
		ladder(() -> {
			CaseRef ref = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
					List.of(id("counselor1b").toString(), id("duty").toString()));
			Task task = verification(ref);
			this.walk.forward(Duration.ofMinutes(16));
			this.walk.forward(Duration.ofMinutes(16));
			assertThat(candidates(task)).containsExactly("counselor");
			assertThat(events(ref)).containsOnly("calledAgain");
		});
	}

	// F29
	@Test
	void whoIsAbsentTodayIsNoLevelOfItsOwn() {
		absent("counselor1b", () -> ladder(() -> {
			CaseRef ref = this.steps.reported();
			this.walk.forward(Duration.ofMinutes(16));
			assertThat(candidates(verification(ref))).containsExactly("counselor", "counselor1b", "duty");
		}));
	}

	// F29
	@Test
	void aTaskThatIsDoneOrGoneIsCalledForNoMore() {
		List<String> task = new ArrayList<>();
		ladder(() -> task.add(verification(this.steps.reported()).getId()));
		assertThat(ladderRows(task.get(0))).isEqualTo(1);
		this.walk.forward(Duration.ofMinutes(16));
		assertThat(ladderRows(task.get(0))).isZero();
	}

	// A23
	@Test
	void onlyWhoHoldsAValidCertificateIsOfferedAQualifiedTask() {
		qualified(() -> {
			assertThat(verification(this.steps.reported()).getAssignee()).isEqualTo("counselor");
			expired("counselor", () -> {
				CaseRef ref = this.steps.reported();
				assertThat(candidates(verification(ref))).as("his colleague holds one").containsExactly("counselor1b");
				assertThat(events(ref)).doesNotContain("nobodyQualified");
			});
		});
	}

	// A23, rule of practice 10
	@Test
	void whereNobodyIsQualifiedTodayTheDistrictSeesToItAndNothingFreezes() {
		qualified(() -> {
			expired("counselor1b", () -> {
				CaseRef[] open = new CaseRef[1];
				expired("counselor", () -> {
					open[0] = this.steps.reported();
					assertThat(candidates(verification(open[0]))).containsExactly("district");
					assertThat(verification(open[0]).getAssignee()).isEqualTo("district");
					assertThat(fieldsOf(open[0], "nobodyQualified")).contains(entry("offeredTo", List.of("district")));
				});
				// his certificate is renewed
				assertThat(candidates(verification(open[0]))).containsExactly("counselor");
				assertThat(verification(open[0]).getAssignee()).isEqualTo("counselor");
				assertThat(events(open[0])).endsWith("reassigned");
			});
		});
	}

	@Test
	void theTasksOfWhomeverLeavesAreDealtAnewAtOnceAndComeBackWithHim() {
		CaseRef ref = this.steps.reported();
		assertThat(verification(ref).getAssignee()).isEqualTo("counselor");
		this.personnel.leave(id("counselor"));
		try {
			assertThat(verification(ref).getAssignee()).isEqualTo("counselor1b");
			assertThat(candidates(verification(ref))).containsExactly("counselor1b");
			assertThat(fieldsOf(ref, "reassigned")).contains(entry("offeredTo", List.of("counselor1b")));
		}
		finally {
			this.personnel.comeBack(id("counselor"));
		}
		assertThat(verification(ref).getAssignee()).isEqualTo("counselor");
	}

	@Test
	void whenAllCounsellorsHaveLeftTheTaskGoesUpAndNotLost() {
		CaseRef ref = this.steps.reported();
		this.personnel.leave(id("counselor"));
		this.personnel.leave(id("counselor1b"));
		try {
			assertThat(candidates(verification(ref))).containsExactly("duty");
		}
		finally {
			this.personnel.comeBack(id("counselor1b"));
			this.personnel.comeBack(id("counselor"));
		}
		assertThat(candidates(verification(ref))).contains("counselor").doesNotContain("duty");
	}

	@Test
	void theCaseOfACounsellorWhoHasLeftIsReadAndTakenOverByTheOthers() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.personnel.leave(id("counselor"));
		try {
			assertThat(
					this.gatekeeper.reading(this.accounts.find("counselor1b").orElseThrow(), this.caseFiles.get(ref)))
				.isEqualTo(Gatekeeper.Reading.ALL);
			Map<String, Object> assessment = this.steps.assessment();
			this.walk.submit("counselor1b", ref, "userTask_assessRisk", assessment);
			assertThat(this.caseFiles.get(ref).counsellor()).contains("counselor1b");
			assertThat(allEvents(ref)).contains("counsellorChanged");
		}
		finally {
			this.personnel.comeBack(id("counselor"));
		}
		assertThat(this.caseFiles.get(ref).counsellor()).as("it stays with whom it is").contains("counselor1b");
	}

	@Test
	void whoIsAbsentWithNobodyToStandInKeepsNoTaskWaiting() {
		CaseRef before = this.steps.reported();
		absent("counselor", () -> {
			assertThat(verification(before).getAssignee()).as("open when he fell ill").isNull();
			assertThat(candidates(verification(before))).contains("counselor1b");
			CaseRef fresh = this.steps.reported();
			assertThat(candidates(verification(fresh))).as("new while he is away").contains("counselor1b");
			assertThat(verification(fresh).getAssignee()).isNull();
		});
	}

	@Test
	void whoeverLosesTheRoleLosesItsTasks() {
		CaseRef ref = this.steps.reported();
		this.personnel.appoint(id("counselor"), Set.of(Role.SUBJECT_TEACHER));
		try {
			assertThat(candidates(verification(ref))).containsExactly("counselor1b");
		}
		finally {
			this.personnel.appoint(id("counselor"), Set.of(Role.COUNSELOR));
		}
	}

	@Test
	void aLeaderWhoComesLaterSeesTheOpenTasksAndOneWhomTheCaseAvoidsDoesNot() {
		CaseRef ref = this.steps.reported();
		CaseRef hidden = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
				List.of(id("gradehead").toString()));
		this.personnel.appoint(id("gradehead"), Set.of(Role.GRADE_HEAD, Role.LEADER));
		try {
			assertThat(linked(verification(ref), Gatekeeper.OBSERVER)).contains("gradehead", "leader");
			assertThat(linked(verification(hidden), Gatekeeper.OBSERVER)).containsExactly("leader");
		}
		finally {
			this.personnel.appoint(id("gradehead"), Set.of(Role.GRADE_HEAD, Role.SUBJECT_TEACHER));
		}
		assertThat(linked(verification(ref), Gatekeeper.OBSERVER)).containsExactly("leader");
	}

	private void ladder(Runnable meanwhile) {
		ChangedModel.with(this.engine, "crisis-case.bpmn", CrisisCaseProcess.VERIFY_CONCERN,
				Map.of("ladderEvery", EVERY_QUARTER), meanwhile);
	}

	private void qualified(Runnable meanwhile) {
		ChangedModel.with(this.engine, "crisis-case.bpmn", CrisisCaseProcess.VERIFY_CONCERN,
				Map.of("qualified", "true"), meanwhile);
	}

	private void absent(String account, Runnable meanwhile) {
		LocalDate today = LocalDate.now(this.clock);
		this.jdbc.update("insert into huxin.substitute (id, absent_id, from_day, until_day) values (?, ?, ?, ?)",
				UUID.randomUUID(), id(account), Date.valueOf(today), Date.valueOf(today.plusDays(1)));
		try {
			this.absences.announce();
			meanwhile.run();
		}
		finally {
			this.jdbc.update("delete from huxin.substitute where absent_id = ? and from_day = ?", id(account),
					Date.valueOf(today));
			this.events.publishEvent(new StaffChanged("qinghe", account));
		}
	}

	private void expired(String account, Runnable meanwhile) {
		UUID id = id(account);
		Qualification held = this.directory.qualification(id).orElseThrow();
		this.personnel.qualify(id, held.title(), LocalDate.now(this.clock).minusDays(1));
		try {
			meanwhile.run();
		}
		finally {
			this.personnel.qualify(id, held.title(), held.until());
		}
	}

	private void claim(String account, Task task) {
		this.walk.as(account, () -> {
			this.engine.getTaskService().claim(task.getId(), account);
			return Boolean.TRUE;
		});
	}

	private int ladderRows(String task) {
		return this.jdbc.queryForObject("select count(*) from huxin.ladder_call where task_id = ?", Integer.class,
				task);
	}

	private UUID id(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id();
	}

	private Task verification(CaseRef ref) {
		return this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
	}

	private @Nullable String owner(Task task) {
		return this.engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	private List<String> events(CaseRef ref, String element) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM
					&& entry.taskElement().filter(element::equals).isPresent())
			.map((entry) -> entry.form().orElseThrow())
			.toList();
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM && entry.taskElement().isPresent())
			.map((entry) -> entry.form().orElseThrow())
			.filter((event) -> !Set.of("reminded", "escalated").contains(event))
			.toList();
	}

	private List<String> allEvents(CaseRef ref) {
		return this.walk.entries(ref).stream().flatMap((entry) -> entry.form().stream()).toList();
	}

	private List<Map.Entry<String, Object>> fieldsOf(CaseRef ref, String event) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter(event::equals).isPresent())
			.map((entry) -> entry.fields().entrySet())
			.flatMap(Collection::stream)
			.toList();
	}

	private Set<String> candidates(Task task) {
		return linked(task, "candidate");
	}

	private Set<String> linked(Task task, String type) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.filter((link) -> link.getType().equals(type))
			.map(IdentityLink::getUserId)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
