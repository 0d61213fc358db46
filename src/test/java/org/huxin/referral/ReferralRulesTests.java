package org.huxin.referral;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.FakeSubmission;
import org.huxin.engine.FormRule;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the forms of a referral: consent or danger, papers, visits, and the four
 * conditions of removing a marker.
 */
class ReferralRulesTests {

	private static final LocalDateTime NOW = FakeSubmission.NOW;

	// K08 K20
	@Test
	void eachAnswerOfAGuardianGoesItsOwnWay() {
		assertThat(answer("AGREES")).isEqualTo("AGREED");
		assertThat(answer("TALK_MORE")).isEqualTo("TALK");
		assertThat(answer("DISAGREE")).as("two guardians disagree").isEqualTo("TALK");
		assertThat(answer("DISAGREES")).isEqualTo("REFUSED");
		FakeSubmission silent = applied(new AnswerGuardianRule(),
				new FakeSubmission("answer-guardian", Map.of("met", "NOT_REACHED")));
		assertThat(silent.routed(HospitalReferralProcess.REFERRAL_ANSWER)).isEqualTo("REFUSED");
		assertThat(silent.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isNull();
	}

	private static String answer(String reply) {
		FakeSubmission submission = applied(new AnswerGuardianRule(),
				new FakeSubmission("answer-guardian", Map.of("met", "MET", "guardianReply", reply)));
		assertThat(submission.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isTrue();
		return submission.routed(HospitalReferralProcess.REFERRAL_ANSWER);
	}

	// K20
	@Test
	void studentOfAgeDecidesHimself() {
		assertThat(applied(new AskStudentRule(), new FakeSubmission("ask-student", Map.of("studentReply", "AGREES")))
			.routed(HospitalReferralProcess.REFERRAL_ANSWER)).isEqualTo("AGREED");
		assertThat(applied(new AskStudentRule(), new FakeSubmission("ask-student", Map.of("studentReply", "NOT_NOW")))
			.routed(HospitalReferralProcess.REFERRAL_ANSWER)).isEqualTo("DECLINED");
	}

	// K20
	@Test
	void noStudentIsLedByAnAdultWhomHeDoesNotWant() {
		FakeSubmission refused = applied(new NameAdultRule(),
				new FakeSubmission("name-adult", Map.of("studentAgreesAdult", "NO")));
		assertThat(refused.refusals()).containsExactly("studentAgreesAdult rule.referral.adultRefused");
		FakeSubmission named = applied(new NameAdultRule(),
				new FakeSubmission("name-adult", Map.of("studentAgreesAdult", "YES")));
		assertThat(named.refusals()).isEmpty();
		assertThat(named.routed(HospitalReferralProcess.REFERRAL_ANSWER)).isEqualTo("AGREED");
	}

	// F10, law 3
	@Test
	void noticeIsTriedUntilSomebodyIsToldOrAnotherAdultNamed() {
		assertThat(notice("TOLD")).isEqualTo("DONE");
		assertThat(notice("NOT_ADVISED")).isEqualTo("DONE");
		assertThat(notice("NOT_REACHED")).isEqualTo("TRY_AGAIN");
	}

	private static String notice(String result) {
		return applied(new NotifyGuardianRule(), new FakeSubmission("notify-guardian", Map.of("noticeResult", result)))
			.routed(HospitalReferralProcess.REFERRAL_NOTICE);
	}

	// K20
	@Test
	void secondTalkIsNotPutOff() {
		FakeSubmission late = applied(new RecordRefusalRule(),
				new FakeSubmission("record-refusal", Map.of("secondMeetingOn", NOW.plusDays(6))));
		assertThat(late.refusals()).containsExactly("secondMeetingOn rule.referral.meetingTooLate");
		FakeSubmission soon = applied(new RecordRefusalRule(),
				new FakeSubmission("record-refusal", Map.of("neglect", "YES", "secondMeetingOn", NOW.plusDays(2))));
		assertThat(soon.refusals()).isEmpty();
		assertThat(soon.routed(HospitalReferralProcess.POLICE_REPORT_DUE)).isTrue();
		assertThat(late.routed(HospitalReferralProcess.POLICE_REPORT_DUE)).isFalse();
		assertThat(soon.routed(HospitalReferralProcess.LEADER_MEETING_DUE)).isNotNull();
	}

	// K20, law 11
	@Test
	void neglectIsReportedToThePolice() {
		FakeSubmission silent = applied(new ReportSuperiorRule(),
				new FakeSubmission("report-superior", Map.of("policeReported", "NOT_NEEDED"))
					.after("record-refusal.neglect", "YES"));
		assertThat(silent.refusals()).containsExactly("policeReported rule.referral.reportNeglect");
		FakeSubmission reported = applied(new ReportSuperiorRule(),
				new FakeSubmission("report-superior", Map.of("policeReported", "YES")).after("record-refusal.neglect",
						"YES"));
		assertThat(reported.refusals()).isEmpty();
		assertThat(reported.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("SUPPORT");
	}

	// S1, law 3
	@Test
	void inDangerARefusalEndsInANewAssessmentNotInWaiting() {
		FakeSubmission submission = applied(new ReportSuperiorRule(),
				new FakeSubmission("report-superior", Map.of("policeReported", "NOT_NEEDED")).after("level", "SEVERE"));
		assertThat(submission.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("REASSESS");
	}

	// K18, law 1
	@Test
	void letterSaysWhatWasSeenAndNeverAFinding() {
		FakeSubmission submission = applied(new WriteReferralLetterRule(), letter().with("reasonSeen", "已确诊"));
		assertThat(submission.refusals()).containsExactly("reasonSeen rule.referral.noFinding");
	}

	// K08, law 3
	@Test
	void letterRestsOnConsentOrOnDanger() {
		assertThat(applied(new WriteReferralLetterRule(), letter()).refusals()).isEmpty();
		assertThat(applied(new WriteReferralLetterRule(), letter().with("basis", "DANGER")).refusals())
			.containsExactly("basis rule.referral.basis");
		assertThat(applied(new WriteReferralLetterRule(), letter().with("basis", "STUDENT")).refusals())
			.containsExactly("basis rule.referral.basis");
		assertThat(applied(new WriteReferralLetterRule(),
				letter().with("basis", "STUDENT").after("ask-student.studentReply", "AGREES"))
			.refusals()).isEmpty();
		assertThat(applied(new WriteReferralLetterRule(),
				letter().with("basis", "STUDENT").after("name-adult.adultName", "外婆"))
			.refusals()).isEmpty();
	}

	// S1
	@Test
	void inDangerTheHospitalIsSeenAtOnce() {
		assertThat(applied(new WriteReferralLetterRule(), letter().with("basis", "DANGER").after("level", "SEVERE"))
			.refusals()).containsExactly("visitWithin rule.referral.atOnce");
		FakeSubmission atOnce = applied(new WriteReferralLetterRule(),
				letter().with("basis", "DANGER")
					.with("visitWithin", "AT_ONCE")
					.after("assess-risk.next", List.of("HOSPITAL_NOW")));
		assertThat(atOnce.refusals()).isEmpty();
		assertThat(atOnce.routed(HospitalReferralProcess.APPOINTMENT)).isTrue();
		assertThat(atOnce.routed(HospitalReferralProcess.FEEDBACK_DUE))
			.isBefore(atOnce.routed(HospitalReferralProcess.HOME_CONTACT_ON));
	}

	@Test
	void letterWithoutAppointmentLeavesItToBeMade() {
		FakeSubmission submission = applied(new WriteReferralLetterRule(), letter());
		assertThat(submission.routed(HospitalReferralProcess.APPOINTMENT)).isFalse();
		FakeSubmission booked = applied(new WriteReferralLetterRule(), letter().with("appointmentOn", NOW.plusDays(3)));
		assertThat(booked.routed(HospitalReferralProcess.APPOINTMENT)).isTrue();
		assertThat(booked.routed(HospitalReferralProcess.FEEDBACK_DUE)).isNotNull();
	}

	// F33
	@Test
	void noVisitIsPutOffForMoreThanTwoWeeks() {
		FakeSubmission far = applied(new MakeAppointmentRule(),
				new FakeSubmission("make-appointment", Map.of("appointmentOn", NOW.plusDays(20))));
		assertThat(far.refusals()).containsExactly("appointmentOn rule.referral.visitTooLate");
		FakeSubmission postponed = applied(new RecordHospitalFeedbackRule(),
				new FakeSubmission("record-hospital-feedback",
						Map.of("visited", "BOOKED", "newDanger", "NO", "newVisitOn", NOW.plusDays(20))));
		assertThat(postponed.refusals()).containsExactly("newVisitOn rule.referral.visitTooLate");
	}

	// S5 F09
	@Test
	void eachAdviceHasItsCare() {
		assertAdvice("STUDY_TREATED", "STUDY", "STUDY_TREATED");
		assertAdvice("HOSPITAL", "STAY", "REST");
		assertAdvice("REST", "REST", "REST");
		assertAdvice("NOTHING_FOUND", "ASSESS", "REASSESS");
	}

	private static void assertAdvice(String advice, String care, String outcome) {
		FakeSubmission submission = applied(new RecordHospitalFeedbackRule(), visited(advice));
		assertThat(submission.refusals()).isEmpty();
		assertThat(submission.routed(HospitalReferralProcess.NEXT_CARE)).isEqualTo(care);
		assertThat(submission.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo(outcome);
	}

	// F08 F09
	@Test
	void whoStudiesWhileTreatedHasThePlanForIt() {
		FakeSubmission submission = applied(new RecordHospitalFeedbackRule(),
				visited("STUDY_TREATED").after("level", "MODERATE"));
		assertThat(submission.routed(CareFacts.CONTACT_PLAN)).isEqualTo("TREATED");
		FakeSubmission severe = applied(new RecordHospitalFeedbackRule(),
				visited("STUDY_TREATED").after("level", "SEVERE").after("assess-risk.pastAttempt", true));
		assertThat(severe.routed(CareFacts.CONTACT_PLAN)).isEqualTo("CLOSE");
	}

	// L18
	@Test
	void withoutThePaperTheHospitalIsCalled() {
		FakeSubmission nothing = applied(new RecordHospitalFeedbackRule(), visited("REST").without("originalSeen"));
		assertThat(nothing.refusals()).containsExactly("originalSeen rule.referral.paperOrPhone");
		FakeSubmission called = applied(new RecordHospitalFeedbackRule(),
				visited("REST").without("originalSeen").with("phoneVerified", "门诊 8021"));
		assertThat(called.refusals()).isEmpty();
	}

	@Test
	void treatmentHasANextVisit() {
		FakeSubmission submission = applied(new RecordHospitalFeedbackRule(),
				visited("STUDY_TREATED").without("reviewOn"));
		assertThat(submission.refusals()).containsExactly("reviewOn rule.referral.reviewOn");
	}

	// F09
	@Test
	void anUnclearAdviceWaitsForTheNextVisit() {
		FakeSubmission submission = applied(new RecordHospitalFeedbackRule(), visited("REVIEW"));
		assertThat(submission.routed(HospitalReferralProcess.VISIT_STATE)).isEqualTo("WAIT");
		assertThat(submission.routed(HospitalReferralProcess.FEEDBACK_DUE)).isNotNull();
	}

	// K20
	@Test
	void whoDoesNotGoGivesAnotherDayOrTalksWithALeader() {
		FakeSubmission far = applied(new RecordHospitalFeedbackRule(), new FakeSubmission("record-hospital-feedback",
				Map.of("visited", "NOT_YET", "whyNot", "FAR", "newDanger", "NO", "newVisitOn", NOW.plusDays(3))));
		assertThat(far.routed(HospitalReferralProcess.VISIT_STATE)).isEqualTo("WAIT");
		FakeSubmission against = applied(new RecordHospitalFeedbackRule(), new FakeSubmission(
				"record-hospital-feedback", Map.of("visited", "NOT_YET", "whyNot", "DISAGREES", "newDanger", "NO")));
		assertThat(against.routed(HospitalReferralProcess.VISIT_STATE)).isEqualTo("TALK");
		FakeSubmission home = applied(new ContactHomeRule(),
				new FakeSubmission("contact-home", Map.of("homeAnswer", "WONT_GO", "newDanger", "NO")));
		assertThat(home.routed(HospitalReferralProcess.VISIT_STATE)).isEqualTo("TALK");
		assertThat(home.routed(HospitalReferralProcess.LEADER_MEETING_DUE)).isNotNull();
	}

	// D19
	@Test
	void newDangerComesBeforeEverything() {
		FakeSubmission feedback = applied(new RecordHospitalFeedbackRule(),
				visited("STUDY_TREATED").with("newDanger", "YES"));
		assertThat(feedback.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("REASSESS");
		FakeSubmission home = applied(new ContactHomeRule(),
				new FakeSubmission("contact-home", Map.of("homeAnswer", "WONT_GO", "newDanger", "YES")));
		assertThat(home.routed(HospitalReferralProcess.VISIT_STATE)).isEqualTo("GO_ON");
		assertThat(home.routed(HospitalReferralProcess.NEXT_CARE)).isEqualTo("REASSESS");
		FakeSubmission call = applied(new CallAfterDischargeRule(),
				new FakeSubmission("call-after-discharge", Map.of("newDanger", "YES", "afterDischarge", "STUDY")));
		assertThat(call.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("REASSESS");
	}

	// F10 F17
	@Test
	void nobodyIsSentHomeIntoAnEmptyFlat() {
		FakeSubmission unsafe = applied(new HandOverHomeRule(), new FakeSubmission("hand-over-home",
				Map.of("receivedBy", "GUARDIAN", "handedOver", List.of("CAN_STAY", "NUMBERS"))));
		assertThat(unsafe.refusals()).containsExactly("handedOver rule.referral.handOver");
		FakeSubmission safe = applied(new HandOverHomeRule(), new FakeSubmission("hand-over-home", Map.of("receivedBy",
				"GUARDIAN", "handedOver", List.of("CAN_STAY", "MEANS_SAFE", "NEXT_VISIT", "NIGHT_PLAN"))));
		assertThat(safe.refusals()).isEmpty();
		assertThat(safe.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).as("who takes him over knows").isTrue();
		FakeSubmission hospital = applied(new HandOverHomeRule(), new FakeSubmission("hand-over-home",
				Map.of("receivedBy", "HOSPITAL", "handedOver", List.of("NUMBERS"))));
		assertThat(hospital.refusals()).isEmpty();
		assertThat(hospital.routed(CrisisCaseProcess.GUARDIAN_INFORMED)).isNull();
	}

	// F34
	@Test
	void whoLearnsOfADischargeLateStillHasADayToCall() {
		FakeSubmission recent = applied(new RecordDischargeRule(),
				new FakeSubmission("record-discharge", Map.of("dischargedOn", NOW.minusDays(1))));
		FakeSubmission late = applied(new RecordDischargeRule(),
				new FakeSubmission("record-discharge", Map.of("dischargedOn", NOW.minusDays(30))));
		assertThat(late.routed(HospitalReferralProcess.DISCHARGE_CALL_DUE))
			.isBefore(recent.routed(HospitalReferralProcess.DISCHARGE_CALL_DUE));
	}

	// S5, rule of practice 9
	@Test
	void markersAreRemovedOnlyIfEveryConditionHolds() {
		assertThat(applied(new ProposeUnmarkRule(), unmark()).refusals()).isEmpty();
		assertRefused(unmark().after("record-hospital-feedback.doctorAdvice", "STUDY_TREATED"),
				"unmarkProposal rule.unmark.hospital");
		assertRefused(unmark().after("level", "MODERATE"), "unmarkProposal rule.unmark.level");
		assertRefused(unmark().after("assess-risk.ideation", "MONTH"), "calmHistory rule.unmark.history");
		assertRefused(unmark().after("assess-risk.behaviour", "MONTHS_3"), "calmHistory rule.unmark.history");
		assertRefused(unmark().after("assess-risk.positiveItem", true), "calmHistory rule.unmark.history");
		assertRefused(unmark().after("assess-risk.pastAttempt", true), "calmHistory rule.unmark.history");
		assertRefused(unmark().with("calmHistory", "PAST").with("calmSince", NOW.minusMonths(5)),
				"calmSince rule.unmark.tooSoon");
		assertThat(applied(new ProposeUnmarkRule(),
				unmark().after("assess-risk.pastAttempt", true)
					.with("calmHistory", "PAST")
					.with("calmSince", NOW.minusMonths(7)))
			.refusals()).isEmpty();
	}

	private static void assertRefused(FakeSubmission submission, String refusal) {
		assertThat(applied(new ProposeUnmarkRule(), submission).refusals()).containsExactly(refusal);
	}

	// S5
	@Test
	void otherwiseSupportGoesOnAndOnlyTheSuspicionIsDropped() {
		FakeSubmission support = applied(new ProposeUnmarkRule(),
				new FakeSubmission("propose-unmark", Map.of("unmarkProposal", "SUPPORT")));
		assertThat(support.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("SUPPORT");
		assertThat(support.recorded("suspicionDropped")).isEqualTo(true);
		FakeSubmission refused = applied(new ConfirmUnmarkRule(),
				new FakeSubmission("confirm-unmark", Map.of("confirmation", "DISAGREE")));
		assertThat(refused.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("SUPPORT");
		FakeSubmission agreed = applied(new ConfirmUnmarkRule(),
				new FakeSubmission("confirm-unmark", Map.of("confirmation", "AGREE")));
		assertThat(agreed.routed(CareFacts.REFERRAL_OUTCOME)).isEqualTo("UNMARKED");
	}

	private static FakeSubmission unmark() {
		return new FakeSubmission("propose-unmark", Map.of("unmarkProposal", "PROPOSE", "calmHistory", "NEVER"))
			.after("record-hospital-feedback.doctorAdvice", "NOTHING_FOUND")
			.after("level", "MILD")
			.after("assess-risk.ideation", "NONE")
			.after("assess-risk.behaviour", "NONE");
	}

	private static FakeSubmission letter() {
		return new FakeSubmission("write-referral-letter",
				Map.of("basis", "GUARDIAN", "visitWithin", "TWO_WEEKS", "reasonSeen", "近两周睡得很少，不愿出门"))
			.after("answer-guardian.guardianReply", "AGREES");
	}

	private static FakeSubmission visited(String advice) {
		Map<String, Object> values = new HashMap<>(
				Map.of("visited", "VISITED", "doctorAdvice", advice, "originalSeen", true, "docIssuer", "hospital",
						"docIssuedOn", NOW.minusDays(1), "docPhysician", "王医生", "newDanger", "NO"));
		if (!advice.equals("NOTHING_FOUND")) {
			values.put("reviewOn", NOW.plusDays(14));
		}
		return new FakeSubmission("record-hospital-feedback", values);
	}

	private static FakeSubmission applied(FormRule rule, FakeSubmission submission) {
		rule.apply(submission);
		return submission;
	}

}
