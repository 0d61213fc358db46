package org.huxin.emergency;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.Role;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Command, calls at home, guards, police, fresh looks, hand-over, aftercare: D18, F02,
 * F14, F25–F32, F37, F38, K10, K19, H01, H03.
 */
class EmergencyRulesTests {

	private static final UUID FATHER = new UUID(0, 11);

	private static final UUID MOTHER = new UUID(0, 12);

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	// D18
	@ParameterizedTest
	@CsvSource({ "LEADER, true", "DUTY, true", "STUDENT_AFFAIRS, true", "COUNSELOR, true", "SUBJECT_TEACHER, false" })
	void commanderIsOneWhomTheSystemAsksForTheNextLook(Role role, boolean accepted) {
		UUID person = new UUID(0, 5);
		StudentEntry student = Mockito.mock(StudentEntry.class);
		BDDMockito.given(student.school()).willReturn("qinghe");
		BDDMockito.given(this.directory.student(ArgumentMatchers.any())).willReturn(Optional.of(student));
		BDDMockito.given(this.directory.staff("qinghe"))
			.willReturn(List.of(new StaffEntry(person, "qinghe", "somebody", "某某", Set.of(role))));
		FakeSubmission submission = applied(new TakeCommandRule(this.directory), "commander", person.toString());
		assertThat(submission.refusals().isEmpty()).isEqualTo(accepted);
	}

	// F29 D13
	@Test
	void oneTapOpensEveryGuardianWhoWasNotBlockedBefore() {
		guardians(SafeToInform.UNKNOWN, SafeToInform.NO);
		FakeSubmission submission = applied(new AnswerSafeToInformRule(this.directory), "guardianSafe", "YES");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("OPEN");
		assertThat(submission.recorded("informSafe")).isEqualTo(List.of(FATHER.toString()));
		assertThat(submission.recorded("informUnsafe")).isEqualTo(List.of(MOTHER.toString()));
		Mockito.verify(this.directory).markSafeToInform(FATHER, SafeToInform.YES);
		Mockito.verify(this.directory, Mockito.never()).markSafeToInform(MOTHER, SafeToInform.YES);
	}

	// F29 D13
	@Test
	void guardianWhoIsNamedAsUnsafeIsBlockedAndTheOtherMayBeTold() {
		guardians(SafeToInform.UNKNOWN, SafeToInform.UNKNOWN);
		FakeSubmission submission = applied(new AnswerSafeToInformRule(this.directory), "guardianSafe", "NOT_THESE",
				"informUnsafe", List.of(FATHER.toString()));
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("OPEN");
		assertThat(submission.recorded("informSafe")).isEqualTo(List.of(MOTHER.toString()));
		Mockito.verify(this.directory).markSafeToInform(FATHER, SafeToInform.NO);
	}

	// F29 D13
	@Test
	void nobodyAtHomeIsToldWhereNobodyMayKnow() {
		guardians(SafeToInform.UNKNOWN, SafeToInform.YES);
		FakeSubmission submission = applied(new AnswerSafeToInformRule(this.directory), "guardianSafe", "NO");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("BLOCKED");
		Mockito.verify(this.directory).markSafeToInform(MOTHER, SafeToInform.NO);
	}

	// F29
	@ParameterizedTest
	@ValueSource(strings = { "NO_ANSWER", "REFUSED", "WRONG_NUMBER" })
	void whoDoesNotAnswerIsFollowedByTheNext(String answer) {
		guardians(SafeToInform.YES, SafeToInform.YES);
		FakeSubmission first = call(FATHER, answer);
		new LogGuardianCallRule(this.directory).apply(first);
		assertThat(first.refusals()).isEmpty();
		assertThat(first.routed(EmergencyResponseProcess.CALL_RESULT)).isEqualTo("NEXT");
		FakeSubmission again = call(FATHER, answer).after("log-guardian-call.guardian", FATHER.toString())
			.after("log-guardian-call.callAnswer", answer);
		new LogGuardianCallRule(this.directory).apply(again);
		assertThat(again.refusals()).containsExactly("guardian rule.emergency.nextGuardian");
	}

	// F29
	@Test
	void onlyGuardianIsCalledAgainAndAgain() {
		guardians(SafeToInform.YES, SafeToInform.NO);
		FakeSubmission again = call(FATHER, "NO_ANSWER").after("log-guardian-call.guardian", FATHER.toString())
			.after("log-guardian-call.callAnswer", "NO_ANSWER");
		new LogGuardianCallRule(this.directory).apply(again);
		assertThat(again.refusals()).isEmpty();
	}

