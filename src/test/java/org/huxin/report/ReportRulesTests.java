package org.huxin.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reporting and verifying: K11, D09, rules of practice 1 and 4.
 */
class ReportRulesTests {

	private static final UUID FATHER = new UUID(1, 1);

	private static final UUID MOTHER = new UUID(1, 2);

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	private final GuardianSafety guardians = new GuardianSafety(this.directory);

	private final VerifyConcernRule verify = new VerifyConcernRule(this.guardians);

	@BeforeEach
	void studentHasTwoGuardians() {
		BDDMockito.given(this.directory.guardians(ArgumentMatchers.any()))
			.willReturn(List.of(guardian(FATHER, SafeToInform.UNKNOWN), guardian(MOTHER, SafeToInform.NO)));
	}

	@ParameterizedTest
	@CsvSource({ "NO, WITH_SOMEONE, NO, , WEEK", "YES, WITH_SOMEONE, NO, , NOW", "NO, NOT_FOUND, NO, , NOW",
			"UNSURE, WITH_SOMEONE, NO, , TODAY", "NO, AT_HOME, NO, SUICIDE_TALK, TODAY",
			"NO, AT_HOME, NO, SELF_HARM, TODAY", "NO, AT_HOME, NO, PAST_ATTEMPT, TODAY",
			"NO, AT_HOME, NO, FAREWELL, TODAY", "NO, AT_HOME, NO, SUDDEN_CHANGE, TODAY",
			"NO, AT_HOME, NO, SUDDEN_CALM, TODAY", "NO, AT_HOME, NO, EATING_SLEEP, TODAY",
			"NO, AT_HOME, NO, LOW_HALF_MONTH, WEEK", "NO, ALONE, STAFF, , TODAY", "NO, ALONE, FAMILY, , TODAY",
			"NO, ALONE, UNKNOWN, , WEEK" })
	void urgencyFollowsFromTheReport(String danger, String where, String involved, String sign, String urgency) {
		FakeSubmission submission = new FakeSubmission("report-concern", Map.of("dangerNow", danger, "whereNow", where,
				"staffInvolved", involved, "signs", (sign != null) ? List.of(sign) : List.of()));
		new ReportConcernRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.URGENCY)).isEqualTo(urgency);
		assertThat(submission.recorded("urgency")).isEqualTo(urgency);
	}

	@Test
	void caseBeginsUnassessedUnreportedAndWithNobodyTold() {
		FakeSubmission submission = new FakeSubmission("report-concern",
				Map.of("dangerNow", "NO", "whereNow", "ALONE", "staffInvolved", "NO"));
		new ReportConcernRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("UNASSESSED");
		assertThat(submission.routed(CrisisCaseProcess.LEADER_REPORTED)).isFalse();
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("HOLD");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isFalse();
		assertThat(submission.routed(CrisisCaseProcess.FOLLOW_UP_PERIOD)).isZero();
	}

	@Test
	void confirmedConcernGoesOnToTheAssessment() {
		FakeSubmission submission = verified("CONFIRMED");
		this.verify.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("UNASSESSED");
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).isFalse();
	}

	// F26 F27 F38
	@ParameterizedTest
	@CsvSource({ "ATTEMPT, RESCUE", "HARM_TO_OTHERS, SEPARATE", "MISSING, SEARCH", "DEATH, FAMILY" })
	void graveActIsHandledAtOnce(String act, String plan) {
		FakeSubmission submission = verified("CONFIRMED").with("actKind", act).with("urgency", "TODAY");
		this.verify.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("EMERGENCY");
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isEqualTo(plan);
	}

	// F37
	@Test
	void selfInjuryIsNoAttemptAndIsAssessed() {
		FakeSubmission submission = verified("CONFIRMED").with("actKind", "SELF_INJURY").with("urgency", "TODAY");
		this.verify.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("UNASSESSED");
	}

	@Test
	void unsafeStudentOrUrgencyNowIsHandledAtOnce() {
		for (FakeSubmission submission : List.of(verified("CONFIRMED").with("safeNow", "UNSAFE"),
				verified("CONFIRMED").with("urgency", "NOW"))) {
			this.verify.apply(submission);
			assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("EMERGENCY");
		}
	}

	// L11
	@Test
	void suspectedHarmIsReportedOnceAndNotAgainAtTheNextForm() {
		FakeSubmission submission = verified("CONFIRMED").with("mandatory", "YES");
		this.verify.apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.EXTERNAL_REPORT)).isEqualTo("REQUIRED");
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("UNASSESSED");
		FakeSubmission again = verified("CONFIRMED").with("mandatory", "YES")
			.after("verify-concern.externalReport", "REQUIRED");
		this.verify.apply(again);
		assertThat(again.routed(CrisisCaseProcess.EXTERNAL_REPORT)).isEqualTo("NONE");
	}

	@Test
	void signOfSelfHarmIsNotWavedAwayOnTheTelephone() {
		FakeSubmission submission = verified("NOT_A_CRISIS").with("criteria", List.of("SUICIDE_TALK"))
			.with("contactMade", "PHONE")
			.with("reason", "误会");
		this.verify.apply(submission);
		assertThat(submission.refusals()).containsExactly("contactMade rule.verify.faceToFace");
	}

	@Test
	void signOfSelfHarmThatIsNoCrisisNeedsASecondPerson() {
		FakeSubmission submission = verified("NOT_A_CRISIS").with("criteria", List.of("SUICIDE_TALK"))
			.with("reason", "是歌词");
		this.verify.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.SECOND_PERSON)).isTrue();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).as("not before the second person agreed")
			.isEqualTo("UNASSESSED");
	}

	@Test
	void noCrisisNeedsAReasonASafeStudentAndNoSuspicion() {
		FakeSubmission submission = verified("NOT_A_CRISIS").with("safeNow", "UNCLEAR").with("mandatory", "YES");
		this.verify.apply(submission);
		assertThat(submission.refusals()).containsExactlyInAnyOrder("outcome rule.verify.notSafe",
				"outcome rule.verify.mandatory", "reason rule.verify.reason");
	}

	@Test
	void needingMoreNeedsAReason() {
		FakeSubmission submission = verified("NEEDS_MORE");
		this.verify.apply(submission);
		assertThat(submission.refusals()).containsExactly("reason rule.verify.reason");
	}

	// K11
	@Test
	void urgencyFallsOnlyWithAReason() {
		FakeSubmission submission = verified("CONFIRMED").after("urgency", "TODAY");
		this.verify.apply(submission);
		assertThat(submission.refusals()).containsExactly("reason rule.verify.urgencyLowered");
		FakeSubmission reasoned = verified("CONFIRMED").after("urgency", "TODAY").with("reason", "已有人陪");
		this.verify.apply(reasoned);
		assertThat(reasoned.refusals()).isEmpty();
	}

	// K11
	@Test
	void signOfSelfHarmOrUrgencyIsAtLeastToday() {
		for (String sign : List.of("SUICIDE_TALK", "SUDDEN_CALM")) {
			FakeSubmission submission = verified("CONFIRMED").with("criteria", List.of(sign));
			this.verify.apply(submission);
			assertThat(submission.refusals()).containsExactly("urgency rule.verify.atLeastToday");
		}
	}

	@Test
	void noneOfTheseDoesNotGoWithOthers() {
		FakeSubmission submission = verified("CONFIRMED").with("criteria", List.of("NONE_OF_THESE", "ISOLATED"));
		this.verify.apply(submission);
		assertThat(submission.refusals()).containsExactly("criteria rule.verify.noneAndSome");
	}

	@Test
	void joinedReportAsksNothingElse() {
		FakeSubmission submission = new FakeSubmission("verify-concern",
				Map.of("outcome", "JOINED", "joinTo", "2026-0001"));
		this.verify.apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("NONE");
	}

	@Test
	void secondPersonWhoDisagreesMakesTheCaseUnassessedAgain() {
		FakeSubmission submission = new FakeSubmission("confirm-no-crisis", Map.of("confirmation", "DISAGREE"));
		new ConfirmNoCrisisRule().apply(submission);
		assertThat(submission.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("UNASSESSED");
		FakeSubmission agreed = new FakeSubmission("confirm-no-crisis", Map.of("confirmation", "AGREE"));
		new ConfirmNoCrisisRule().apply(agreed);
		assertThat(agreed.routed(CrisisCaseProcess.CARE_TRACK)).isEqualTo("NONE");
	}

	@Test
	void oneSafeGuardianOpensTheChannel() {
		assertThat(channel(List.of(FATHER), List.of())).isEqualTo("OPEN");
		BDDMockito.then(this.directory).should().markSafeToInform(FATHER, SafeToInform.YES);
		BDDMockito.then(this.directory).should(Mockito.never()).markSafeToInform(MOTHER, SafeToInform.UNKNOWN);
	}

	@Test
	void channelIsBlockedOnlyIfNobodyMayBeTold() {
		assertThat(channel(List.of(), List.of(FATHER, MOTHER))).isEqualTo("BLOCKED");
		assertThat(channel(List.of(), List.of(FATHER))).isEqualTo("HOLD");
		assertThat(channel(List.of(), List.of())).isEqualTo("HOLD");
	}

	@Test
	void sameGuardianCannotBeSafeAndUnsafe() {
		FakeSubmission submission = new FakeSubmission("clarify-guardian",
				Map.of("informSafe", List.of(FATHER.toString()), "informUnsafe", List.of(FATHER.toString())));
		assertThat(this.guardians.answered(submission)).isEqualTo("HOLD");
		assertThat(submission.refusals()).containsExactly("informUnsafe rule.guardian.both");
	}

	private String channel(List<UUID> safe, List<UUID> unsafe) {
		return this.guardians.answered(
				new FakeSubmission("clarify-guardian", Map.of("informSafe", safe.stream().map(UUID::toString).toList(),
						"informUnsafe", unsafe.stream().map(UUID::toString).toList())));
	}

	private static GuardianEntry guardian(UUID id, SafeToInform safe) {
		return new GuardianEntry(id, new UUID(0, 1), "李建国", "父亲", "10000000000", safe, 1);
	}

	private static FakeSubmission verified(String outcome) {
		Map<String, Object> values = new HashMap<>(
				Map.of("outcome", outcome, "contactMade", "FACE_TO_FACE", "safeNow", "SAFE", "selfHarmAsked", "YES",
						"actKind", "NONE", "criteria", List.of("ISOLATED"), "urgency", "WEEK", "mandatory", "NO"));
		return new FakeSubmission("verify-concern", values);
	}

}
