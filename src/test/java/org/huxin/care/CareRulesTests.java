package org.huxin.care;

import java.util.HashMap;
import java.util.Map;

import org.huxin.FakeSubmission;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CrisisCaseProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions, a student who did not come, guardians: D19, F03, F36, rule of practice 8.
 */
class CareRulesTests {

	@ParameterizedTest
	@CsvSource({ "NONE, CONTINUE, CONTINUE, DONE", "NONE, GOALS_MET, GOALS_MET, DONE",
			"NONE, STEP_UP, RISK, RISK_FOUND", "PRESENT, , RISK, RISK_FOUND", "NOT_ASKED, CONTINUE, CONTINUE, DONE" })
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
		assertThat(note(missed).routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CONTINUE");
		FakeSubmission again = new FakeSubmission("note-session", missed).after("note-session.state", "ATTENDED",
				"MISSED");
		new NoteSessionRule().apply(again);
		assertThat(again.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CHECK_ON_STUDENT");
		FakeSubmission afterAttending = new FakeSubmission("note-session", missed).after("note-session.state", "MISSED",
				"ATTENDED");
		new NoteSessionRule().apply(afterAttending);
		assertThat(afterAttending.routed(SchoolCounsellingProcess.SESSION_RESULT)).isEqualTo("CONTINUE");
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
		FakeSubmission submission = new FakeSubmission("plan-counselling", Map.of("counselling", "SESSIONS"));
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

	private static FakeSubmission note(Map<String, Object> values) {
		FakeSubmission submission = new FakeSubmission("note-session", values);
		new NoteSessionRule().apply(submission);
		return submission;
	}

}