	// F29
	@Test
	void guardianWhoAnswersIsInformed() {
		guardians(SafeToInform.YES, SafeToInform.YES);
		FakeSubmission submission = call(MOTHER, "REACHED");
		new LogGuardianCallRule(this.directory).apply(submission);
		assertThat(submission.routed(EmergencyResponseProcess.CALL_RESULT)).isEqualTo("REACHED");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isTrue();
	}

	// F29 D13
	@Test
	void guardianWhoTurnsOutUnsafeIsNeverCalledAgain() {
		guardians(SafeToInform.YES, SafeToInform.YES);
		FakeSubmission submission = call(FATHER, "UNSAFE");
		new LogGuardianCallRule(this.directory).apply(submission);
		assertThat(submission.routed(EmergencyResponseProcess.CALL_RESULT)).isEqualTo("NEXT");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("OPEN");
		assertThat(submission.recorded("informSafe")).isEqualTo(List.of(MOTHER.toString()));
		assertThat(submission.recorded("informUnsafe")).isEqualTo(List.of(FATHER.toString()));
		Mockito.verify(this.directory).markSafeToInform(FATHER, SafeToInform.NO);
	}

	// F29 D13
	@Test
	void lastGuardianWhoTurnsOutUnsafeLeavesNobodyToCall() {
		guardians(SafeToInform.YES, SafeToInform.NO);
		FakeSubmission submission = call(FATHER, "UNSAFE");
		new LogGuardianCallRule(this.directory).apply(submission);
		assertThat(submission.routed(EmergencyResponseProcess.CALL_RESULT)).isEqualTo("NOBODY_LEFT");
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_CHANNEL)).isEqualTo("BLOCKED");
	}

	// F14
	@Test
	void guardsFollowEachOtherAndTheRosterIsWrittenOnBeforeItEnds() {
		FakeSubmission submission = applied(new PlanGuardRule(), "guard1Until", FakeSubmission.NOW.plusHours(8),
				"guard2Until", FakeSubmission.NOW.plusHours(16), "guard3Until", FakeSubmission.NOW.plusHours(24));
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(EmergencyResponseProcess.GUARD_RENEW_AT).toInstant())
			.isEqualTo(FakeSubmission.NOW.plusHours(23).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
	}

	// F14
	@Test
	void nobodyGuardsTooLongAndNoShiftEndsBeforeTheLast() {
		LocalDateTime now = FakeSubmission.NOW;
		assertThat(applied(new PlanGuardRule(), "guard1Until", now.plusHours(9)).refusals())
			.containsExactly("guard1Until rule.emergency.shiftLong");
		assertThat(applied(new PlanGuardRule(), "guard1Until", now.plusHours(4), "guard2Until", now.plusHours(3))
			.refusals()).containsExactly("guard2Until rule.emergency.shiftOrder");
	}

	// F14
	@Test
	void rosterOfAFewMinutesIsWrittenOnAtOnce() {
		FakeSubmission submission = applied(new PlanGuardRule(), "guard1Until", FakeSubmission.NOW.plusMinutes(20));
		assertThat(submission.routed(EmergencyResponseProcess.GUARD_RENEW_AT).toInstant())
			.isEqualTo(FakeSubmission.NOW.atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
	}

	// K19 F28 F38
	@ParameterizedTest
	@CsvSource({ "RESCUE, ON_CAMPUS, false", "RESCUE, NONE_OF_THESE, true", "RESCUE, WEAPON, false",
			"PROTECT, ON_CAMPUS, true", "PROTECT, WEAPON, false", "SEPARATE, CRIME, false", "SEPARATE, ON_CAMPUS, true",
			"SEARCH, NONE_OF_THESE, false", "FAMILY, NONE_OF_THESE, false" })
	void policeMustBeCalledOrTheLeaderDecides(String plan, String ground, boolean leaderMayDecide) {
		FakeSubmission asked = submission("secure-scene", "policeGrounds", List.of(ground), "policeAnswer",
				"ASK_LEADER")
			.after("responsePlan", plan);
		new SecureSceneRule().apply(asked);
		assertThat(asked.refusals().isEmpty()).isEqualTo(leaderMayDecide);
		assertThat(asked.routed(EmergencyResponseProcess.POLICE)).isEqualTo("ASK_LEADER");
		FakeSubmission called = submission("secure-scene", "policeGrounds", List.of(ground), "policeAnswer", "CALLED")
			.after("responsePlan", plan);
		new SecureSceneRule().apply(called);
		assertThat(called.refusals()).isEmpty();
		assertThat(called.routed(EmergencyResponseProcess.POLICE)).isEqualTo("CALLED");
	}

	// K19
	@Test
	void noneOfTheseIsNotTickedWithOthers() {
		assertThat(applied(new SecureSceneRule(), "policeGrounds", List.of("NONE_OF_THESE", "ON_CAMPUS"),
				"policeAnswer", "CALLED")
			.refusals()).containsExactly("policeGrounds rule.emergency.noneAndSome");
	}

	// F32
	@ParameterizedTest
	@CsvSource({ "NO, false", "YES, true", "UNSURE, true" })
	void bullyingThatIsNotRuledOutIsDealtWithByLaw(String answer, boolean law) {
		assertThat(applied(new ProtectAtSceneRule(), "hasTarget", "NO", "lawMatterAnswer", answer)
			.routed(EmergencyResponseProcess.LAW_MATTER)).isEqualTo(law);
	}

	// F38
	@ParameterizedTest
	@CsvSource({ "UNHURT, PROTECT, NO", "HURT, FIRST_AID, NO", "ATTEMPT, RESCUE, YES", "OTHERS, SEPARATE, NO",
			"DIED, FAMILY, NO" })
	void howAStudentIsFoundSaysWhatComesNext(String how, String plan, String attempt) {
		FakeSubmission submission = submission("log-search", "found", "FOUND", "foundHow", how)
			.after("responsePlan", "SEARCH")
			.after("majorReport", "DUE");
		new LogSearchRule().apply(submission);
		assertThat(submission.routed(EmergencyResponseProcess.LOOK_RESULT)).isEqualTo("CHANGED");
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isEqualTo(plan);
		assertThat(submission.routed(EmergencyResponseProcess.MAJOR_REPORT)).as("begun already").isNull();
		assertThat("YES".equals(submission.recorded("attemptNow"))).isEqualTo(attempt.equals("YES"));
	}

	// F38
	@Test
	void searchGoesOnUntilFound() {
		FakeSubmission submission = applied(new LogSearchRule(), "found", "NOT_YET");
		assertThat(submission.routed(EmergencyResponseProcess.LOOK_RESULT)).isEqualTo("KEEP");
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isNull();
	}

	// F14 F25 H01
	@ParameterizedTest
	@CsvSource({ "KEEP, , KEEP, , ", "OVER, , HAND_OVER, , ", "MOVE, , HAND_OVER, , ", "DIED, , CHANGED, FAMILY, DUE",
			"CHANGED, RESCUE, CHANGED, RESCUE, DUE", "CHANGED, FIRST_AID, CHANGED, FIRST_AID, " })
	void freshLookLeadsOn(String danger, String changed, String result, String plan, String report) {
		FakeSubmission submission = submission("check-danger", "danger", danger).after("majorReport", "NO");
		if (changed != null) {
			submission.with("responsePlan", changed);
		}
		new CheckDangerRule().apply(submission);
		assertThat(submission.routed(EmergencyResponseProcess.LOOK_RESULT)).isEqualTo(result);
		assertThat(submission.routed(CareFacts.RESPONSE_PLAN)).isEqualTo(plan);
		assertThat(submission.routed(EmergencyResponseProcess.MAJOR_REPORT)).isEqualTo(report);
	}

	// F30 K10
	@Test
	void homeIsRefusedUntilEverythingIsSettled() {
		guardians(SafeToInform.YES, SafeToInform.YES);
		for (String missing : List.of("idSeen", "ableToStay", "meansSecured", "numbersGiven", "appointment",
				"nightPlan")) {
			FakeSubmission submission = home().without(missing);
			new HandOverStudentRule(this.directory).apply(submission);
			assertThat(submission.refusals()).containsExactly(missing + " rule.emergency.notSafeHome");
		}
		FakeSubmission submission = home();
		new HandOverStudentRule(this.directory).apply(submission);
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(CareFacts.EMERGENCY_OUTCOME)).isEqualTo("HANDED_OVER");
		assertThat(submission.routed(EmergencyResponseProcess.SETTLED)).isTrue();
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isTrue();
		assertThat(submission.routed(CareFacts.AFTERCARE)).isFalse();
	}

	// F29 F30
	@Test
	void blockedGuardianDoesNotGetTheChildUnderAnotherHeading() {
		guardians(SafeToInform.NO, SafeToInform.NO);
		FakeSubmission submission = home().without("receiver").with("receiverOther", "李建国，父亲");
		new HandOverStudentRule(this.directory).apply(submission);
		assertThat(submission.refusals()).containsExactly("receiverOther rule.emergency.blocked");
		FakeSubmission aunt = home().without("receiver").with("receiverOther", "李芳，姑姑");
		new HandOverStudentRule(this.directory).apply(aunt);
		assertThat(aunt.refusals()).isEmpty();
		assertThat(aunt.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).as("no guardian knows").isNull();
	}

	@Test
	void oneReceiverIsNamed() {
		FakeSubmission nobody = home().without("receiver");
		new HandOverStudentRule(this.directory).apply(nobody);
		assertThat(nobody.refusals()).containsExactly("receiver rule.emergency.receiver");
		FakeSubmission both = home().with("receiverOther", "李芳");
		new HandOverStudentRule(this.directory).apply(both);
		assertThat(both.refusals()).containsExactly("receiver rule.emergency.receiver");
	}

	// F30 K10
	@ParameterizedTest
	@CsvSource({ "NO, OVER, false, ", "NO, MOVE, false, settlement rule.emergency.notOver",
			"YES, MOVE, true, settlement rule.emergency.notOver",
			"YES, OVER, false, medicalOpinion rule.emergency.medicalOpinion", "YES, OVER, true, " })
	void whoSurvivedAnAttemptStaysOnlyWhenItIsOverAndADoctorAgrees(String attempt, String danger, boolean opinion,
			String refusal) {
		FakeSubmission submission = submission("hand-over-student", "settlement", "SAFE_AT_SCHOOL", "medicalOpinion",
				opinion, "needsAftercare", "YES")
			.knowing(CrisisCaseProcess.GUARDIAN_INFORMED, true)
			.after("attemptNow", attempt)
			.after("check-danger.danger", danger);
		new HandOverStudentRule(this.directory).apply(submission);
		assertThat(submission.refusals()).isEqualTo((refusal != null) ? List.of(refusal) : List.of());
	}

	// F29
	@Test
	void nobodyStaysAtSchoolBeforeHomeKnowsOrAnotherAdultIsNamed() {
		FakeSubmission silent = submission("hand-over-student", "settlement", "SAFE_AT_SCHOOL", "needsAftercare", "YES")
			.after("check-danger.danger", "OVER");
		new HandOverStudentRule(this.directory).apply(silent);
		assertThat(silent.refusals()).containsExactly("settlement rule.emergency.nobodyTold");
		FakeSubmission named = submission("hand-over-student", "settlement", "SAFE_AT_SCHOOL", "needsAftercare", "YES")
			.after("check-danger.danger", "OVER")
			.after("name-other-adult.adultKind", "RELATIVE");
		new HandOverStudentRule(this.directory).apply(named);
		assertThat(named.refusals()).isEmpty();
	}

	// F30 K10
	@Test
	void schoolMayRuleThatNobodyStaysAfterAnAttempt() {
		Submission submission = Mockito.mock(Submission.class);
		BDDMockito.given(submission.text("settlement")).willReturn("SAFE_AT_SCHOOL");
		BDDMockito.given(submission.text("needsAftercare")).willReturn("YES");
		BDDMockito.given(submission.earlier("check-danger.danger")).willReturn(Optional.of("OVER"));
		BDDMockito.given(submission.earlier("attemptNow")).willReturn(Optional.of("YES"));
		BDDMockito.given(submission.earlier("needsAftercare")).willReturn(Optional.empty());
		BDDMockito.given(submission.policy("attempt.stayAllowed")).willReturn("NEVER");
		new HandOverStudentRule(this.directory).apply(submission);
		Mockito.verify(submission).refuse("settlement", "rule.emergency.mayNotStay");
	}

	@Test
	void hospitalIsNamed() {
		assertThat(applied(new HandOverStudentRule(this.directory), "settlement", "AT_HOSPITAL", "needsAftercare", "NO")
			.refusals()).containsExactly("hospital rule.emergency.hospital");
		FakeSubmission other = applied(new HandOverStudentRule(this.directory), "settlement", "AT_HOSPITAL",
				"hospitalOther", "市一院急诊", "needsAftercare", "NO");
		assertThat(other.refusals()).isEmpty();
		assertThat(other.routed(CareFacts.EMERGENCY_OUTCOME)).isEqualTo("AT_HOSPITAL");
	}

	@Test
	void handOverThatIsNotPossibleYetEndsNothing() {
		FakeSubmission submission = applied(new HandOverStudentRule(this.directory), "settlement", "NOT_YET");
		assertThat(submission.routed(EmergencyResponseProcess.SETTLED)).isFalse();
		assertThat(submission.routed(CareFacts.EMERGENCY_OUTCOME)).isNull();
	}

	// F31 H03
	@Test
	void aftercareThatIsSuggestedIsRefusedOnlyWithAReason() {
		FakeSubmission words = submission("agree-words", "needsAftercare", "NO").after("needsAftercare", "YES");
		new AgreeWordsRule().apply(words);
		assertThat(words.refusals()).containsExactly("noAftercareWhy rule.emergency.noAftercare");
		FakeSubmission reasoned = submission("agree-words", "needsAftercare", "NO", "noAftercareWhy", "无人知情")
			.after("needsAftercare", "YES");
		new AgreeWordsRule().apply(reasoned);
		assertThat(reasoned.refusals()).isEmpty();
		assertThat(reasoned.routed(CareFacts.AFTERCARE)).isFalse();
		assertThat(reasoned.routed(CareFacts.EMERGENCY_OUTCOME)).isEqualTo("FAMILY_CARE");
	}

	// H01
	@Test
	void reportThatIsReturnedIsMendedWithinADay() {
		FakeSubmission returned = applied(new SendMajorReportRule(), "reportDecision", "RETURN");
		assertThat(returned.routed(MajorReportProcess.DRAFT_REPORT_DUE)).isNotNull();
		assertThat(applied(new SendMajorReportRule(), "reportDecision", "SEND")
			.routed(MajorReportProcess.DRAFT_REPORT_DUE)).isNull();
	}

	// H01 F37
	@ParameterizedTest
	@CsvSource({ "PROTECT, false, false", "FIRST_AID, false, false", "RESCUE, true, true", "SEPARATE, true, true",
			"SEARCH, true, false", "FAMILY, true, true" })
	void selfInjuryIsNoMajorCrisisAndNoAttempt(String plan, boolean major, boolean aftercare) {
		String policy = new FakeSubmission("none", Map.of()).policy(ResponsePlan.MAJOR);
		assertThat(ResponsePlan.isMajor(plan, policy)).isEqualTo(major);
		assertThat(ResponsePlan.suggestsAftercare(plan)).isEqualTo(aftercare);
		assertThat(ResponsePlan.isAttempt(plan)).isEqualTo(plan.equals("RESCUE"));
	}

	private void guardians(SafeToInform father, SafeToInform mother) {
		UUID student = new UUID(0, 1);
		BDDMockito.given(this.directory.guardians(student))
			.willReturn(List.of(new GuardianEntry(FATHER, student, "李建国", "父亲", "10000000001", father, 1),
					new GuardianEntry(MOTHER, student, "吴秀英", "母亲", "10000000002", mother, 2)));
	}

	private static FakeSubmission call(UUID guardian, String answer) {
		return submission("log-guardian-call", "guardian", guardian.toString(), "callAnswer", answer)
			.after("informSafe", List.of(FATHER.toString(), MOTHER.toString()));
	}

	private static FakeSubmission home() {
		return submission("hand-over-student", "settlement", "HANDED_OVER", "receiver", FATHER.toString(), "idSeen",
				true, "ableToStay", true, "meansSecured", true, "numbersGiven", true, "appointment", "市精神卫生中心，明早九点",
				"nightPlan", "父母轮流陪着", "needsAftercare", "NO");
	}

	private static FakeSubmission applied(FormRule rule, Object... values) {
		FakeSubmission submission = submission(rule.form(), values);
		rule.apply(submission);
		return submission;
	}

	private static FakeSubmission submission(String form, Object... values) {
		Map<String, Object> map = new HashMap<>();
		for (int i = 0; i < values.length; i += 2) {
			map.put((String) values[i], values[i + 1]);
		}
		assertThat(Arrays.asList(values)).doesNotContainNull();
		return new FakeSubmission(form, map);
	}

}
