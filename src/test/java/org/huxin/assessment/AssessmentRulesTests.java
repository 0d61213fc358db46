package org.huxin.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.InstrumentRegister;
import org.huxin.school.LicensedInstrumentEntry;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;
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

	private final InstrumentRegister instruments = Mockito.mock(InstrumentRegister.class);

	private final AssessRiskRule rule = new AssessRiskRule(this.guardians, this.directory, this.instruments);

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
		assertThat(reasoned.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("HOSPITAL");
		assertThat(reasoned.routed(CareFacts.REFERRAL_PLAN)).isEqualTo("AT_ONCE");
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
	void levelThatStillWaitsForItsSecondPersonIsNotTheOneToCompareWith() {
		FakeSubmission submission = assessed("MILD").after("levelThatHolds", "MODERATE").after("level", "MILD");
		this.rule.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).as("two sittings do not lower a level").isTrue();
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

	// S1 K08
	@Test
	void eachLevelHasItsHelpAndItsContactPlan() {
		assertHelp("MILD", "SCHOOL", "SUGGEST", "LIGHT", false);
		assertHelp("MODERATE", "SCHOOL", "SUGGEST", "STEADY", true);
		assertHelp("SEVERE", "HOSPITAL", "AT_ONCE", "CLOSE", false);
		assertHelp("ACUTE", "EMERGENCY", "AT_ONCE", "CLOSE", false);
	}

	private void assertHelp(String level, String track, String referral, String contact, boolean conference) {
		FakeSubmission submission = assessed(level).with("levelReason", "面谈所见");
		this.rule.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo(track);
		assertThat(submission.routed(CareFacts.REFERRAL_PLAN)).isEqualTo(referral);
		assertThat(submission.routed(CareFacts.CONTACT_PLAN)).isEqualTo(contact);
		assertThat(submission.routed(CareFacts.CONFERENCE_NEEDED)).isEqualTo(conference);
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isEqualTo("PROTECT");
	}

	// S1 S6
	@Test
	void tickedStepsGoFurtherThanTheLevel() {
		assertTrack(List.of("SUGGEST_HOSPITAL"), "HOSPITAL", "SUGGEST", false);
		assertTrack(List.of("HOSPITAL_NOW"), "HOSPITAL", "AT_ONCE", false);
		assertTrack(List.of("EMERGENCY", "CONFERENCE"), "EMERGENCY", "SUGGEST", false);
		assertTrack(List.of("COUNSELLING", "CONFERENCE"), "SCHOOL", "SUGGEST", true);
	}

	private void assertTrack(List<String> next, String track, String referral, boolean conference) {
		FakeSubmission submission = assessed("MILD").with("next", next);
		this.rule.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo(track);
		assertThat(submission.routed(CareFacts.REFERRAL_PLAN)).isEqualTo(referral);
		assertThat(submission.routed(CareFacts.CONFERENCE_NEEDED)).isEqualTo(conference);
	}

	// F37
	@Test
	void selfInjuryWithoutAWishToDieIsTreatedAsSuch() {
		FakeSubmission submission = assessed("ACUTE").with("behaviour", "MONTHS_3")
			.with("intentSelfInjury", "NO_INTENT")
			.with("levelReason", "伤口需要处理");
		this.rule.apply(submission);
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isEqualTo("FIRST_AID");
		assertThat(submission.recorded("pastAttempt")).isEqualTo(false);
	}

	// F26, rule of practice 11
	@Test
	void threatThatLastsIsNotTransientAndTheTargetIsProtected() {
		FakeSubmission transientThreat = assessed("MILD").with("harmOthers", "TRANSIENT")
			.with("threatLasting", "UNCLEAR")
			.with("threatSigns", List.of("TARGET"));
		this.rule.apply(transientThreat);
		assertThat(transientThreat.refusals()).containsExactly("harmOthers rule.assess.threatLasting");
		FakeSubmission armed = assessed("SEVERE").with("harmOthers", "SERIOUS")
			.with("threatLasting", "LASTING")
			.with("threatSigns", List.of("WEAPON"));
		this.rule.apply(armed);
		assertThat(armed.refusals()).containsExactly("harmOthers rule.assess.threatGrave");
		FakeSubmission serious = assessed("SEVERE").with("harmOthers", "SERIOUS")
			.with("threatLasting", "LASTING")
			.with("threatSigns", List.of("TARGET"));
		this.rule.apply(serious);
		assertThat(serious.refusals()).isEmpty();
		assertThat(serious.routed(RiskAssessmentProcess.PROTECT_TARGET)).isTrue();
		FakeSubmission verySerious = assessed("ACUTE").with("harmOthers", "VERY_SERIOUS")
			.with("threatLasting", "LASTING")
			.with("threatSigns", List.of("WEAPON"));
		this.rule.apply(verySerious);
		assertThat(verySerious.routed(CareFacts.RESPONSE_PLAN)).isEqualTo("SEPARATE");
		assertThat(verySerious.routed(RiskAssessmentProcess.PROTECT_TARGET)).as("the commander does").isFalse();
	}

	// F26
	@Test
	void whoMayBeHurtIsToldOrItIsWrittenWhyNot() {
		FakeSubmission silent = new FakeSubmission("protect-target", Map.of("protectedHow", List.of("APART")));
		new ProtectTargetRule().apply(silent);
		assertThat(silent.refusals()).containsExactly("notToldWhy rule.protect.tellThem");
		FakeSubmission told = new FakeSubmission("protect-target", Map.of("protectedHow", List.of("TOLD_PERSON")));
		new ProtectTargetRule().apply(told);
		assertThat(told.refusals()).isEmpty();
	}

	// E03 S3
	@Test
	void screeningHitIsTestedAndInterviewedASecondTime() {
		FakeSubmission first = assessed("MILD").after("verify-concern.criteria", List.of("SCREENING_HIT"));
		this.rule.apply(first);
		assertThat(first.routed(RiskAssessmentProcess.SECOND_SITTING)).isTrue();
		FakeSubmission second = assessed("MILD").after("verify-concern.criteria", List.of("SCREENING_HIT"))
			.after("assess-risk.secondSitting", "ASKED")
			.with("kindOfAssessment", "FIRST");
		this.rule.apply(second);
		assertThat(second.refusals()).containsExactly("instruments rule.assess.againInstrument",
				"kindOfAssessment rule.assess.againKind");
		assertThat(second.routed(RiskAssessmentProcess.SECOND_SITTING)).isFalse();
		FakeSubmission severe = assessed("SEVERE").after("verify-concern.criteria", List.of("SCREENING_HIT"))
			.with("levelReason", "面谈所见");
		this.rule.apply(severe);
		assertThat(severe.routed(RiskAssessmentProcess.SECOND_SITTING)).as("a hospital does not wait").isFalse();
	}

	// E02 A06 E01
	@Test
	void expertsAreAskedWhereTheAssessorOrTheProfileWantsItAndNothingIsUrgent() {
		assertThat(consulted(assessed("MILD"))).isFalse();
		assertThat(consulted(assessed("MILD").with("next", List.of("CONSULTATION")))).isTrue();
		assertThat(consulted(assessed("MILD").with("next", List.of("EXPERTS", "EMERGENCY")))).isFalse();
		assertThat(consulted(assessed("MODERATE").with("levelReason", "面谈所见"))).isFalse();
		assertThat(consulted(assessed("MODERATE").with("levelReason", "面谈所见").in("university"))).isTrue();
		assertThat(consulted(assessed("SEVERE").with("levelReason", "面谈所见").in("university"))).isFalse();
	}

	private boolean consulted(FakeSubmission submission) {
		this.rule.apply(submission);
		return submission.routed(RiskAssessmentProcess.CONSULT);
	}

	// E02
	@Test
	void expertsRaiseTheLevelButNeverLowerIt() {
		FakeSubmission higher = consulted("SEVERE", "MILD");
		assertThat(higher.recorded("level")).isEqualTo("SEVERE");
		assertThat(higher.level()).contains("SEVERE");
		assertThat(higher.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("HOSPITAL");
		assertThat(higher.routed(CrisisCaseProcess.SECOND_PERSON)).isFalse();
		FakeSubmission lower = consulted("NONE", "MODERATE");
		assertThat(lower.recorded("level")).isEqualTo("MODERATE");
		FakeSubmission stillLow = consulted("MILD", "MILD");
		assertThat(stillLow.level()).as("the second person is still to come").isEmpty();
		assertThat(stillLow.routed(CrisisCaseProcess.SECOND_PERSON)).isNull();
	}

	private static FakeSubmission consulted(String level, String assessed) {
		FakeSubmission submission = new FakeSubmission("consult-experts",
				Map.of("consultLevel", level, "consultNext", List.of("CONFERENCE")))
			.after("level", assessed)
			.after("assess-risk.level", assessed)
			.after("assess-risk.suggestedLevel", "MODERATE")
			.after("assess-risk.levelBefore", "NONE");
		new ConsultExpertsRule().apply(submission);
		return submission;
	}

	// K07 S1 S2 S3
	@Test
	void everySchoolReadsTheLevelInItsOwnWords() {
		FakeSubmission secondary = assessed("SEVERE").with("levelReason", "面谈所见");
		this.rule.apply(secondary);
		assertThat(secondary.recorded("schemeLevel")).isEqualTo("程度严重：立即到专科医院");
		FakeSubmission vocational = assessed("SEVERE").with("levelReason", "面谈所见").in("vocational");
		this.rule.apply(vocational);
		assertThat(vocational.recorded("schemeLevel")).isEqualTo("程度较重、不能坚持学习");
		FakeSubmission university = assessed("MILD").in("university")
			.after("record-hospital-feedback.doctorAdvice", "STUDY_TREATED");
		this.rule.apply(university);
		assertThat(university.recorded("schemeLevel")).isEqualTo("A 类 重点关注（就医中）");
		assertThat(university.routed(CareFacts.CONTACT_PLAN)).isEqualTo("TREATED");
	}

	// G10 G11
	@Test
	void returnerAfterAnAttemptIsLookedAfterMostClosely() {
		FakeSubmission submission = assessed("MILD").with("kindOfAssessment", "AFTER_RETURN")
			.after("verify-concern.actKind", "ATTEMPT");
		this.rule.apply(submission);
		assertThat(submission.recorded("pastAttempt")).isEqualTo(true);
		assertThat(submission.routed(CareFacts.CONTACT_PLAN)).isEqualTo("RETURN_CLOSE");
	}

	@Test
	void whoMayHaveBeenHarmedIsNeverWithoutCare() {
		FakeSubmission submission = confirmed("AGREE").after("level", "NONE").after("assess-risk.mandatory", "YES");
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
		assertThat(submission.routed(CareFacts.CONFERENCE_NEEDED)).isTrue();
	}

	@Test
	void blockedGuardiansStopNobodyFromHelping() {
		BDDMockito.given(this.guardians.answered(ArgumentMatchers.any())).willReturn("BLOCKED");
		FakeSubmission submission = assessed("MILD");
		this.rule.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("BLOCKED");
	}

	// E06
	@Test
	void licensedInstrumentIsCheckedAgainstItsScaleAndItsSuicideItemOverrides() {
		BDDMockito.given(this.instruments.find("own"))
			.willReturn(
					Optional.of(new LicensedInstrumentEntry(new UUID(0, 7), "本校量表", "2024 版", 0, 40, 20, 30, true)));
		FakeSubmission off = assessed("MILD").with("instruments", List.of("LICENSED"))
			.with("licensedInstrument", "own")
			.with("licensedScore", 41)
			.with("licensedPositive", "NO");
		this.rule.apply(off);
		assertThat(off.refusals()).containsExactly("licensedScore rule.assess.offTheScale");
		FakeSubmission positive = assessed("MODERATE").with("instruments", List.of("LICENSED"))
			.with("licensedInstrument", "own")
			.with("licensedScore", 3)
			.with("licensedPositive", "YES");
		this.rule.apply(positive);
		assertThat(positive.refusals()).isEmpty();
		assertThat(positive.recorded("suggestedLevel")).isEqualTo("MODERATE");
		assertThat(positive.recorded("licensedBand")).isEqualTo("MINIMAL");
	}

	// E06
	@Test
	void adolescentsAndAdultsHaveEachTheirQuestionnaire() {
		student(17);
		FakeSubmission young = assessed("MILD").with("instruments", List.of("PHQ_9"));
		items(young, "phq9Item");
		this.rule.apply(young);
		assertThat(young.refusals()).containsExactly("instruments rule.assess.adolescent");
		student(18);
		FakeSubmission adult = assessed("MILD").with("instruments", List.of("PHQ_9"));
		items(adult, "phq9Item");
		this.rule.apply(adult);
		assertThat(adult.refusals()).isEmpty();
		assertThat(adult.recorded("phq9Total")).isEqualTo(0);
		FakeSubmission wrong = assessed("MILD").with("instruments", List.of("PHQ_A"));
		items(wrong, "phqA");
		this.rule.apply(wrong);
		assertThat(wrong.refusals()).containsExactly("instruments rule.assess.adult");
	}

	private void student(int years) {
		BDDMockito.given(this.directory.student(ArgumentMatchers.any()))
			.willReturn(Optional.of(new StudentEntry(new UUID(0, 1), "qinghe", "李明", "七年级1班",
					FakeSubmission.NOW.toLocalDate().minusYears(years))));
	}

	private static void items(FakeSubmission submission, String prefix) {
		for (int i = 1; i <= 9; i++) {
			submission.with(prefix + i, "NOT_AT_ALL");
		}
	}

	@Test
	void safetyPlanIsCompleteWithAWordForEachOfItsSixSteps() {
		FakeSubmission begun = assessed("MILD").with("planWarning", "睡不着");
		this.rule.apply(begun);
		assertThat(begun.recorded("safetyPlanComplete")).isEqualTo(false);
		FakeSubmission whole = assessed("MILD");
		List.of("planWarning", "planOwn", "planPlaces", "planAsk", "planPhones", "planSafe")
			.forEach((step) -> whole.with(step, "写了"));
		this.rule.apply(whole);
		assertThat(whole.recorded("safetyPlanComplete")).isEqualTo(true);
		FakeSubmission none = assessed("MILD");
		this.rule.apply(none);
		assertThat(none.recorded("safetyPlanComplete")).isNull();
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
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
		FakeSubmission before = confirmed("DISAGREE").after("assess-risk.levelBefore", "SEVERE");
		new ConfirmLevelRule().apply(before);
		assertThat(before.level()).contains("SEVERE");
	}

	@Test
	void refusedNothingIsAtLeastMild() {
		FakeSubmission submission = new FakeSubmission("confirm-level", Map.of("confirmation", "DISAGREE"))
			.after("level", "NONE")
			.after("assess-risk.suggestedLevel", "NONE");
		new ConfirmLevelRule().apply(submission);
		assertThat(submission.level()).contains("MILD");
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("SCHOOL");
	}

	private static FakeSubmission confirmed(String confirmation) {
		return new FakeSubmission("confirm-level", Map.of("confirmation", confirmation)).after("level", "MILD")
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
