package org.huxin.referral;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.SchoolCalendar;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code hospital-referral.bpmn}, through the real door, with the
 * due dates that the policy profile gives.
 */
@HuxinTest
class HospitalReferralPathsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(HospitalReferralProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final CaseFiles caseFiles;

	private final SchoolCalendar calendar;

	private final CaseSteps steps;

	private final ReferralSteps referral;

	private final CareSteps care;

	@Autowired
	HospitalReferralPathsTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory,
			HospitalRegister hospitals, SchoolCalendar calendar, TransactionOperations transaction) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.caseFiles = caseFiles;
		this.calendar = calendar;
		this.steps = new CaseSteps(walk, directory, 2);
		this.referral = new ReferralSteps(walk, caseFiles, hospitals, transaction, this.steps);
		this.care = new CareSteps(walk, this.steps);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// S1 S4 S5 K08 F08 F09 F33
	@Test
	void guardianAgreesTheHospitalIsSeenAndStudyGoesOn() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.due.assertFromNow(ref, HospitalReferralProcess.MEET_GUARDIAN, Duration.ofDays(3));
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "AGREES");
		this.due.assertFromNow(ref, HospitalReferralProcess.WRITE_REFERRAL_LETTER, Duration.ofDays(2));
		this.referral.letterWritten(ref);
		this.due.assertFromNow(ref, HospitalReferralProcess.MAKE_APPOINTMENT, Duration.ofDays(3));
		this.referral.appointmentMade(ref, 4);
		this.due.assertAtSix(ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK, 7);
		this.referral.feedback(ref, "STUDY_TREATED");
		assertEnded(ref, HospitalReferralProcess.STUDY_TREATED);
	}

	// K08
	@Test
	void letterWithoutConsentAndWithoutDangerIsRefused() {
		CaseRef ref = agreed();
		assertThatThrownBy(() -> this.referral.letterWritten(ref, "basis", "DANGER")).hasMessageContaining("依据和记录不一致");
		assertThatThrownBy(() -> this.referral.letterWritten(ref, "reasonSeen", "已确诊")).hasMessageContaining("不写医学结论");
		this.referral.letterWritten(ref, "appointmentOn", this.steps.day(2));
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
	}

	// K20
	@Test
	void refusalIsAnsweredInWritingThenByALeaderThenReported() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "DISAGREES");
		this.due.assertFromNow(ref, HospitalReferralProcess.RECORD_REFUSAL, Duration.ofHours(24));
		this.referral.refusalRecorded(ref, 3, "YES");
		this.due.assertAtSix(ref, HospitalReferralProcess.MEET_WITH_LEADER, 3);
		this.referral.answered(ref, "leader", HospitalReferralProcess.MEET_WITH_LEADER, "DISAGREES");
		this.due.assertFromNow(ref, HospitalReferralProcess.REPORT_SUPERIOR, Duration.ofHours(24));
		assertThat(this.walk.path(ref)).as("the police are told before any further talk")
			.contains(HospitalReferralProcess.NEGLECT_SUSPECTED);
		assertThatThrownBy(() -> this.referral.superiorReported(ref, "NOT_NEEDED")).hasMessageContaining("学校必须向公安机关报告");
		this.referral.superiorReported(ref, "YES");
		assertEnded(ref, HospitalReferralProcess.SUPPORT_WITHOUT_REFERRAL);
	}

	// K20
	@Test
	void guardianWhoNeverAnswersGetsItInWritingAfterAWeek() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.walk.forward(Duration.ofDays(7).minusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.MEET_GUARDIAN);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.RECORD_REFUSAL)
			.doesNotContain(HospitalReferralProcess.MEET_GUARDIAN);
		this.referral.refusalRecorded(ref, 2, "NO");
		this.referral.answered(ref, "leader", HospitalReferralProcess.MEET_WITH_LEADER, "AGREES");
		this.due.assertFromNow(ref, HospitalReferralProcess.WRITE_REFERRAL_LETTER, Duration.ofDays(2));
		assertThat(this.walk.path(ref)).contains(HospitalReferralProcess.NO_ANSWER);
	}

	// K20
	@Test
	void twoGuardiansWhoDisagreeMeetALeader() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "DISAGREE");
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.RECORD_REFUSAL);
		this.due.assertFromNow(ref, HospitalReferralProcess.MEET_WITH_LEADER, Duration.ofDays(5));
		this.referral.notReached(ref, "leader", HospitalReferralProcess.MEET_WITH_LEADER);
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.REPORT_SUPERIOR);
	}

	// K20, rule of practice 1
	@Test
	void whereNoGuardianMayBeToldALeaderNamesAnotherAdult() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "BLOCKED");
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.MEET_GUARDIAN);
		this.due.assertFromNow(ref, HospitalReferralProcess.NAME_ADULT, Duration.ofHours(4));
		this.walk.submit("leader", ref, HospitalReferralProcess.NAME_ADULT, Map.of("adultKind", "RELATIVE", "adultName",
				"外婆", "adultPhone", "10000000555", "studentAgreesAdult", "YES", "policeReported", "YES"));
		this.referral.letterWritten(ref, "basis", "STUDENT", "appointmentOn", this.steps.day(1));
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
	}

	// D13, rule of practice 1
	@Test
	void beforeItIsClearThatTellingIsSafeNobodyIsMet() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "HOLD");
		this.due.assertFromNow(ref, HospitalReferralProcess.CLARIFY_GUARDIAN, Duration.ofDays(3));
		this.walk.submit("counselor", ref, HospitalReferralProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", this.steps.guardians(), "informUnsafe", List.of(), "clarifyReason", "学生说可以告诉父母"));
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.MEET_GUARDIAN);
	}

	// K20, rule of practice 8
	@Test
	void studentOfAgeDecidesHimself() {
		this.walk.forward(Duration.ofDays(365 * 6));
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.MEET_GUARDIAN);
		this.due.assertFromNow(ref, HospitalReferralProcess.ASK_STUDENT, Duration.ofDays(3));
		asked(ref, "AGREES");
		this.referral.letterWritten(ref, "basis", "STUDENT", "appointmentOn", this.steps.day(1));
		CaseRef other = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		asked(other, "NOT_NOW");
		assertEnded(other, HospitalReferralProcess.STUDENT_DECLINED);
	}

	// S1 F10, law 3
	@Test
	void inDangerNobodyWaitsForConsent() {
		CaseRef ref = this.referral.begun("SEVERE", "AT_ONCE", "OPEN");
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.MEET_GUARDIAN);
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
		this.due.assertFromNow(ref, HospitalReferralProcess.WRITE_REFERRAL_LETTER, Duration.ofHours(2));
		atOnce(ref);
		this.due.assertFromNow(ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK, Duration.ofHours(24));
		told(ref, "NOT_REACHED");
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
		told(ref, "TOLD");
		assertThat(this.walk.path(ref)).contains(HospitalReferralProcess.GUARDIAN_TOLD_END);
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.TELL_GUARDIAN);
	}

	// D13 F10, law 3, rule of practice 1
	@Test
	void inDangerItIsMadeClearWhetherTellingIsSafeWhileTheLetterIsWritten() {
		CaseRef ref = this.referral.begun("SEVERE", "AT_ONCE", "HOLD");
		assertThat(this.walk.waitingAt(ref)).as("nobody is told, and the letter does not wait")
			.contains(HospitalReferralProcess.WRITE_REFERRAL_LETTER)
			.doesNotContain(HospitalReferralProcess.TELL_GUARDIAN);
		this.due.assertFromNow(ref, HospitalReferralProcess.CLARIFY_NOTICE, Duration.ofHours(1));
		clarified(ref, List.of());
		this.due.assertFromNow(ref, HospitalReferralProcess.CLARIFY_NOTICE, Duration.ofHours(1));
		atOnce(ref);
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
		clarified(ref, this.steps.guardians());
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
		told(ref, "TOLD");
		assertThat(this.walk.path(ref)).contains(HospitalReferralProcess.GUARDIAN_TOLD_END);
	}

	// D19 S1, law 3
	@Test
	void newDangerWaitsForNoGuardian() {
		CaseRef feedback = inDanger();
		this.referral.feedback(feedback, "STUDY_TREATED", "newDanger", "YES");
		assertOver(feedback, HospitalReferralProcess.REASSESS_NOW);
		CaseRef discharge = inDanger();
		this.referral.feedback(discharge, "HOSPITAL");
		this.referral.handedOver(discharge, "HOSPITAL");
		this.referral.dischargeAsked(discharge, "HOME");
		this.referral.dischargeChecked(discharge);
		this.referral.calledAfterDischarge(discharge, "STUDY", "YES");
		assertOver(discharge, HospitalReferralProcess.REASSESS_AFTER_DISCHARGE);
		CaseRef assessed = inDanger();
		this.referral.feedback(assessed, "NOTHING_FOUND");
		this.walk.runDueJobs();
		this.steps.assessed(assessed, "kindOfAssessment", "AGAIN", "level", "SEVERE", "levelReason", "面谈所见");
		assertOver(assessed, HospitalReferralProcess.DANGER_FOUND);
	}

	// F10 G02, law 3
	@Test
	void whatTheDoctorAdvisesWaitsForNoGuardian() {
		CaseRef rest = inDanger();
		this.referral.feedback(rest, "REST");
		this.due.assertFromNow(rest, HospitalReferralProcess.HAND_OVER_HOME, Duration.ofHours(4));
		this.referral.handedOver(rest, "OTHER_ADULT");
		assertOver(rest, HospitalReferralProcess.REST_AT_HOME);
		CaseRef study = inDanger();
		this.referral.feedback(study, "STUDY_TREATED");
		assertOver(study, HospitalReferralProcess.STUDY_TREATED);
	}

	// F11 F16 D19
	@Test
	void headTeacherLooksAfterTheStudentWhileTheReferralGoesOn() {
		this.care.toMorning(1);
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.care.toMorning(6);
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.WEEKLY_WATCH);
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "AGREES");
		this.care.toMorning(1);
		this.due.assertAt(ref, HospitalReferralProcess.WEEKLY_WATCH, this.walk.today().plusDays(3), LocalTime.of(8, 0));
		this.care.watched(ref);
		this.referral.letterWritten(ref, "appointmentOn", this.steps.day(8));
		this.care.toMorning(7);
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
		this.care.watched(ref, "alarm", "WORRY", "alarmText", "把东西都送人了", "home", "NOT_DUE");
		assertOver(ref, HospitalReferralProcess.WATCH_WORRIED);
	}

	// F16 D19
	@Test
	void studentInDangerIsLookedAtEveryDayFromTheFirstMorningOn() {
		this.care.toMorning(1);
		CaseRef ref = this.referral.begun("SEVERE", "AT_ONCE", "OPEN", "CLOSE");
		this.due.assertFromNow(ref, HospitalReferralProcess.WEEKLY_WATCH, Duration.ofHours(10));
		this.care.watched(ref, "talked", "NOT_POSSIBLE", "whyNot", "HOSPITAL");
		this.care.toMorning(1);
		this.due.assertAt(ref, HospitalReferralProcess.WEEKLY_WATCH, this.walk.today(), LocalTime.of(18, 0));
		this.care.watched(ref, "talked", "NOT_POSSIBLE", "whyNot", "HOSPITAL", "home", "NOT_DUE");
		assertThat(this.walk.waitingAt(ref)).as("a hospital looks after him")
			.contains(HospitalReferralProcess.WRITE_REFERRAL_LETTER);
	}

	// F09 K20
	@Test
	void missingFeedbackIsRemindedThenAskedForAtHomeThenTalkedAboutWithALeader() {
		CaseRef ref = this.referral.begun("SEVERE", "AT_ONCE", "OPEN");
		atOnce(ref);
		told(ref, "TOLD");
		this.walk.forward(Duration.ofHours(12).plusMinutes(5));
		assertThat(events(ref)).containsOnlyOnce("feedbackReminded");
		this.walk.forward(Duration.ofHours(36));
		this.due.assertFromNow(ref, HospitalReferralProcess.CONTACT_HOME, Duration.ofHours(24));
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
		this.referral.homeContacted(ref, "NOT_REACHED");
		this.due.assertAtSix(ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK, 5);
		this.referral.notGone(ref, "FAR");
		this.due.assertAtSix(ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK, 6);
		this.walk.forward(Duration.ofDays(9));
		this.referral.homeContacted(ref, "WONT_GO");
		this.due.assertFromNow(ref, HospitalReferralProcess.MEET_WITH_LEADER, Duration.ofDays(5));
		this.referral.answered(ref, "leader", HospitalReferralProcess.MEET_WITH_LEADER, "AGREES");
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.WRITE_REFERRAL_LETTER);
	}

	// K20
	@Test
	void whoDoesNotBelieveInItTalksWithALeader() {
		CaseRef ref = booked();
		this.referral.notGone(ref, "DISAGREES");
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.MEET_WITH_LEADER);
	}

	// D19
	@Test
	void newDangerMeanwhileIsAssessedAtOnce() {
		CaseRef ref = booked();
		this.referral.feedback(ref, "STUDY_TREATED", "newDanger", "YES");
		assertEnded(ref, HospitalReferralProcess.REASSESS_NOW);
	}

	// F10 F17
	@Test
	void whoRestsIsHandedOverToSomebodyWhoCanStay() {
		CaseRef ref = booked();
		this.referral.feedback(ref, "REST");
		this.due.assertFromNow(ref, HospitalReferralProcess.HAND_OVER_HOME, Duration.ofHours(4));
		this.referral.handedOver(ref, "GUARDIAN");
		assertEnded(ref, HospitalReferralProcess.REST_AT_HOME);
	}

	// F34, rule of practice 12
	@Test
	void dischargeIsCheckedWithinFiveWorkingDaysAndCalledAfterWithinSeven() {
		CaseRef ref = inHospital();
		this.due.assertAtSix(ref, HospitalReferralProcess.RECORD_DISCHARGE, 14);
		this.referral.dischargeAsked(ref, "STILL");
		this.due.assertAtSix(ref, HospitalReferralProcess.RECORD_DISCHARGE, 5);
		this.referral.dischargeAsked(ref, "HOME");
		LocalDate fifth = this.calendar.workingDay(CaseSteps.SCHOOL, this.walk.today(), 5);
		assertThat(fifth).isAfterOrEqualTo(this.walk.today().plusDays(7));
		assertThat(this.walk.due(ref, HospitalReferralProcess.CHECK_DISCHARGE).orElseThrow())
			.isEqualTo(fifth.atTime(LocalTime.of(18, 0)).atZone(ZONE).toInstant());
		this.due.assertAtSix(ref, HospitalReferralProcess.CALL_AFTER_DISCHARGE, 7);
		this.referral.calledAfterDischarge(ref, "STUDY", "NO");
		assertThat(this.walk.waitingAt(ref)).as("both are done").contains(HospitalReferralProcess.CHECK_DISCHARGE);
		this.referral.dischargeChecked(ref);
		assertEnded(ref, HospitalReferralProcess.STUDY_AFTER_DISCHARGE);
	}

	// F34 D19
	@Test
	void afterDischargeRestGoesOnOrTheStudentIsAssessedAtOnce() {
		CaseRef rest = inHospital();
		this.referral.dischargeAsked(rest, "HOME");
		this.referral.dischargeChecked(rest);
		this.referral.calledAfterDischarge(rest, "REST", "NO");
		assertEnded(rest, HospitalReferralProcess.REST_AFTER_DISCHARGE);
		CaseRef danger = inHospital();
		this.referral.dischargeAsked(danger, "HOME");
		this.referral.dischargeChecked(danger);
		this.referral.calledAfterDischarge(danger, "STUDY", "YES");
		assertEnded(danger, HospitalReferralProcess.REASSESS_AFTER_DISCHARGE);
	}

	// S5
	@Test
	void longStayLeadsToASuspension() {
		CaseRef ref = inHospital();
		this.referral.dischargeAsked(ref, "LONG");
		assertEnded(ref, HospitalReferralProcess.LONG_STAY);
	}

	// S5 G01, rule of practice 9
	@Test
	void markersAreRemovedByTwoPersonsAfterANewAssessment() {
		CaseRef ref = nothingFound("MILD");
		this.due.assertFromNow(ref, HospitalReferralProcess.PROPOSE_UNMARK, Duration.ofDays(3));
		this.referral.unmarkConsidered(ref, "PROPOSE");
		this.due.assertFromNow(ref, HospitalReferralProcess.CONFIRM_UNMARK, Duration.ofHours(24));
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, HospitalReferralProcess.CONFIRM_UNMARK,
				Map.of("confirmation", "AGREE")))
			.as("who proposes does not confirm")
			.isInstanceOf(RuntimeException.class);
		this.walk.submit("leader", ref, HospitalReferralProcess.CONFIRM_UNMARK, Map.of("confirmation", "AGREE"));
		assertEnded(ref, HospitalReferralProcess.UNMARKED);
		assertThat(events(ref)).contains("markersRemoved");
		assertThat(this.caseFiles.get(ref).level()).contains("NONE");
	}

	// S5
	@Test
	void withoutASecondPersonOrAProposalSupportGoesOn() {
		CaseRef support = nothingFound("MILD");
		this.referral.unmarkConsidered(support, "SUPPORT");
		assertEnded(support, HospitalReferralProcess.SUPPORT_AFTER_VISIT);
		CaseRef refused = nothingFound("MILD");
		this.referral.unmarkConsidered(refused, "PROPOSE");
		this.walk.submit("leader", refused, HospitalReferralProcess.CONFIRM_UNMARK,
				Map.of("confirmation", "DISAGREE", "confirmReason", "再观察一段时间"));
		assertEnded(refused, HospitalReferralProcess.SUPPORT_AFTER_VISIT);
		assertThat(events(refused)).doesNotContain("markersRemoved");
	}

	// S5
	@Test
	void higherLevelIsNotUnmarked() {
		CaseRef moderate = nothingFound("MODERATE");
		assertThatThrownBy(() -> this.referral.unmarkConsidered(moderate, "PROPOSE")).hasMessageContaining("高于一级");
		CaseRef severe = nothingFound("SEVERE");
		assertEnded(severe, HospitalReferralProcess.DANGER_FOUND);
	}

	private CaseRef agreed() {
		CaseRef ref = this.referral.begun("MODERATE", "SUGGEST", "OPEN");
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "AGREES");
		return ref;
	}

	private CaseRef booked() {
		CaseRef ref = agreed();
		this.referral.letterWritten(ref, "appointmentOn", this.steps.day(2));
		return ref;
	}

	private CaseRef inHospital() {
		CaseRef ref = booked();
		this.referral.feedback(ref, "HOSPITAL");
		this.referral.handedOver(ref, "HOSPITAL");
		return ref;
	}

	private CaseRef nothingFound(String level) {
		CaseRef ref = booked();
		this.referral.feedback(ref, "NOTHING_FOUND");
		this.walk.runDueJobs();
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofDays(3));
		this.steps.assessed(ref, "kindOfAssessment", "AGAIN", "level", level, "levelReason",
				level.equals("MILD") ? "面谈平稳" : "面谈所见");
		if (level.equals("MILD")) {
			// less than before the hospital: a second person
			this.walk.submit("leader", ref, RiskAssessmentProcess.CONFIRM_LEVEL, Map.of("confirmation", "AGREE"));
		}
		return ref;
	}

	private void asked(CaseRef ref, String reply) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.ASK_STUDENT, Map.of("askedAt", this.steps.moment(),
				"studentReply", reply, "mayTellHome", "NO", "studentView", "想先自己试试"));
	}

	private void clarified(CaseRef ref, List<String> safe) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.CLARIFY_NOTICE,
				Map.of("informSafe", safe, "informUnsafe", List.of(), "clarifyReason", "问过学生"));
	}

	private void atOnce(CaseRef ref) {
		this.referral.letterWritten(ref, "basis", "DANGER", "visitWithin", "AT_ONCE", "escort", "周老师，学校派车");
	}

	private void told(CaseRef ref, String result) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.TELL_GUARDIAN,
				ReferralSteps.form(new Object[0], "noticeResult", result, "guardian",
						result.equals("TOLD") ? this.steps.guardians().get(0) : null, "at", this.steps.moment()));
	}

	/** On the way to a hospital at once, while nobody has reached a guardian yet. */
	private CaseRef inDanger() {
		CaseRef ref = this.referral.begun("SEVERE", "AT_ONCE", "OPEN");
		atOnce(ref);
		told(ref, "NOT_REACHED");
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
		return ref;
	}

	private void assertOver(CaseRef ref, String end) {
		assertThat(this.walk.path(ref)).contains(end);
		assertThat(this.care.waitingAt(ref)).as("nothing of the referral is left").isEmpty();
	}

	private void assertEnded(CaseRef ref, String end) {
		assertThat(this.walk.path(ref)).contains(end);
		assertThat(this.walk.waitingAt(ref)).doesNotContainAnyElementsOf(
				List.of(HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK, HospitalReferralProcess.PROPOSE_UNMARK,
						HospitalReferralProcess.CHECK_DISCHARGE, HospitalReferralProcess.MEET_GUARDIAN));
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM)
			.flatMap((entry) -> entry.form().stream())
			.toList();
	}

}
