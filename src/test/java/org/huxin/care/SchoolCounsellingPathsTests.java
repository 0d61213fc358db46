package org.huxin.care;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code school-counselling.bpmn} under each contact plan,
 * through the real door, with the due dates that the policy profile gives.
 */
@HuxinTest
class SchoolCounsellingPathsTests {

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(SchoolCounsellingProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final SchoolDirectory directory;

	private final CaseSteps steps;

	private final CareSteps care;

	@Autowired
	SchoolCounsellingPathsTests(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, 3);
		this.care = new CareSteps(walk, this.steps);
	}

	@BeforeEach
	void inTheMorning() {
		this.care.toMorning(1);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// F04 F11 F12 F13 F35 G17 K12
	@Test
	void steadyStudentHasTwoSessionsAMonthAWeeklyLookAndAnEvaluation() {
		CaseRef ref = begun("STEADY");
		assertThat(this.care.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.PLAN_COUNSELLING);
		this.due.assertFromNow(ref, SchoolCounsellingProcess.PLAN_COUNSELLING, Duration.ofDays(3));
		assertThatThrownBy(() -> this.steps.planned(ref, "frequency", "MONTHLY")).hasMessageContaining("每月至少辅导两次");
		assertThatThrownBy(() -> this.steps.planned(ref, "frequency", "TWO_WEEKS", "nextSessionOn", this.steps.day(16)))
			.hasMessageContaining("最晚是");
		this.steps.planned(ref, "frequency", "TWO_WEEKS", "nextSessionOn", this.steps.day(14));
		this.due.assertAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 14);
		assertThat(this.walk.shown("counselor", ref, SchoolCounsellingProcess.NOTE_SESSION).get("nextSessionOn"))
			.as("the session after it is suggested")
			.isEqualTo(this.steps.day(28));

		this.care.toMorning(7);
		assertThat(this.care.waitingAt(ref)).contains(SchoolCounsellingProcess.WEEKLY_WATCH);
		this.due.assertAt(ref, SchoolCounsellingProcess.WEEKLY_WATCH, this.walk.today().plusDays(3),
				LocalTime.of(8, 0));
		this.care.watched(ref);
		assertThat(this.care.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.NOTE_SESSION);

		this.care.toMorning(7);
		this.care.watched(ref, "home", "NOT_DUE");
		this.steps.session(ref, "nextSessionOn", this.steps.day(14));
		this.care.toMorning(14);
		assertThat(this.care.waitingAt(ref)).as("one look a week, one at a time")
			.containsExactlyInAnyOrder(SchoolCounsellingProcess.NOTE_SESSION, SchoolCounsellingProcess.WEEKLY_WATCH);
		assertThatThrownBy(() -> this.care.watched(ref, "home", "NOT_DUE")).hasMessageContaining("半个月");
		this.care.watched(ref, "home", "NOT_REACHED");
		this.steps.session(ref, "nextSessionOn", this.steps.day(14));
		assertThat(this.care.waitingAt(ref)).contains(SchoolCounsellingProcess.EVALUATE_COUNSELLING)
			.doesNotContain(SchoolCounsellingProcess.NOTE_SESSION);
		this.due.assertAtSix(ref, SchoolCounsellingProcess.EVALUATE_COUNSELLING, 14);

		this.care.toMorning(14);
		this.care.evaluated(ref);
		assertThat(this.care.waitingAt(ref)).contains(SchoolCounsellingProcess.NOTE_SESSION);
		this.care.toMorning(14);
		this.steps.lastSession(ref);
		assertThat(this.care.waitingAt(ref)).as("the head teacher's look ends with the help").isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.HELP_OVER)
			.doesNotContain(SchoolCounsellingProcess.RISK_FOUND);
	}

	// F15 F16
	@Test
	void studentWhoIsLookedAfterCloselyIsSeenEveryDayAndTwiceAWeekByTheCounsellor() {
		CaseRef ref = begun("CLOSE");
		assertThat(this.care.waitingAt(ref)).as("from the first morning on")
			.containsExactlyInAnyOrder(SchoolCounsellingProcess.PLAN_COUNSELLING,
					SchoolCounsellingProcess.WEEKLY_WATCH);
		this.due.assertFromNow(ref, SchoolCounsellingProcess.WEEKLY_WATCH, Duration.ofHours(10));
		assertThatThrownBy(() -> this.steps.planned(ref, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency",
				null, "nextSessionOn", null, "noSessionsWhy", "不愿意"))
			.hasMessageContaining("不能只做随访");
		assertThatThrownBy(() -> this.steps.planned(ref)).hasMessageContaining("每周两次");
		this.steps.planned(ref, "frequency", "TWICE_A_WEEK", "nextSessionOn", this.steps.day(3));
		this.care.watched(ref);
		this.care.toMorning(1);
		this.due.assertAt(ref, SchoolCounsellingProcess.WEEKLY_WATCH, this.walk.today(), LocalTime.of(18, 0));
		this.care.watched(ref, "talked", "NOT_POSSIBLE", "whyNot", "OTHER", "home", "NOT_DUE");
		this.care.toMorning(1);
		this.care.watched(ref, "talked", "NOT_POSSIBLE", "whyNot", "OTHER", "home", "NOT_DUE");
		assertThat(this.care.waitingAt(ref)).as("not seen on two days").isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.WATCH_WORRIED,
				SchoolCounsellingProcess.RISK_FOUND);
	}

	// F16 D19
	@Test
	void worryOfTheHeadTeacherStopsEverythingForANewAssessment() {
		CaseRef ref = begun("STEADY");
		this.steps.planned(ref);
		this.care.toMorning(7);
		this.care.watched(ref, "alarm", "WORRY", "alarmText", "把东西都送人了");
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.RISK_FOUND)
			.doesNotContain(SchoolCounsellingProcess.HELP_OVER);
	}

	// F08 F09 F12 G07 G11
	@ParameterizedTest
	@CsvSource({ "LIGHT, 30, 7", "TREATED, 14, 7", "RETURN, 30, 7", "RETURN_CLOSE, 14, 3" })
	void headTeacherLooksAsOftenAsThePlanAsks(String plan, int days, int answer) {
		CaseRef ref = begun(plan);
		this.steps.planned(ref, "frequency", "TWO_WEEKS", "nextSessionOn", this.steps.day(14));
		this.care.toMorning(days - 1);
		assertThat(this.care.waitingAt(ref)).doesNotContain(SchoolCounsellingProcess.WEEKLY_WATCH);
		this.care.toMorning(1);
		this.due.assertAt(ref, SchoolCounsellingProcess.WEEKLY_WATCH, this.walk.today().plusDays(answer),
				LocalTime.of(8, 0));
		this.steps.lastSession(ref);
		assertThat(this.care.waitingAt(ref)).isEmpty();
	}

	// F03 F05
	@Test
	void studentWhoDoesNotComeIsRemindedTriedAgainAndLookedForByTheHeadTeacher() {
		CaseRef ref = begun("STEADY");
		this.steps.planned(ref);
		this.care.toMorning(1);
		this.steps.missed(ref, "SEEN");
		this.due.assertAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 1);
		this.care.toMorning(1);
		this.steps.missed(ref, "SEEN");
		this.due.assertFromNow(ref, SchoolCounsellingProcess.CHECK_ON_STUDENT, Duration.ofHours(4));
		this.steps.checked(ref, "SEEN_WELL");
		assertThat(this.care.waitingAt(ref)).contains(SchoolCounsellingProcess.NOTE_SESSION);
		this.steps.session(ref, "nextSessionOn", this.steps.day(14));
		this.care.toMorning(14);
		this.steps.missed(ref, "NOT_SEEN");
		this.steps.checked(ref, "NOT_SEEN");
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.STUDENT_NOT_WELL,
				SchoolCounsellingProcess.RISK_FOUND);
	}

	// F35 G17 D19
	@Test
	void evaluationThatWouldStepDownAsksForANewAssessment() {
		CaseRef ref = begun("CLOSE");
		this.steps.planned(ref, "frequency", "TWICE_A_WEEK", "nextSessionOn", this.steps.day(3));
		for (int session = 0; session < 4; session++) {
			this.care.toMorning(3);
			this.steps.session(ref, "nextSessionOn", this.steps.day(3));
		}
		this.care.toMorning(3);
		this.care.evaluated(ref, "evaluation", "STEP_DOWN", "nextSessionOn", null);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.ASSESSMENT_NEEDED,
				SchoolCounsellingProcess.RISK_FOUND);
	}

	// F04
	@Test
	void studentWhoWantsNoSessionsGoesOnToFollowUp() {
		CaseRef ref = begun("LIGHT");
		this.steps.planned(ref, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency", null, "nextSessionOn",
				null, "noSessionsWhy", "学生暂不愿意");
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.FOLLOW_UP_ONLY,
				SchoolCounsellingProcess.HELP_OVER);
	}

	// G07 G08 D01
	@Test
	void helpThatIsOverWaitsForNoGuardian() {
		CaseRef plan = this.care.begun(SchoolCounsellingProcess.KEY, facts("HOLD", false));
		this.walk.submit("counselor", plan, SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", this.steps.guardians(), "informUnsafe", List.of(), "clarifyReason", "问过学生"));
		this.steps.guardianNotReached(plan, "NO_ANSWER");
		this.due.assertFromNow(plan, SchoolCounsellingProcess.INFORM_GUARDIAN, Duration.ofHours(24));
		this.steps.planned(plan, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency", null, "nextSessionOn",
				null, "noSessionsWhy", "学生暂不愿意");
		assertThat(this.care.waitingAt(plan)).isEmpty();
		assertThat(this.walk.path(plan)).contains(SchoolCounsellingProcess.HELP_OVER);
		CaseRef sessions = this.care.begun(SchoolCounsellingProcess.KEY, facts("HOLD", false));
		this.steps.planned(sessions);
		this.steps.lastSession(sessions);
		assertThat(this.care.waitingAt(sessions)).isEmpty();
		assertThat(this.walk.path(sessions)).contains(SchoolCounsellingProcess.HELP_OVER);
	}

	// K12: the case that was handed no plan yet
	@Test
	void withoutAContactPlanTheLightestHolds() {
		CaseRef ref = this.care.begun(SchoolCounsellingProcess.KEY, facts("OPEN", true));
		this.steps.planned(ref, "frequency", "MONTHLY", "nextSessionOn", this.steps.day(30));
		this.due.assertAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 30);
	}

	// D01 D13 F36
	@Test
	void guardiansAreToldOnceItIsClearThatTellingIsSafe() {
		CaseRef ref = this.care.begun(SchoolCounsellingProcess.KEY, facts("HOLD", false));
		this.due.assertFromNow(ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN, Duration.ofDays(3));
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", this.steps.guardians(), "informUnsafe", List.of(), "clarifyReason", "问过学生"));
		this.due.assertFromNow(ref, SchoolCounsellingProcess.INFORM_GUARDIAN, Duration.ofHours(24));
		this.steps.guardianNotReached(ref, "NO_ANSWER");
		this.steps.guardianInformed(ref);
		assertThat(this.care.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.PLAN_COUNSELLING);
	}

	// D13 F12
	@Test
	void familyThatMustNotKnowIsNotCalledByTheHeadTeacherEither() {
		CaseRef ref = this.care.begun(SchoolCounsellingProcess.KEY,
				with(facts("BLOCKED", false), "contactPlan", "STEADY"));
		assertThat(this.care.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.PLAN_COUNSELLING);
		this.care.toMorning(7);
		assertThatThrownBy(() -> this.care.watched(ref, "home", "REACHED")).hasMessageContaining("不宜");
		this.care.watched(ref, "home", "NOT_ADVISED");
	}

	// K22
	@Test
	void inAVacationTheLookIsACallAndIsNotSkipped() {
		LocalDate day = this.walk.today();
		while (this.directory.vacationOn(CaseSteps.SCHOOL, day.plusDays(7))
			.filter((vacation) -> !vacation.holiday())
			.isEmpty()) {
			day = day.plusDays(1);
		}
		this.care.toMorning((int) (day.toEpochDay() - this.walk.today().toEpochDay()));
		CaseRef ref = begun("STEADY");
		this.care.toMorning(7);
		assertThat(this.walk.shown("teacher", ref, SchoolCounsellingProcess.WEEKLY_WATCH)).containsEntry("contactMode",
				"AT_DISTANCE");
		assertThatThrownBy(
				() -> this.walk.submit("teacher", ref, SchoolCounsellingProcess.WEEKLY_WATCH,
						Map.of("talked", "YES", "attendance", "UNKNOWN", "peers", "UNKNOWN", "mood", "NORMAL",
								"homework", "UNKNOWN", "alarm", "NONE", "home", "REACHED")))
			.hasMessageContaining("怎样联系");
		this.care.watched(ref);
	}

	// rule of practice 13
	@Test
	void whoNeedsFollowUpAloneGetsNoCounsellingPlanFirst() {
		CaseRef ref = this.care.begun(SchoolCounsellingProcess.KEY, with(facts("OPEN", true), "sessionsWanted", false));
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.HELP_OVER)
			.doesNotContain(SchoolCounsellingProcess.PLAN_COUNSELLING);
		CaseRef assessed = this.steps.reported();
		this.steps.verified(assessed);
		this.steps.assessed(assessed, "next", List.of("FOLLOW_UP"));
		assertThat(this.care.waitingAt(assessed)).as("the guardian is told all the same")
			.containsExactly(MonthlyFollowUpProcess.INFORM_GUARDIAN);
		this.due.assertFromNow(assessed, MonthlyFollowUpProcess.INFORM_GUARDIAN, Duration.ofDays(4));
		assertThat(this.walk.path(assessed)).as("and follow-up does not wait for it")
			.contains(MonthlyFollowUpProcess.PLAN_FOLLOW_UP);
		this.steps.guardianInformed(assessed);
		assertThat(this.care.waitingAt(assessed)).isEmpty();
	}

	// rule of practice 1
	@Test
	void guardiansWhoMayNotBeToldAnyMoreAreNotChosen() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.guardians()
			.forEach((guardian) -> this.directory.markSafeToInform(UUID.fromString(guardian), SafeToInform.NO));
		try {
			this.walk.submit("counselor", ref, SchoolCounsellingProcess.INFORM_GUARDIAN, Map.of("reached", "HELD"));
			assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.GUARDIAN_HANDLED);
		}
		finally {
			this.steps.guardians()
				.forEach(
						(guardian) -> this.directory.markSafeToInform(UUID.fromString(guardian), SafeToInform.UNKNOWN));
		}
	}

	private CaseRef begun(String plan) {
		return this.care.begun(SchoolCounsellingProcess.KEY, with(facts("OPEN", true), "contactPlan", plan));
	}

	private Map<String, Object> facts(String channel, boolean informed) {
		return Map.of("guardianChannel", channel, "guardianInformed", informed, "guardianDue",
				Date.from(this.walk.now().plus(Duration.ofDays(4))), "sessionsWanted", true);
	}

	private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
		Map<String, Object> all = new HashMap<>(facts);
		all.put(name, value);
		return all;
	}

}
