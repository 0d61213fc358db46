package org.huxin.followup;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.FakeSubmission;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follow-up talks and the criteria of closing: G07, G17, K21.
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
	void handOverNeedsConsent() {
		FakeSubmission submission = proposed().with("closingReason", "TRANSFERRED").with("handoverConsent", "NO");
		this.closing.apply(submission);
		assertThat(submission.refusals()).containsExactly("closingProposal rule.closing.missing.HANDOVER");
	}

	@Test
	void notYetNeedsNoCriteria() {
		FakeSubmission submission = new FakeSubmission("review-closing", Map.of("closingProposal", "NOT_YET"));
		this.closing.apply(submission);
		assertThat(submission.refusals()).isEmpty();
	}

	private static FakeSubmission proposed() {
		return new FakeSubmission("review-closing", Map.of("closingProposal", "PROPOSE", "closingReason", "RECOVERED"))
			.after("level", "MILD")
			.after("follow-up-counsellor.safety", "NONE")
			.after("follow-up-head-teacher.alarm", "NONE", "NONE", "NONE")
			.after("inform-guardian.reached", "REACHED");
	}

	private static FakeSubmission talk(Map<String, Object> answers) {
		Map<String, Object> values = new HashMap<>(Map.of("done", "TALKED"));
		values.putAll(answers);
		FakeSubmission submission = new FakeSubmission("follow-up-counsellor", values);
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
