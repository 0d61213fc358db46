package org.huxin.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.FakeSubmission;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follow-up talks, what the family says, missed contacts and the criteria of closing:
 * G07, G08, G12, G16, G17, K02, K21, rule of practice 1.
 */
class FollowUpRulesTests {

	private final ReviewClosingRule closing = new ReviewClosingRule(messages());

	@Test
	void talkGivesTheCodesThatTheTableDecidesBy() {
		FakeSubmission submission = talk(Map.of("safety", "NONE", "trend", "BETTER", "suggest", "CLOSE"));
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(MonthlyFollowUpProcess.FOLLOW_UP_SAFETY)).isEqualTo("NONE");
		assertThat(submission.routed(MonthlyFollowUpProcess.FOLLOW_UP_TREND)).isEqualTo("BETTER");
		assertThat(submission.routed(MonthlyFollowUpProcess.FOLLOW_UP_SUGGESTION)).isEqualTo("CLOSE");
	}

	@Test
	void talkThatCouldNotTakePlaceSaysNothingAboutSafety() {
		FakeSubmission submission = talk(Map.of("done", "NOT_POSSIBLE", "suggest", "CONTINUE"));
		assertThat(submission.routed(MonthlyFollowUpProcess.FOLLOW_UP_SAFETY)).isEqualTo("NOT_ASKED");
		assertThat(submission.routed(MonthlyFollowUpProcess.FOLLOW_UP_TREND)).isEqualTo("UNKNOWN");
	}

	@Test
	void closingIsNotSuggestedBeforeSafetyIsConfirmed() {
		assertThat(talk(Map.of("done", "NOT_POSSIBLE", "suggest", "CLOSE")).refusals())
			.containsExactly("suggest rule.followUp.closeUnsafe");
	}

	@Test
	void worseNeedsANote() {
		assertThat(talk(Map.of("safety", "NONE", "trend", "WORSE", "suggest", "INTENSIFY")).refusals())
			.containsExactly("note rule.followUp.worse");
	}

	@Test
	void closingWithEverythingInPlaceIsProposedAndTheLeaderSeesWhy() {
		FakeSubmission submission = proposed();
		this.closing.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.recorded("closingChecks"))
			.isEqualTo("连续平稳 3 期；最近一次随访：无风险；最近一次评估：一级 日常关注；监护人：已告知。规则核对：条件满足。");
	}

	// L11 K23
	@Test
	void noCaseIsClosedWhileAReportIsOwed() {
		FakeSubmission police = proposed().after("verify-concern.externalReport", "REQUIRED");
		this.closing.apply(police);
		assertThat(police.refusals()).anyMatch((refusal) -> refusal.contains("rule.closing.mandatory"));
		FakeSubmission told = proposed().after("verify-concern.externalReport", "REQUIRED")
			.after("file-mandatory-report.filedAt", "2026-11-20T10:00");
		this.closing.apply(told);
		assertThat(told.refusals()).isEmpty();
		FakeSubmission superiors = proposed().after("emergencyBegan.majorReport", "DUE");
		this.closing.apply(superiors);
		assertThat(superiors.refusals()).anyMatch((refusal) -> refusal.contains("rule.closing.majorReport"));
	}

	@Test
	void closingWithoutThreeCalmPeriodsInARowIsRefusedWithTheReason() {
		FakeSubmission submission = proposed().after("follow-up-head-teacher.alarm", "WORRY", "NONE");
		this.closing.apply(submission);
		assertThat(submission.refusals()).containsExactly("closingProposal rule.closing.missing.FOLLOW_UPS");
	}

	@Test
	void closingWithoutAFollowUpTalkIsRefused() {
		FakeSubmission submission = new FakeSubmission("review-closing",
				Map.of("closingProposal", "PROPOSE", "closingReason", "RECOVERED"))
			.after("level", "MILD");
		this.closing.apply(submission);
		assertThat(submission.refusals()).containsExactly("closingProposal rule.closing.missing.SAFETY");
	}

	@Test
	void guardianWhoMayBeToldIsToldBeforeClosing() {
		FakeSubmission submission = new FakeSubmission("review-closing",
				Map.of("closingProposal", "PROPOSE", "closingReason", "RECOVERED"))
			.after("level", "MILD")
			.after("follow-up-counsellor.safety", "NONE")
			.after("follow-up-head-teacher.alarm", "NONE", "NONE", "NONE")
			.after("informSafe", List.of("a"))
			.after("inform-guardian.reached", "NO_ANSWER", "LATER");
		this.closing.apply(submission);
		assertThat(submission.refusals()).containsExactly("closingProposal rule.closing.missing.GUARDIAN");
	}

	@Test
	void headTeacherWhoReachedTheFamilyCounts() {
		FakeSubmission submission = new FakeSubmission("review-closing",
				Map.of("closingProposal", "PROPOSE", "closingReason", "RECOVERED"))
			.after("level", "MILD")
			.after("follow-up-counsellor.safety", "NONE")
			.after("follow-up-head-teacher.alarm", "NONE", "NONE", "NONE")
			.after("informSafe", List.of("a"))
			.after("follow-up-head-teacher.home", "REACHED");
		this.closing.apply(submission);
		assertThat(submission.refusals()).isEmpty();
	}

	@Test
	void handOverNeedsAnAnswerAboutConsentAndARefusalIsRecorded() {
		FakeSubmission unasked = proposed().with("closingReason", "TRANSFERRED");
		this.closing.apply(unasked);
		assertThat(unasked.refusals()).containsExactly("closingProposal rule.closing.missing.HANDOVER");
		FakeSubmission refused = proposed().with("closingReason", "TRANSFERRED").with("handoverConsent", "NO");
		this.closing.apply(refused);
		assertThat(refused.refusals()).isEmpty();
		assertThat((String) refused.recorded("closingChecks")).endsWith("移交：学生或监护人不同意，已记下。");
	}

	@Test
	void notYetNeedsNoCriteria() {
		FakeSubmission submission = new FakeSubmission("review-closing", Map.of("closingProposal", "NOT_YET"));
		this.closing.apply(submission);
		assertThat(submission.refusals()).isEmpty();
	}

	// K21
	@Test
	void studentWhoCameBackNeedsTwoCalmAssessmentsAndTheGuardiansApproval() {
		FakeSubmission once = proposed().knowing(CareFacts.CONTACT_PLAN, "RETURN").after("assess-risk.level", "MILD");
		this.closing.apply(once);
		assertThat(once.refusals()).containsExactly("closingProposal rule.closing.missing.ASSESSMENTS");
		FakeSubmission interrupted = proposed().knowing(CareFacts.CONTACT_PLAN, "RETURN")
			.after("assess-risk.level", "MILD", "MILD", "MODERATE", "MILD");
		this.closing.apply(interrupted);
		assertThat(interrupted.refusals()).containsExactly("closingProposal rule.closing.missing.ASSESSMENTS");
		FakeSubmission against = twiceCalm("RETURN").with("guardianView", "DISAGREES");
		this.closing.apply(against);
		assertThat(against.refusals()).containsExactly("closingProposal rule.closing.missing.GUARDIAN_VIEW");
		FakeSubmission twice = twiceCalm("RETURN");
		this.closing.apply(twice);
		assertThat(twice.refusals()).isEmpty();
		assertThat((String) twice.recorded("closingChecks")).endsWith("规则核对：条件满足。复学后连续 2 次评估平稳。");
	}

	// G12 K02 K21
	@Test
	void studentWhoCameBackAfterAnAttemptIsNotClosedBeforeTheYearIsOver() {
		FakeSubmission unknown = twiceCalm("RETURN_CLOSE");
		this.closing.apply(unknown);
		assertThat(unknown.refusals()).as("nobody wrote down when it began")
			.containsExactly("closingProposal rule.closing.missing.YEAR");
		FakeSubmission early = twiceCalm("RETURN_CLOSE").knowing(CareFacts.FIRST_DAY_ON, day(2025, 11, 21));
		this.closing.apply(early);
		assertThat(early.refusals()).containsExactly("closingProposal rule.closing.missing.YEAR");
		FakeSubmission over = twiceCalm("RETURN_CLOSE").knowing(CareFacts.FIRST_DAY_ON, day(2025, 11, 20));
		this.closing.apply(over);
		assertThat(over.refusals()).isEmpty();
	}

	// G12 K02
	@Test
	void closingIsNotEvenSuggestedInThatYear() {
		FakeSubmission submission = talking(Map.of("safety", "NONE", "trend", "BETTER", "suggest", "CLOSE"))
			.knowing(CareFacts.CONTACT_PLAN, "RETURN_CLOSE")
			.knowing(CareFacts.FIRST_DAY_ON, day(2026, 3, 1));
		new FollowUpCounsellorRule().apply(submission);
		assertThat(submission.refusals()).containsExactly("suggest rule.followUp.firstYear");
	}

	// G17
	@Test
	void handOverEndsByTheReceiversAnswerOrTwoWeeksOfSilenceOrARefusal() {
		assertThat(handedOver("RECEIVED", 1)).isEmpty();
		assertThat(handedOver("SILENT", 14)).isEmpty();
		assertThat(handedOver("SILENT", 13)).containsExactly("handoverState rule.closing.silenceTooShort");
		assertThat(handedOver("WAITING", 3)).containsExactly("closingProposal rule.closing.missing.HANDOVER_OPEN");
	}

	private List<String> handedOver(String state, int daysAgo) {
		FakeSubmission submission = proposed().with("closingReason", "GRADUATED")
			.with("handoverConsent", "YES")
			.with("handoverState", state)
			.with("handoverSentOn", FakeSubmission.NOW.toLocalDate().minusDays(daysAgo).atStartOfDay());
		this.closing.apply(submission);
		return submission.refusals();
	}

	// G08 G16
	@Test
	void studentWhoCouldNotBeTalkedToTwiceInARowIsTheLeadersConcern() {
		FakeSubmission once = headTeacher("NOT_POSSIBLE", "REACHED");
		assertThat(once.routed(MonthlyFollowUpProcess.CONTACT_GAP)).isNull();
		FakeSubmission twice = new FakeSubmission("follow-up-head-teacher",
				Map.of("talked", "NOT_POSSIBLE", "home", "REACHED"))
			.after("follow-up-head-teacher.talked", "YES", "NOT_POSSIBLE");
		new FollowUpHeadTeacherRule().apply(twice);
		assertThat(twice.routed(MonthlyFollowUpProcess.CONTACT_GAP)).isTrue();
		FakeSubmission counsellor = talking(Map.of("done", "NOT_POSSIBLE", "suggest", "CONTINUE"))
			.after("follow-up-counsellor.done", "NOT_POSSIBLE");
		new FollowUpCounsellorRule().apply(counsellor);
		assertThat(counsellor.routed(MonthlyFollowUpProcess.CONTACT_GAP)).isTrue();
	}

	// D13
	@Test
	void familyIsNotCalledWhereTellingIsNotSafe() {
		assertThat(headTeacher("YES", "REACHED").refusals()).isEmpty();
		for (String channel : List.of("HOLD", "BLOCKED")) {
			FakeSubmission called = new FakeSubmission("follow-up-head-teacher",
					Map.of("talked", "YES", "home", "NOT_REACHED"))
				.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, channel);
			new FollowUpHeadTeacherRule().apply(called);
			assertThat(called.refusals()).containsExactly("home rule.watch.homeNotAdvised");
			FakeSubmission heeded = new FakeSubmission("follow-up-head-teacher",
					Map.of("talked", "YES", "home", "NOT_ADVISED"))
				.knowing(CrisisCaseProcess.GUARDIAN_CHANNEL, channel);
			new FollowUpHeadTeacherRule().apply(heeded);
			assertThat(heeded.refusals()).isEmpty();
		}
	}

	// G16 F36
	@ParameterizedTest
	@CsvSource({ "GUARDIAN, SAME, NO, REGULAR, YES, CALM", "STAFF, BETTER, YES, REGULAR, YES, WORRY",
			"STAFF, WORRYING, NO, REGULAR, YES, CONCERNED", "GUARDIAN, SAME, UNSURE, REGULAR, YES, CONCERNED",
			"GUARDIAN, SAME, NO, INTERRUPTED, YES, CONCERNED", "GUARDIAN, SAME, NO, NOT_NEEDED, NOT_YET, CONCERNED",
			"NOT_REACHED, , , , , NONE" })
	void whatTheFamilySaysBecomesOneCode(String by, String overall, String worry, String visit, String safeHome,
			String view) {
		Map<String, Object> values = new HashMap<>(Map.of("answeredBy", by));
		if (overall != null) {
			values.putAll(Map.of("overall", overall, "worry", worry, "visit", visit, "safeHome", safeHome));
		}
		FakeSubmission submission = new FakeSubmission("follow-up-guardian", values)
			.after("follow-up-guardian.answeredBy", "NOT_REACHED");
		new FollowUpGuardianRule().apply(submission);
		assertThat(submission.routed(MonthlyFollowUpProcess.FAMILY_VIEW)).isEqualTo(view);
		assertThat(submission.routed(MonthlyFollowUpProcess.CONTACT_GAP))
			.isEqualTo(by.equals("NOT_REACHED") ? Boolean.TRUE : null);
	}

	private static FakeSubmission headTeacher(String talked, String home) {
		FakeSubmission submission = new FakeSubmission("follow-up-head-teacher",
				Map.of("talked", talked, "home", home));
		new FollowUpHeadTeacherRule().apply(submission);
		return submission;
	}

	private static FakeSubmission twiceCalm(String plan) {
		return proposed().knowing(CareFacts.CONTACT_PLAN, plan)
			.with("guardianView", "AGREES")
			.after("assess-risk.level", "SEVERE", "MILD", "NONE");
	}

	private static Date day(int year, int month, int day) {
		return Date.from(LocalDate.of(year, month, day).atStartOfDay().atZone(ZoneId.of("Asia/Shanghai")).toInstant());
	}

	private static FakeSubmission proposed() {
		return new FakeSubmission("review-closing", Map.of("closingProposal", "PROPOSE", "closingReason", "RECOVERED"))
			.after("level", "MILD")
			.after("follow-up-counsellor.safety", "NONE")
			.after("follow-up-head-teacher.alarm", "NONE", "NONE", "NONE")
			.after("inform-guardian.reached", "REACHED");
	}

	private static FakeSubmission talking(Map<String, Object> answers) {
		Map<String, Object> values = new HashMap<>(Map.of("done", "TALKED"));
		values.putAll(answers);
		return new FakeSubmission("follow-up-counsellor", values);
	}

	private static FakeSubmission talk(Map<String, Object> answers) {
		FakeSubmission submission = talking(answers);
		new FollowUpCounsellorRule().apply(submission);
		return submission;
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
