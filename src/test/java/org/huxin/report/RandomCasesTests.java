package org.huxin.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks cases through random answers and random time and checks after each step what must
 * always hold (the invariants of the process catalogue that these models can break: 1, 4,
 * 8, 9).
 */
@HuxinTest
class RandomCasesTests {

	private static final int STEPS = 60;

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final ManagementService management;

	private Random dice = new Random(0);

	@Autowired
	RandomCasesTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, TaskService tasks,
			RuntimeService runtime, ManagementService management) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.tasks = tasks;
		this.runtime = runtime;
		this.management = management;
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34 })
	void whateverPeopleAnswerNobodyIsForgotten(long seed) {
		this.dice = new Random(seed);
		CaseSteps steps = new CaseSteps(this.walk, this.directory, (int) (seed % 6));
		CaseRef ref = steps.reported("dangerNow", one("NO", "NO", "NO", "UNSURE", "YES"));
		this.walk.runDueJobs();
		for (int step = 0; step < STEPS && this.walk.isRunning(ref); step++) {
			invariants(ref);
			List<Task> open = this.walk.tasks(ref);
			if (open.isEmpty() || this.dice.nextInt(6) == 0) {
				this.walk.forward(Duration.ofHours(1L + this.dice.nextInt(open.isEmpty() ? 24 * 20 : 30)));
			}
			else {
				answer(steps, ref, open.get(this.dice.nextInt(open.size())).getTaskDefinitionKey());
			}
		}
		invariants(ref);
	}

	private void answer(CaseSteps steps, CaseRef ref, String element) {
		switch (element) {
			case CrisisCaseProcess.VERIFY_CONCERN -> verify(steps, ref);
			case CrisisCaseProcess.CONFIRM_NO_CRISIS -> confirm(ref, element);
			case CrisisCaseProcess.CONFIRM_LEADER_REPORT -> steps.acknowledged(ref, "commander", commander(ref));
			case CrisisCaseProcess.HANDLE_OTHERWISE -> steps.handled(ref, one("UNASSESSED", "SCHOOL", "NONE"));
			case CrisisCaseProcess.REVIEW_CLOSING -> review(steps, ref);
			case CrisisCaseProcess.DECIDE_CLOSING -> steps.closingDecided(ref, one("AGREE", "CONTINUE"));
			case RiskAssessmentProcess.ASSESS_RISK -> assess(steps, ref);
			case RiskAssessmentProcess.CONFIRM_LEVEL -> confirm(ref, element);
			case SchoolCounsellingProcess.CLARIFY_GUARDIAN -> clarify(steps, ref);
			case SchoolCounsellingProcess.INFORM_GUARDIAN -> inform(steps, ref);
			case SchoolCounsellingProcess.PLAN_COUNSELLING -> steps.planned(ref);
			case SchoolCounsellingProcess.NOTE_SESSION -> session(steps, ref);
			case SchoolCounsellingProcess.CHECK_ON_STUDENT -> steps.checked(ref, one("SEEN_WELL", "SEEN_WORRYING"));
			case SchoolCounsellingProcess.WEEKLY_WATCH ->
				new CareSteps(this.walk, steps).watched(ref, "home", "NOT_ADVISED");
			case SchoolCounsellingProcess.EVALUATE_COUNSELLING -> new CareSteps(this.walk, steps).evaluated(ref,
					"evaluation", one("STEP_DOWN", "STEP_UP"), "nextSessionOn", null);
			case MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER -> {
				boolean worry = this.dice.nextInt(8) == 0;
				steps.headTeacherAnswers(ref, "alarm", worry ? "WORRY" : "NONE", "alarmText", worry ? "他不说话" : null);
			}
			case MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR ->
				steps.counsellorAnswers(ref, "suggest", one("CONTINUE", "CLOSE", "CLOSE", "INTENSIFY", "ASSESS_NOW"));
			default -> throw new AssertionError("Nobody knows what to do at " + element);
		}
	}

	private void verify(CaseSteps steps, CaseRef ref) {
		switch (this.dice.nextInt(5)) {
			case 0 -> steps.verified(ref, "outcome", "NEEDS_MORE", "reason", "再问问", "urgency", "TODAY");
			case 1 -> steps.verified(ref, "outcome", "NOT_A_CRISIS", "reason", "误会", "criteria", List.of("SELF_HARM"),
					"urgency", "TODAY", "informSafe", null, "informUnsafe", null, "hallAdvice", null);
			case 2 -> steps.verified(ref, "safeNow", "UNSAFE", "urgency", "NOW");
			default -> steps.verified(ref, "urgency", "TODAY", "informSafe", some(steps));
		}
	}

	private void assess(CaseSteps steps, CaseRef ref) {
		switch (this.dice.nextInt(5)) {
			case 0 -> steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE", "informSafe", some(steps));
			case 1 -> steps.assessed(ref, "ideation", "MONTH", "level", "MILD", "levelReason", "有人陪");
			case 2 -> steps.assessed(ref, "level", "NONE", "levelReason", "平稳");
			default -> steps.assessed(ref, "informSafe", some(steps));
		}
	}

	private void session(CaseSteps steps, CaseRef ref) {
		switch (this.dice.nextInt(6)) {
			case 0 -> steps.missed(ref, one("SEEN", "NOT_SEEN"));
			case 1 -> steps.session(ref, "safety", "PRESENT", "afterSession", null, "nextSessionOn", null);
			case 2, 3 -> steps.lastSession(ref);
			default -> steps.session(ref);
		}
	}

	private void inform(CaseSteps steps, CaseRef ref) {
		String guardian = safe(steps, ref).get(0);
		if (this.dice.nextBoolean()) {
			steps.guardianInformed(ref, "guardian", guardian);
		}
		else {
			steps.guardianInformed(ref, "guardian", guardian, "reached", one("NO_ANSWER", "LATER", "HELD"), "toldItems",
					null, "guardianAnswer", null);
		}
	}

	private List<String> safe(CaseSteps steps, CaseRef ref) {
		List<String> offered = new ArrayList<>();
		this.walk.form("counselor", ref, SchoolCounsellingProcess.INFORM_GUARDIAN)
			.findParents("key")
			.forEach((field) -> {
				if (field.path("key").asText().equals("guardian")) {
					field.path("values").forEach((value) -> offered.add(value.path("value").asText()));
				}
			});
		assertThat(offered).as("whom to call").isNotEmpty().isSubsetOf(steps.guardians());
		return offered;
	}

	private void clarify(CaseSteps steps, CaseRef ref) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", some(steps), "informUnsafe", List.of(), "clarifyReason", "问过学生"));
	}

	private void review(CaseSteps steps, CaseRef ref) {
		try {
			steps.closingProposed(ref);
		}
		catch (RuntimeException ex) {
			assertThat(ex).as("told what is missing").hasMessageContaining("还不能提出结案");
			this.walk.submit("counselor", ref, CrisisCaseProcess.REVIEW_CLOSING,
					Map.of("closingProposal", "NOT_YET", "notYetWhy", "继续"));
		}
	}

	private void confirm(CaseRef ref, String element) {
		Map<String, Object> answer = this.dice.nextBoolean() ? Map.of("confirmation", "AGREE")
				: Map.of("confirmation", "DISAGREE", "confirmReason", "不放心");
		this.walk.submit("leader", ref, element, answer);
	}

	private Object commander(CaseRef ref) {
		boolean now = this.walk.entries(ref)
			.stream()
			.map(RecordedEntry::fields)
			.filter((fields) -> fields.containsKey("urgency"))
			.reduce((first, second) -> second)
			.filter((fields) -> "NOW".equals(fields.get("urgency")))
			.isPresent();
		return now ? this.directory.staffByAccount("counselor").orElseThrow().id().toString() : null;
	}

	private List<String> some(CaseSteps steps) {
		return (this.dice.nextInt(3) == 0) ? List.of() : steps.guardians().subList(0, 1);
	}

	private String one(String... choices) {
		return choices[this.dice.nextInt(choices.length)];
	}

	// what must always hold

	private void invariants(CaseRef ref) {
		boolean open = this.caseFiles.get(ref).isOpen();
		assertThat(this.walk.isRunning(ref)).as("8: a case that ended leaves nothing running").isEqualTo(open);
		if (open) {
			assertOwned(ref);
		}
		assertThat(this.management.createJobQuery().noRetriesLeft().count()).as("no step has failed").isZero();
		assertThat(levelsFellAlone(ref)).as("4: a level never falls by one person alone").isEmpty();
	}

	/** 1: an open case has a task with an owner and a due date, or a timer. */
	private void assertOwned(CaseRef ref) {
		List<Task> open = this.walk.tasks(ref);
		assertThat(open).allSatisfy((task) -> {
			assertThat(task.getDueDate()).as(task.getTaskDefinitionKey()).isNotNull();
			assertThat(task.getAssignee() != null || this.tasks.getIdentityLinksForTask(task.getId())
				.stream()
				.map(IdentityLink::getUserId)
				.anyMatch((user) -> user != null)).as("somebody owes " + task.getTaskDefinitionKey()).isTrue();
		});
		if (open.isEmpty()) {
			assertThat(this.runtime.createProcessInstanceQuery()
				.processInstanceBusinessKey(ref.number())
				.tenantIdIn(ref.school())
				.list()
				.stream()
				.map(ProcessInstance::getId)
				.mapToLong((id) -> this.management.createJobQuery().processInstanceId(id).timers().count())
				.sum()).as("1: nothing waits without a task or a timer").isPositive();
		}
	}

	private List<String> levelsFellAlone(CaseRef ref) {
		List<String> order = List.of("NONE", "MILD", "MODERATE", "SEVERE", "ACUTE");
		List<String> alone = new ArrayList<>();
		for (RecordedEntry entry : this.walk.entries(ref)) {
			if (entry.kind() == EntryKind.SUBMISSION && entry.form().filter("assess-risk"::equals).isPresent()) {
				int level = order.indexOf(String.valueOf(entry.fields().get("level")));
				int suggested = order.indexOf(String.valueOf(entry.fields().get("suggestedLevel")));
				int before = order.indexOf(String.valueOf(entry.fields().get("levelBefore")));
				if ((level < suggested || level < before || level == 0) && !confirmedOrWaiting(ref, entry.number())) {
					alone.add("entry " + entry.number());
				}
			}
		}
		return alone;
	}

	private boolean confirmedOrWaiting(CaseRef ref, int number) {
		boolean confirmed = this.walk.entries(ref)
			.stream()
			.anyMatch((entry) -> entry.number() > number && entry.form().filter("confirm-level"::equals).isPresent());
		return confirmed || this.walk.tasks(ref)
			.stream()
			.anyMatch((task) -> task.getTaskDefinitionKey().equals(RiskAssessmentProcess.CONFIRM_LEVEL));
	}

}
