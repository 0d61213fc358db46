package org.huxin.followup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.casefile.CaseRef;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.Vacation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code monthly-follow-up.bpmn} under each contact plan, through
 * the real door, with the due dates that the policy profile gives.
 */
@HuxinTest
class MonthlyFollowUpPathsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(MonthlyFollowUpProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final SchoolDirectory directory;

	private final CaseSteps steps;

	private final CareSteps care;

	@Autowired
	MonthlyFollowUpPathsTests(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, 4);
		this.care = new CareSteps(walk, this.steps);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// G07 G08 G09 G16 K01
	@Test
	void studentWhoCameBackIsTalkedToMonthlyByBothAndTheFamilyIsHeard() {
		CaseRef ref = begun("RETURN", Map.of("firstDayOn", date(this.walk.today())));
		this.care.toMorning(29);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		this.care.toMorning(1);
		assertThat(this.care.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR, MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN);
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER, Duration.ofDays(7));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR, Duration.ofDays(7));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN, Duration.ofDays(7));
		this.care.familyAnswers(ref, "say", "他愿意出门了", "callBack", "YES");
		assertThat(this.walk.shown("counselor", ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR)).containsEntry("say",
				"他愿意出门了");
		this.steps.headTeacherAnswers(ref);
		this.steps.counsellorAnswers(ref);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		this.care.toMorning(30);
		assertThat(this.care.waitingAt(ref)).hasSize(3);
	}

	// G11 G12 K02
	@Test
	void studentWhoCameBackAfterAnAttemptIsTalkedToEveryTwoWeeksAndAssessedMonthly() {
		LocalDate firstDay = inTerm();
		CaseRef ref = begun("RETURN_CLOSE", Map.of("firstDayOn", date(firstDay)));
		this.care.toMorning(14);
		assertThat(this.care.waitingAt(ref)).as("the monthly assessment is the counsellor's talk")
			.containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
					MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN);
		this.steps.headTeacherAnswers(ref);
		this.care.familyAnswers(ref, "safeHome", "YES");
		this.care.toMorning(14);
		this.steps.headTeacherAnswers(ref);
		this.care.familyAnswers(ref);
		LocalDate assessment = firstDay.plusMonths(1);
		this.care.toMorning((int) (assessment.toEpochDay() - this.walk.today().toEpochDay()) - 1);
		assertThat(this.walk.path(ref)).doesNotContain(MonthlyFollowUpProcess.ASSESSMENT_PROMISED);
		this.care.toMorning(1);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.ASSESSMENT_PROMISED);
	}

	// F35 K21
	@Test
	void assessmentThatWasPromisedTakesPlaceOnItsDay() {
		LocalDate day = inTerm();
		CaseRef ref = begun("RETURN", Map.of("nextAssessOn", date(day.plusDays(20))));
		this.care.toMorning(19);
		assertThat(this.walk.path(ref)).doesNotContain(MonthlyFollowUpProcess.ASSESSMENT_PROMISED);
		this.care.toMorning(1);
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.ASSESSMENT_PROMISED);
		assertThat(this.care.waitingAt(ref)).isEmpty();
	}

	// F08 F09 F12 F13
	@ParameterizedTest
	@CsvSource({ "STEADY, 14, true", "TREATED, 14, true", "CLOSE, 7, false" })
	void closerPlansBringBothMoreOften(String plan, int days, boolean guardian) {
		CaseRef ref = begun(plan, Map.of());
		this.care.toMorning(days);
		assertThat(this.care.waitingAt(ref)).contains(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
		assertThat(this.care.waitingAt(ref).contains(MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN)).isEqualTo(guardian);
	}

	// G07 G08 K21
	@Test
	void lightestPlanAsksTheHeadTeacherMonthlyAndEndsWhenTheCounsellorSaysSo() {
		CaseRef ref = begun("LIGHT", Map.of("followUpPeriod", 1L));
		this.care.toMorning(30);
		assertThat(this.care.waitingAt(ref)).containsExactly(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER);
		this.steps.headTeacherAnswers(ref);
		this.care.toMorning(30);
		assertThat(this.care.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
		this.steps.headTeacherAnswers(ref);
		this.steps.counsellorAnswers(ref, "suggest", "CLOSE");
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.READY_TO_CLOSE,
				MonthlyFollowUpProcess.NOT_THIS_PERIOD, MonthlyFollowUpProcess.GUARDIAN_NOT_ASKED);
	}

	// G16 F36
	@Test
	void childWhoSpokeOfHurtingHimselfAtHomeIsAssessedAgainAtOnce() {
		CaseRef ref = begun("RETURN", Map.of());
		this.care.toMorning(30);
		this.care.familyAnswers(ref, "worry", "YES");
		assertThat(this.care.waitingAt(ref)).as("nobody else is waited for").isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.GUARDIAN_ALARM,
				MonthlyFollowUpProcess.REASSESS);
	}

	// G08 F35
	@Test
	void worriedHeadTeacherBringsANewAssessment() {
		CaseRef ref = begun("STEADY", Map.of());
		this.care.toMorning(14);
		this.steps.headTeacherAnswers(ref, "alarm", "WORRY", "alarmText", "几天没怎么吃饭");
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.WORRY_RAISED, MonthlyFollowUpProcess.REASSESS);
	}

	// G07 D19
	@Test
	void riskInATalkBringsANewAssessment() {
		CaseRef ref = begun("STEADY", Map.of());
		this.care.toMorning(14);
		this.steps.counsellorAnswers(ref, "safety", "PRESENT", "suggest", "ASSESS_NOW");
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.RISK_RAISED, MonthlyFollowUpProcess.REASSESS);
	}

	// G16 F35
	@Test
	void familyThatWorriesBringsCloserFollowUp() {
		CaseRef ref = begun("RETURN", Map.of());
		this.care.toMorning(30);
		this.steps.headTeacherAnswers(ref);
		this.steps.counsellorAnswers(ref, "suggest", "CLOSE");
		this.care.familyAnswers(ref, "visit", "INTERRUPTED");
		assertThat(this.walk.path(ref)).doesNotContain(MonthlyFollowUpProcess.READY_TO_CLOSE);
		this.care.toMorning(13);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		this.care.toMorning(1);
		assertThat(this.care.waitingAt(ref)).hasSize(3);
	}

	// G08 G16 K22
	@ParameterizedTest
	@CsvSource({ "SEEN, 30", "ARRANGED, 14", "NOT_FOUND, 0" })
	void contactThatFailsTwiceInARowIsTheLeadersConcern(String found, int days) {
		CaseRef ref = begun("RETURN", Map.of());
		failedOnce(ref);
		assertThat(this.care.waitingAt(ref)).as("once may happen").isEmpty();
		this.care.toMorning(30);
		failedTwice(ref);
		assertThat(this.care.waitingAt(ref)).containsExactly(MonthlyFollowUpProcess.RESOLVE_GAP);
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.RESOLVE_GAP, Duration.ofHours(24));
		this.care.gapResolved(ref, found);
		if (days == 0) {
			assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.REASSESS);
		}
		else {
			this.care.toMorning(days);
			assertThat(this.care.waitingAt(ref)).hasSize(3);
		}
	}

	// G16
	@Test
	void leaderIsToldOfAFamilyThatNobodyReachesTwiceInARow() {
		CaseRef ref = begun("RETURN", Map.of());
		failedOnce(ref);
		this.care.toMorning(30);
		failedTwice(ref);
		assertThat(this.walk.shown("leader", ref, MonthlyFollowUpProcess.RESOLVE_GAP))
			.containsEntry("answeredBy", "NOT_REACHED")
			.containsEntry("talked", "YES");
	}

	// D13
	@Test
	void guardiansWhoMustNotKnowAreNeverAsked() {
		CaseRef ref = begun("STEADY", Map.of("guardianChannel", "BLOCKED"));
		this.care.toMorning(14);
		assertThat(this.care.waitingAt(ref)).doesNotContain(MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN);
		assertThatThrownBy(() -> this.steps.headTeacherAnswers(ref)).hasMessageContaining("不宜");
		this.steps.headTeacherAnswers(ref, "home", "NOT_ADVISED");
	}

	// K12 G12: a case that was handed no plan yet
	@Test
	void withoutAContactPlanTheLightestHolds() {
		inTerm();
		CaseRef ref = this.care.begun(MonthlyFollowUpProcess.KEY,
				Map.of("followUpPeriod", 0L, "guardianInformed", true));
		this.care.toMorning(30);
		assertThat(this.care.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
	}

	// K22 G16
	@Test
	void vacationChangesTheFormOfContactAndIsFollowedByOne() {
		Vacation vacation = nextVacation();
		this.care.toMorning(days(vacation.firstDay()) - 7);
		CaseRef ref = this.care.begun(MonthlyFollowUpProcess.KEY, Map.of("followUpPeriod", 0L, "contactPlan", "STEADY",
				"guardianChannel", "BLOCKED", "guardianInformed", true));
		this.care.toMorning(14);
		assertThat(this.walk.shown("teacher", ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER))
			.containsEntry("contactMode", "AT_DISTANCE");
		assertThatThrownBy(() -> this.steps.headTeacherAnswers(ref, "home", "NOT_ADVISED", "way", null))
			.hasMessageContaining("怎样联系");
		while (!this.walk.today().plusDays(14).isAfter(vacation.lastDay())) {
			this.steps.headTeacherAnswers(ref, "home", "NOT_ADVISED");
			this.steps.counsellorAnswers(ref);
			this.care.toMorning(14);
		}
		LocalDate last = this.walk.today();
		this.steps.headTeacherAnswers(ref, "home", "NOT_ADVISED");
		this.steps.counsellorAnswers(ref);
		LocalDate soon = vacation.lastDay().plusDays(4);
		LocalDate expected = (last.isAfter(vacation.lastDay()) || soon.isAfter(last.plusDays(14))) ? last.plusDays(14)
				: soon;
		this.care.toMorning(days(expected) - 1);
		assertThat(this.care.waitingAt(ref)).isEmpty();
		this.care.toMorning(1);
		assertThat(this.care.waitingAt(ref)).contains(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER);
		assertThat(this.walk.shown("teacher", ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER))
			.containsEntry("contactMode", "AT_SCHOOL");
	}

	// D01 D13 F36 G07 G08
	@Test
	void guardianWhoWasNotReachedBeforeIsTriedOnAndFollowUpDoesNotWait() {
		CaseRef ref = begun("LIGHT", Map.of("guardianInformed", false, "guardianChannel", "HOLD"));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.CLARIFY_GUARDIAN, Duration.ofDays(3));
		this.walk.submit("counselor", ref, MonthlyFollowUpProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", this.steps.guardians(), "informUnsafe", List.of(), "clarifyReason", "问过学生"));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, Duration.ofDays(4));
		this.steps.guardianNotReached(ref, "NO_ANSWER");
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, Duration.ofHours(24));
		this.care.toMorning(30);
		assertThat(this.care.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR, MonthlyFollowUpProcess.INFORM_GUARDIAN);
		this.steps.guardianNotReached(ref, "LATER");
		assertThat(this.care.waitingAt(ref)).as("with the next period")
			.doesNotContain(MonthlyFollowUpProcess.INFORM_GUARDIAN);
		this.steps.headTeacherAnswers(ref);
		this.steps.counsellorAnswers(ref);
		this.care.toMorning(30);
		this.due.assertAt(ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, this.walk.today().plusDays(1),
				LocalTime.of(8, 0));
		this.steps.guardianInformed(ref);
		assertThat(this.care.waitingAt(ref)).containsExactly(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER);
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.GUARDIAN_INFORMED);
	}

	// D01, rule of practice 1
	@Test
	void noticeThatIsPutOffIsNotAskedForAgain() {
		CaseRef ref = begun("LIGHT", Map.of("guardianInformed", false));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, Duration.ofDays(4));
		this.walk.submit("counselor", ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, Map.of("reached", "HELD"));
		assertThat(this.care.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.GUARDIAN_NOT_INFORMED);
	}

	// D19 D01
	@Test
	void worryInFollowUpWaitsForNoGuardian() {
		CaseRef ref = begun("STEADY", Map.of("guardianInformed", false));
		this.care.toMorning(14);
		this.steps.headTeacherAnswers(ref, "alarm", "WORRY", "alarmText", "几天没怎么吃饭");
		assertThat(this.care.waitingAt(ref)).as("the notice is asked for again after the assessment").isEmpty();
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.REASSESS);
		CaseRef promised = begun("RETURN",
				Map.of("guardianInformed", false, "nextAssessOn", date(this.walk.today().plusDays(5))));
		this.care.toMorning(5);
		assertThat(this.care.waitingAt(promised)).isEmpty();
		assertThat(this.walk.path(promised)).contains(MonthlyFollowUpProcess.ASSESSMENT_PROMISED);
	}

	private void failedOnce(CaseRef ref) {
		this.care.toMorning(30);
		this.steps.headTeacherAnswers(ref);
		this.steps.counsellorAnswers(ref);
		this.care.familyNotReached(ref);
	}

	private void failedTwice(CaseRef ref) {
		this.steps.counsellorAnswers(ref);
		this.care.familyNotReached(ref);
		this.steps.headTeacherAnswers(ref);
	}

	private CaseRef begun(String plan, Map<String, Object> facts) {
		inTerm();
		Map<String, Object> all = new HashMap<>(
				Map.of("followUpPeriod", 0L, "contactPlan", plan, "guardianChannel", "OPEN", "guardianInformed", true));
		all.putAll(facts);
		return this.care.begun(MonthlyFollowUpProcess.KEY, all);
	}

	/** The morning of the next second of March: no vacation is near. */
	private LocalDate inTerm() {
		LocalDate day = this.walk.today().withMonth(3).withDayOfMonth(2);
		if (day.isBefore(this.walk.today())) {
			day = day.plusYears(1);
		}
		if (day.isAfter(this.walk.today())) {
			this.care.toMorning(days(day));
		}
		return day;
	}

	private Vacation nextVacation() {
		LocalDate day = this.walk.today().plusDays(8);
		while (true) {
			Vacation found = this.directory.vacationOn(CaseSteps.SCHOOL, day)
				.filter((vacation) -> !vacation.holiday()
						&& !vacation.firstDay().isBefore(this.walk.today().plusDays(8)))
				.orElse(null);
			if (found != null) {
				return found;
			}
			day = day.plusDays(1);
		}
	}

	private int days(LocalDate day) {
		return (int) (day.toEpochDay() - this.walk.today().toEpochDay());
	}

	private static Date date(LocalDate day) {
		return Date.from(day.atTime(LocalTime.MIDNIGHT).atZone(ZONE).toInstant());
	}

}
