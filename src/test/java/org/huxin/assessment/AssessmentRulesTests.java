package org.huxin.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.huxin.FakeSubmission;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Levels go up alone, down only with a reason and a second person; a positive suicide
 * item never leads below the rule's level (invariant 4, E01, K07).
 */
class AssessmentRulesTests {

	private final GuardianSafety guardians = Mockito.mock(GuardianSafety.class);

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	private final AssessRiskRule rule = new AssessRiskRule(this.guardians, this.directory);

	@BeforeEach
	void guardiansMayBeToldAndTheCounsellorIsQualified() {
		StaffEntry counsellor = Mockito.mock(StaffEntry.class);
		BDDMockito.given(this.directory.staffByAccount("counselor")).willReturn(Optional.of(counsellor));
		BDDMockito.given(this.directory.qualified(ArgumentMatchers.any(), ArgumentMatchers.any())).willReturn(true);
		BDDMockito.given(this.guardians.answered(ArgumentMatchers.any())).willReturn("OPEN");
	}

	@Test
	void levelAsSuggestedHoldsAtOnce() {
		FakeSubmission submission = assessed("MILD");
		this.rule.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.recorded("suggestedLevel")).isEqualTo("MILD");
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).isFalse();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("OPEN");
		assertThat(submission.level()).contains("MILD");
	}

	// A23
	@Test
	void onlyAQualifiedCounsellorAssesses() {
		BDDMockito.given(this.directory.qualified(ArgumentMatchers.any(), ArgumentMatchers.any())).willReturn(false);
		FakeSubmission submission = assessed("MILD");
		this.rule.apply(submission);
		assertThat(submission.refusals()).containsExactly("assessedAt rule.assess.notQualified");
	}

	@Test
	void higherLevelNeedsAReasonButNoSecondPerson() {
		FakeSubmission submission = assessed("SEVERE");
		this.rule.apply(submission);
		assertThat(submission.refusals()).containsExactly("levelReason rule.assess.above");
		FakeSubmission reasoned = assessed("SEVERE").with("levelReason", "直觉");
		this.rule.apply(reasoned);
		assertThat(reasoned.refusals()).isEmpty();
		assertThat(reasoned.routed(CrisisCaseProcess.SECOND_PERSON)).isFalse();
		assertThat(reasoned.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
	}

	@Test
	void lowerLevelNeedsAReasonAndASecondPerson() {
		FakeSubmission submission = assessed("MILD").with("ideation", "MONTH");
		this.rule.apply(submission);
		assertThat(submission.refusals()).containsExactly("levelReason rule.assess.below");
		FakeSubmission reasoned = assessed("MILD").with("ideation", "MONTH").with("levelReason", "已缓解");
		this.rule.apply(reasoned);
		assertThat(reasoned.refusals()).isEmpty();
		assertThat(reasoned.routed(CrisisCaseProcess.SECOND_PERSON)).isTrue();
		assertThat(reasoned.level()).isEmpty();
	}

	@Test
	void noCareAtAllAlwaysNeedsASecondPerson() {
		FakeSubmission submission = assessed("NONE").with("reality", List.of("NONE"))
			.with("riskFactors", List.of("NONE"));
		this.rule.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).isTrue();
	}

	@Test
	void levelThatFallsBelowTheLastOneNeedsASecondPerson() {
		FakeSubmission submission = assessed("MILD").after("level", "MODERATE");
		this.rule.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).isTrue();
	}

	@Test
	void positiveSuicideItemForbidsALevelBelowTheRules() {
		FakeSubmission submission = assessed("MILD").with("instruments", List.of("ASQ"))
			.with("asq1", "REFUSED")
			.with("asq2", "NO")
			.with("asq3", "NO")
			.with("asq4", "NO")
			.with("asq5", "NO")
			.with("levelReason", "他在开玩笑");
		this.rule.apply(submission);
		assertThat(submission.recorded("suggestedLevel")).isEqualTo("MODERATE");
		assertThat(submission.refusals()).containsExactly("level rule.assess.positiveItem");
	}

	@Test
	void thoughtsRightNowSuggestActingAtOnce() {
		FakeSubmission submission = assessed("ACUTE").with("instruments", List.of("ASQ"))
			.with("asq1", "YES")
			.with("asq2", "NO")
			.with("asq3", "NO")
			.with("asq4", "NO")
			.with("asq5", "YES");
		this.rule.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.recorded("suggestedLevel")).isEqualTo("ACUTE");
	}

	@Test
	void suspicionOfHarmAsksForMoreThanCounsellingWhateverTheLevel() {
		FakeSubmission submission = assessed("MILD").with("mandatory", "YES");
		this.rule.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
	}

	@Test
	void studentOfWhomNoGuardianMayBeToldNeedsTheLeaderToNameAnotherAdult() {
		BDDMockito.given(this.guardians.answered(ArgumentMatchers.any())).willReturn("BLOCKED");
		FakeSubmission submission = assessed("MILD");
		this.rule.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
		FakeSubmission agreed = confirmed("AGREE").after("assess-risk.guardianChannel", "BLOCKED");
		new ConfirmLevelRule().apply(agreed);
		assertThat(agreed.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
	}

	@Test
	void nothingAndSomethingDoNotGoTogether() {
		FakeSubmission submission = assessed("MILD").with("protectives", List.of("NONE", "FRIENDS"));
		this.rule.apply(submission);
		assertThat(submission.refusals()).containsExactly("protectives rule.assess.noneAndSome");
	}

	@Test
	void nextAssessmentIsNotLaterThanTheProfileAllows() {
		FakeSubmission submission = assessed("MILD").with("nextAssessOn", FakeSubmission.NOW.plusDays(91));
		this.rule.apply(submission);
		assertThat(submission.refusals()).containsExactly("nextAssessOn rule.assess.nextTooLate");
	}

	@Test
	void agreedLevelHolds() {
		FakeSubmission submission = confirmed("AGREE");
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.recorded("level")).isEqualTo("MILD");
		assertThat(submission.level()).contains("MILD");
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
	}

	@Test
	void refusedLevelGivesWayToTheRulesAndIsNeverLessThanBefore() {
		FakeSubmission submission = confirmed("DISAGREE");
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.level()).contains("MODERATE");
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
		FakeSubmission before = confirmed("DISAGREE").after("assess-risk.levelBefore", "SEVERE");
		new ConfirmLevelRule().apply(before);
		assertThat(before.level()).contains("SEVERE");
	}

	@Test
	void refusedNothingIsAtLeastMild() {
		FakeSubmission submission = new FakeSubmission("confirm-level", Map.of("confirmation", "DISAGREE"))
			.after("assess-risk.level", "NONE")
			.after("assess-risk.suggestedLevel", "NONE");
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.level()).contains("MILD");
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
	}

	@Test
	void suspicionOfHarmStaysWithTheLeaderAfterConfirmation() {
		FakeSubmission submission = confirmed("AGREE").after("assess-risk.mandatory", "YES")
			.after("assess-risk.next", List.of("COUNSELLING"));
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("OTHER");
	}

	private static FakeSubmission confirmed(String confirmation) {
		return new FakeSubmission("confirm-level", Map.of("confirmation", confirmation))
			.after("assess-risk.level", "MILD")
			.after("assess-risk.suggestedLevel", "MODERATE")
			.after("assess-risk.levelBefore", "NONE");
	}

	private static FakeSubmission assessed(String level) {
		Map<String, Object> values = new HashMap<>(Map.of("instruments", List.of(), "ideation", "NONE", "planMeans",
				List.of("NONE"), "behaviour", "NONE", "intentSelfInjury", "NO_ACT", "harmOthers", "NONE", "reality",
				List.of("SLEEP"), "riskFactors", List.of("STUDY")));
		values.put("level", level);
		values.put("next", List.of("COUNSELLING"));
		values.put("mandatory", "NO");
		values.put("nextAssessOn", FakeSubmission.NOW.plusDays(30));
		return new FakeSubmission("assess-risk", values);
	}

}
