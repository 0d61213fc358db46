package org.huxin.care;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.FakeSubmission;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions and their dates, evaluation, the head teacher's watch, a student who did not
 * come, guardians: D19, F03, F04, F08, F09, F11–F13, F15, F16, F35, F36, G17, K12, rules
 * of practice 1 and 8.
 */
class CareRulesTests {

	@ParameterizedTest
	@CsvSource({ "NONE, CONTINUE, CONTINUE, DONE", "NONE, GOALS_MET, GOALS_MET, DONE",
			"NONE, STEP_UP, REASSESS, RISK_FOUND", "PRESENT, , REASSESS, RISK_FOUND",
			"NOT_ASKED, CONTINUE, CONTINUE, DONE" })
	void attendedSessionLeadsOn(String safety, String after, String result, String outcome) {
		Map<String, Object> values = new HashMap<>(Map.of("state", "ATTENDED", "safety", safety));
		if (after != null) {
			values.put("afterSession", after);
		}
		FakeSubmission submission = note(values);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo(result);
		assertThat(submission.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isEqualTo(outcome);
	}

	@Test
	void counsellingDoesNotEndWithoutAskingAboutSafety() {
		FakeSubmission submission = note(
				Map.of("state", "ATTENDED", "safety", "NOT_ASKED", "afterSession", "GOALS_MET"));
		assertThat(submission.refusals()).containsExactly("safety rule.session.askBeforeEnding");
	}

	@ParameterizedTest
	@CsvSource({ "EXCUSED", "MOVED" })
	void excusedOrMovedSessionJustGoesOn(String state) {
		assertThat(note(Map.of("state", state)).routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CONTINUE");
	}

	@Test
	void missedStudentWhomNobodySawIsLookedForAtOnce() {
		assertThat(note(Map.of("state", "MISSED", "seenToday", "NOT_SEEN"))
			.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CHECK_ON_STUDENT");
	}

	@Test
	void missedStudentWhoWasSeenGetsASecondTryAndThenTheHeadTeacher() {
		Map<String, Object> missed = Map.of("state", "MISSED", "seenToday", "SEEN");
		assertThat(note(missed).routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("SECOND_TRY");
		FakeSubmission again = new FakeSubmission("note-session", missed).after("sessionState", "ATTENDED", "MISSED");
		new NoteSessionRule().apply(again);
		assertThat(again.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CHECK_ON_STUDENT");
		FakeSubmission afterAttending = new FakeSubmission("note-session", missed).after("sessionState", "MISSED",
				"ATTENDED");
		new NoteSessionRule().apply(afterAttending);
		assertThat(afterAttending.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("SECOND_TRY");
	}

	@ParameterizedTest
	@CsvSource({ "SEEN_WELL, DONE", "SEEN_WORRYING, RISK_FOUND", "NOT_SEEN, RISK_FOUND" })
	void headTeacherWhoIsNotAtEaseBringsANewAssessment(String seen, String outcome) {
		FakeSubmission submission = new FakeSubmission("check-on-student", Map.of("studentSeen", seen));
		new CheckOnStudentRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isEqualTo(outcome);
	}

	@Test
	void helpAtSchoolBeginsWithoutRisk() {
		FakeSubmission submission = new FakeSubmission("plan-counselling",
				Map.of("counselling", "SESSIONS", "frequency", "WEEKLY"));
		new PlanCounsellingRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isEqualTo("DONE");
	}

	@ParameterizedTest
	@CsvSource({ "REACHED, true", "NO_ANSWER, false", "REFUSED, false", "WRONG_NUMBER, false", "LATER, false",
			"HELD, false" })
	void guardianIsInformedOnlyWhenReached(String reached, boolean informed) {
		FakeSubmission submission = new FakeSubmission("inform-guardian",
				Map.of("reached", reached, "adultConsent", "UNDER_18"));
		new InformGuardianRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isEqualTo(informed);
	}

	@Test
	void studentOfAgeWhoDoesNotConsentIsNotSpokenAbout() {
		FakeSubmission submission = new FakeSubmission("inform-guardian",
				Map.of("reached", "REACHED", "adultConsent", "DISAGREES"));
		new InformGuardianRule().apply(submission);
		assertThat(submission.refusals()).containsExactly("adultConsent rule.guardian.noConsent");
	}

	@Test
	void clarifiedSafetyOpensOrBlocksTheChannel() {
		GuardianSafety guardians = Mockito.mock(GuardianSafety.class);
		BDDMockito.given(guardians.answered(ArgumentMatchers.any())).willReturn("BLOCKED");
		FakeSubmission submission = new FakeSubmission("clarify-guardian", Map.of());
		new ClarifyGuardianRule(guardians).apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("BLOCKED");
	}

	// K12 F09 F13 F15 G07 G12
	@ParameterizedTest
	@CsvSource({ "LIGHT, MONTHLY, true", "STEADY, TWO_WEEKS, true", "STEADY, MONTHLY, false", "TREATED, MONTHLY, false",
			"TREATED, TWO_WEEKS, true", "CLOSE, WEEKLY, false", "CLOSE, TWICE_A_WEEK, true", "RETURN, MONTHLY, true",
			"RETURN_CLOSE, MONTHLY, true" })
	void sessionsAreAtLeastAsOftenAsTheContactPlanAsks(String plan, String frequency, boolean allowed) {
		FakeSubmission submission = planned(plan, frequency, 1);
		assertThat(submission.refusals())
			.isEqualTo(allowed ? List.of() : List.of("frequency rule.plan.tooRare." + plan));
	}

	// K12
	@ParameterizedTest
	@CsvSource({ "STEADY, TWO_WEEKS, 15, 16", "TREATED, TWO_WEEKS, 15, 16", "CLOSE, TWICE_A_WEEK, 4, 5",
			"LIGHT, MONTHLY, 30, 31" })
	void nextSessionIsNeverLaterThanTheContactPlanAllows(String plan, String frequency, int allowed, int tooLate) {
		assertThat(planned(plan, frequency, allowed).refusals()).isEmpty();
		assertThat(planned(plan, frequency, tooLate).refusals()).containsExactly("nextSessionOn rule.session.tooLate");
		FakeSubmission note = attended(plan, tooLate);
		assertThat(note.refusals()).containsExactly("nextSessionOn rule.session.tooLate");
	}

	// E01 F16
	@Test
	void whoIsLookedAfterDailyIsAssessedAgainBeforeTheHelpEnds() {
		FakeSubmission note = new FakeSubmission("note-session",
				Map.of("state", "ATTENDED", "safety", "NONE", "afterSession", "GOALS_MET"))
			.knowing(CareFacts.CONTACT_PLAN, "CLOSE");
		new NoteSessionRule().apply(note);
		assertThat(note.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("REASSESS");
		FakeSubmission evaluation = new FakeSubmission("evaluate-counselling",
				Map.of("present", "CAME", "safety", "NONE", "evaluation", "GOALS_MET"))
			.knowing(CareFacts.CONTACT_PLAN, "CLOSE");
		new EvaluateCounsellingRule().apply(evaluation);
		assertThat(evaluation.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("REASSESS");
	}

	// K12 F05
	@Test
	void secondTryComesWithinThreeDays() {
		FakeSubmission late = new FakeSubmission("note-session",
				Map.of("state", "MISSED", "seenToday", "SEEN", "nextSessionOn", inDays(4)));
		new NoteSessionRule().apply(late);
		assertThat(late.refusals()).containsExactly("nextSessionOn rule.session.tooLate");
	}

	// K12
	@Test
	void sessionAfterTheNextIsSuggestedAtTheAgreedInterval() {
		assertThat(planned("STEADY", "TWO_WEEKS", 1).recorded("suggestedNextOn")).isEqualTo("2026-12-05");
		assertThat(attended("STEADY", 14).recorded("suggestedNextOn")).isEqualTo("2026-12-18");
	}

	// F35 G17
	@Test
	void sessionIsTheEvaluationWhenItsPeriodIsOver() {
		FakeSubmission plan = planned("STEADY", "TWO_WEEKS", 14);
		assertThat(plan.recorded("evaluateOn")).isEqualTo("2026-12-20");
		assertThat(plan.routed(SchoolCounsellingProcess.EVALUATION_DUE)).isFalse();
		assertThat(attendedBefore("2026-12-05").routed(SchoolCounsellingProcess.EVALUATION_DUE)).isFalse();
		assertThat(attendedBefore("2026-12-04").routed(SchoolCounsellingProcess.EVALUATION_DUE)).isTrue();
		assertThat(evaluated("CONTINUE", "NONE").recorded("evaluateOn")).isEqualTo("2026-12-20");
	}

	// F04 G17 D19
	@ParameterizedTest
	@CsvSource({ "CONTINUE, NONE, CONTINUE, DONE", "GOALS_MET, NONE, GOALS_MET, DONE",
			"STEP_DOWN, NONE, REASSESS, RISK_FOUND", "STEP_UP, NONE, REASSESS, RISK_FOUND",
			", PRESENT, REASSESS, RISK_FOUND" })
	void evaluationGoesOnEndsOrBringsANewAssessment(String evaluation, String safety, String result, String outcome) {
		FakeSubmission submission = evaluated(evaluation, safety);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo(result);
		assertThat(submission.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isEqualTo(outcome);
		assertThat(submission.routed(SchoolCounsellingProcess.EVALUATION_DUE)).isFalse();
	}

	// D19
	@Test
	void evaluationDoesNotEndCounsellingWithoutAskingAboutSafety() {
		assertThat(evaluated("GOALS_MET", "NOT_ASKED").refusals())
			.containsExactly("safety rule.session.askBeforeEnding");
	}

	// F03 F35
	@Test
	void evaluationToWhichTheStudentDidNotComeIsASessionMissed() {
		Map<String, Object> missed = Map.of("present", "MISSED", "seenToday", "SEEN", "nextSessionOn", inDays(2));
		FakeSubmission first = new FakeSubmission("evaluate-counselling", missed).after("evaluateOn", "2026-11-20");
		new EvaluateCounsellingRule().apply(first);
		assertThat(first.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("SECOND_TRY");
		assertThat(first.routed(SchoolCounsellingProcess.EVALUATION_DUE)).as("it is made up for").isTrue();
		FakeSubmission second = new FakeSubmission("evaluate-counselling", missed).after("sessionState", "MISSED");
		new EvaluateCounsellingRule().apply(second);
		assertThat(second.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CHECK_ON_STUDENT");
	}

	// F15 G12
	@ParameterizedTest
	@CsvSource({ "LIGHT, true", "STEADY, true", "TREATED, true", "RETURN, true", "CLOSE, false",
			"RETURN_CLOSE, false" })
	void whoIsLookedAfterCloselyIsNotLeftToFollowUpAlone(String plan, boolean allowed) {
		FakeSubmission submission = new FakeSubmission("plan-counselling", Map.of("counselling", "FOLLOW_UP_ONLY"))
			.knowing(CareFacts.CONTACT_PLAN, plan);
		new PlanCounsellingRule().apply(submission);
		assertThat(submission.refusals()).isEqualTo(allowed ? List.of() : List.of("counselling rule.plan.meetAnyway"));
	}

	// F11 F16
	@Test
	void worriedHeadTeacherBringsANewAssessmentAtOnce() {
		FakeSubmission worried = watch("STEADY", "OPEN", "YES", "WORRY", "REACHED");
		assertThat(worried.routed(SchoolCounsellingProcess.WATCH_RESULT)).isEqualTo("WORRY");
		assertThat(worried.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isEqualTo("RISK_FOUND");
		FakeSubmission calm = watch("STEADY", "OPEN", "YES", "NONE", "REACHED");
		assertThat(calm.routed(SchoolCounsellingProcess.WATCH_RESULT)).isEqualTo("CALM");
		assertThat(calm.routed(CrisisCaseProcess.SUPPORT_OUTCOME)).isNull();
	}

	// F16
	@ParameterizedTest
	@CsvSource({ "CLOSE, WORRY", "STEADY, CALM" })
	void whoIsLookedAfterDailyAndWasNotSeenOnTwoDaysIsAWorry(String plan, String result) {
		FakeSubmission submission = new FakeSubmission("weekly-watch",
				Map.of("talked", "NOT_POSSIBLE", "alarm", "NONE", "home", "REACHED"))
			.knowing(CareFacts.CONTACT_PLAN, plan)
			.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, "OPEN")
			.after("weekly-watch.talked", "NOT_POSSIBLE");
		new WeeklyWatchRule().apply(submission);
		assertThat(submission.routed(SchoolCounsellingProcess.WATCH_RESULT)).isEqualTo(result);
	}

	// F16
	@ParameterizedTest
	@CsvSource({ "OTHER, HOSPITAL, CALM", "HOSPITAL, OTHER, CALM", "ILL, ILL, WORRY" })
	void whoIsInAHospitalIsNotMissedAtSchool(String before, String now, String result) {
		FakeSubmission submission = new FakeSubmission("weekly-watch",
				Map.of("talked", "NOT_POSSIBLE", "whyNot", now, "alarm", "NONE", "home", "REACHED"))
			.knowing(CareFacts.CONTACT_PLAN, "CLOSE")
			.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, "OPEN")
			.after("weekly-watch.talked", "NOT_POSSIBLE")
			.after("weekly-watch.whyNot", before);
		new WeeklyWatchRule().apply(submission);
		assertThat(submission.routed(SchoolCounsellingProcess.WATCH_RESULT)).isEqualTo(result);
		assertThat(submission.routed(CareFacts.REFERRAL_OUTCOME)).as("a referral ends with it")
			.isEqualTo(result.equals("WORRY") ? "REASSESS" : null);
	}

	// F12 D13
	@ParameterizedTest
	@CsvSource({ "BLOCKED, REACHED, rule.watch.homeNotAdvised", "HOLD, NOT_REACHED, rule.watch.homeNotAdvised",
			"BLOCKED, NOT_ADVISED, ", "OPEN, NOT_DUE, rule.watch.homeDue", "OPEN, NOT_REACHED, ",
			"BLOCKED, NOT_DUE, " })
	void familyIsCalledTwiceAMonthAndNeverWhereItIsNotSafe(String channel, String home, String refusal) {
		FakeSubmission submission = new FakeSubmission("weekly-watch",
				Map.of("talked", "YES", "alarm", "NONE", "home", home))
			.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, channel)
			.after("weekly-watch.homeOn", "2026-11-01");
		new WeeklyWatchRule().apply(submission);
		assertThat(submission.refusals()).isEqualTo((refusal != null) ? List.of("home " + refusal) : List.of());
	}

	// F12
	@Test
	void halfAMonthBeginsWithTheFirstLookOrTheLastCall() {
		assertThat(watch("STEADY", "OPEN", "YES", "NONE", "NOT_DUE").recorded("homeOn")).isEqualTo("2026-11-20");
		FakeSubmission lately = new FakeSubmission("weekly-watch",
				Map.of("talked", "YES", "alarm", "NONE", "home", "NOT_DUE"))
			.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, "OPEN")
			.after("weekly-watch.homeOn", "2026-11-10");
		new WeeklyWatchRule().apply(lately);
		assertThat(lately.refusals()).isEmpty();
		assertThat(lately.recorded("homeOn")).isNull();
	}

	private static FakeSubmission watch(String plan, String channel, String talked, String alarm, String home) {
		FakeSubmission submission = new FakeSubmission("weekly-watch",
				Map.of("talked", talked, "alarm", alarm, "home", home))
			.knowing(CareFacts.CONTACT_PLAN, plan)
			.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, channel);
		new WeeklyWatchRule().apply(submission);
		return submission;
	}

	private static FakeSubmission planned(String plan, String frequency, int days) {
		FakeSubmission submission = new FakeSubmission("plan-counselling",
				Map.of("counselling", "SESSIONS", "frequency", frequency, "nextSessionOn", inDays(days)))
			.knowing(CareFacts.CONTACT_PLAN, plan);
		new PlanCounsellingRule().apply(submission);
		return submission;
	}

	private static FakeSubmission attended(String plan, int days) {
		FakeSubmission submission = new FakeSubmission("note-session",
				Map.of("state", "ATTENDED", "safety", "NONE", "afterSession", "CONTINUE", "nextSessionOn",
						inDays(days)))
			.knowing(CareFacts.CONTACT_PLAN, plan)
			.after("plan-counselling.frequency", "TWO_WEEKS");
		new NoteSessionRule().apply(submission);
		return submission;
	}

	private static FakeSubmission attendedBefore(String evaluateOn) {
		FakeSubmission submission = new FakeSubmission("note-session",
				Map.of("state", "ATTENDED", "safety", "NONE", "afterSession", "CONTINUE", "nextSessionOn", inDays(14)))
			.after("evaluateOn", evaluateOn);
		new NoteSessionRule().apply(submission);
		return submission;
	}

	private static FakeSubmission evaluated(String evaluation, String safety) {
		Map<String, Object> values = new HashMap<>(Map.of("present", "CAME", "safety", safety));
		if (evaluation != null) {
			values.put("evaluation", evaluation);
		}
		FakeSubmission submission = new FakeSubmission("evaluate-counselling", values).knowing(CareFacts.CONTACT_PLAN,
				"STEADY");
		new EvaluateCounsellingRule().apply(submission);
		return submission;
	}

	private static LocalDateTime inDays(int days) {
		return FakeSubmission.NOW.toLocalDate().plusDays(days).atStartOfDay();
	}

	private static FakeSubmission note(Map<String, Object> values) {
		FakeSubmission submission = new FakeSubmission("note-session", values);
		new NoteSessionRule().apply(submission);
		return submission;
	}

}
