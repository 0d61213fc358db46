package org.huxin.report;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.emergency.EmergencySteps;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.enrolment.EnrolmentSteps;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.referral.ReferralSteps;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/**
 * Cases that need more than the school: from danger to the hospital, away from school and
 * back, through every process that a case calls.
 */
@HuxinTest
class WholeCaseTests {

	private static final int STUDENT = 3;

	/**
	 * The elements that these stories visit; the other paths of a case visit the rest.
	 */
	static final Set<String> ELEMENTS = Set.of(CrisisCaseProcess.ACTION_NEEDED, CrisisCaseProcess.DANGER,
			CrisisCaseProcess.EMERGENCY, CrisisCaseProcess.AFTERCARE_NEEDED, CrisisCaseProcess.START_POSTVENTION,
			CrisisCaseProcess.EMERGENCY_RESULT, CrisisCaseProcess.FAMILY_CARE, CrisisCaseProcess.REFERRAL,
			CrisisCaseProcess.REFERRAL_RESULT, CrisisCaseProcess.REST, CrisisCaseProcess.END_AFTER_DEATH,
			CrisisCaseProcess.ENDED_AFTER_DEATH, CrisisCaseProcess.AWAY, CrisisCaseProcess.AWAY_BEGINS,
			CrisisCaseProcess.SUSPENSION, CrisisCaseProcess.SUSPENSION_RESULT, CrisisCaseProcess.RESUMPTION,
			CrisisCaseProcess.RESUMPTION_RESULT, CrisisCaseProcess.BACK_AT_SCHOOL, CrisisCaseProcess.NOT_AWAY,
			CrisisCaseProcess.RISK_RISEN_AWAY, CrisisCaseProcess.DANGER_AWAY, CrisisCaseProcess.ASSESS_AWAY,
			CrisisCaseProcess.AWAY_TRACK_CHOICE, CrisisCaseProcess.EMERGENCY_AWAY, CrisisCaseProcess.AWAY_SAFE,
			CrisisCaseProcess.AWAY_CALM, CrisisCaseProcess.MAJOR_REPORT, CrisisCaseProcess.MAJOR_REPORTED,
			CrisisCaseProcess.REQUIRE_MANDATORY_REPORT, CrisisCaseProcess.MANDATORY_REPORT_REQUIRED,
			CrisisCaseProcess.FAMILY_FIRST, CrisisCaseProcess.DEATH, CrisisCaseProcess.DEATH_REPORTED,
			CrisisCaseProcess.CARE_FOR_FAMILY, CrisisCaseProcess.SEAL_AFTER_DEATH, CrisisCaseProcess.SEALED,
			CrisisCaseProcess.NOTE_MAJOR_REPORT, CrisisCaseProcess.REPORT_AWAITED,
			CrisisCaseProcess.FAMILY_REPORT_AWAITED, CrisisCaseProcess.POLICE_OWED_AFTER_DEATH,
			CrisisCaseProcess.FILE_REPORT_AFTER_DEATH, CrisisCaseProcess.AFTER_DEATH_DONE);

	/** An assessment after which a hospital is seen at once. */
	private static final Object[] SEVERE = { "ideation", "MONTH", "planMeans", List.of("PLAN"), "level", "SEVERE",
			"next", List.of("HOSPITAL_NOW") };

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(ELEMENTS);

	private final CaseWalk walk;

	private final DueDates due;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final CaseSteps steps;

	private final EmergencySteps emergency;

	private final ReferralSteps referral;

	private final EnrolmentSteps enrolment;

	private final CareSteps care;

	@Autowired
	WholeCaseTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, HospitalRegister hospitals,
			PolicyProfiles policies, JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, STUDENT);
		this.emergency = new EmergencySteps(walk, directory, walk.student(CaseSteps.SCHOOL, STUDENT));
		this.referral = new ReferralSteps(walk, caseFiles, hospitals, transaction, this.steps);
		this.care = new CareSteps(walk, this.steps);
		this.enrolment = new EnrolmentSteps(walk, caseFiles, directory, policies, hospitals, jdbc, transaction);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
		this.emergency.guardians()
			.forEach((guardian) -> this.directory.markSafeToInform(guardian.id(), SafeToInform.UNKNOWN));
	}

	// D03 F25 S1 G02 G03 G10 K02
	@Test
	void severeCaseGoesFromDangerToTheHospitalAwayFromSchoolAndBack() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).as("before any paperwork")
			.contains(EmergencyResponseProcess.TAKE_COMMAND, EmergencyResponseProcess.KEEP_STUDENT_SAFE,
					EmergencyResponseProcess.GO_ON_SITE, CrisisCaseProcess.CONFIRM_LEADER_REPORT)
			.doesNotContain(CrisisCaseProcess.VERIFY_CONCERN);
		this.due.assertFromNow(ref, EmergencyResponseProcess.TAKE_COMMAND, Duration.ofMinutes(15));
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Duration.ofMinutes(30));
		handedOverToTheGuardian(ref);
		assertThat(this.walk.waitingAt(ref)).as("a hospital at once, nobody waits for consent")
			.contains(HospitalReferralProcess.WRITE_REFERRAL_LETTER);

		toRest(ref);
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.APPLY_SUSPENSION);
		suspended(ref);
		this.enrolment.next(ref);
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.APPLY_RESUMPTION);
		returned(ref);
		assertThat(this.walk.waitingAt(ref)).as("the counsellor assesses within a week (G10)")
			.contains(RiskAssessmentProcess.ASSESS_RISK);
		this.steps.assessed(ref, "kindOfAssessment", "AFTER_RETURN");
		this.walk.submit("teacher", ref, StudyResumptionProcess.READ_RETURN_RESULT, Map.of("readResult", true));
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.BACK_AT_SCHOOL);
		assertThat(this.walk.path(ref)).as("follow-up goes on after the return")
			.contains(MonthlyFollowUpProcess.PLAN_FOLLOW_UP);
		assertThat(this.walk.path(ref)).as("who took the student over has been told")
			.doesNotContain(MonthlyFollowUpProcess.INFORM_GUARDIAN);
		assertThat(this.walk.isRunning(ref)).isTrue();
	}

	// D19 S1, law 3
	@Test
	void newDangerAfterTheHospitalIsAssessedThoughNobodyHasReachedAGuardian() {
		CaseRef ref = atTheHospitalWithoutAGuardian();
		this.referral.feedback(ref, "STUDY_TREATED", "newDanger", "YES");
		assertThat(this.walk.waitingAt(ref)).contains(RiskAssessmentProcess.ASSESS_RISK)
			.doesNotContain(HospitalReferralProcess.TELL_GUARDIAN);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		this.steps.assessed(ref, SEVERE);
		assertThat(this.walk.waitingAt(ref)).as("the notice is asked for again")
			.contains(HospitalReferralProcess.TELL_GUARDIAN);
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
	}

	// D01 S1
	@Test
	void hospitalAtOnceWaitsForNoMeetingAndIsToldToTheLeadersAllTheSame() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, SEVERE);
		assertThat(this.walk.waitingAt(ref))
			.contains(HospitalReferralProcess.WRITE_REFERRAL_LETTER, CrisisCaseProcess.CONFIRM_LEADER_REPORT)
			.doesNotContain(CrisisCaseProcess.HOLD_CONFERENCE);
		this.due.assertFromNow(ref, HospitalReferralProcess.WRITE_REFERRAL_LETTER, Duration.ofHours(2));
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Duration.ofHours(24));
	}

	// F11 F12 D19
	@Test
	void worryOfTheHeadTeacherDuringAReferralIsAssessedAtOnce() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE", "next", List.of("SUGGEST_HOSPITAL"));
		this.steps.conferenceHeld(ref);
		assertThat(this.walk.waitingAt(ref)).contains(HospitalReferralProcess.MEET_GUARDIAN);
		this.care.toMorning(7);
		this.due.assertAt(ref, HospitalReferralProcess.WEEKLY_WATCH, this.walk.today().plusDays(3), LocalTime.of(8, 0));
		this.care.watched(ref, "alarm", "WORRY", "alarmText", "几天没怎么吃饭");
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		assertThat(this.walk.waitingAt(ref)).doesNotContain(HospitalReferralProcess.MEET_GUARDIAN,
				HospitalReferralProcess.RECORD_REFUSAL);
	}

	// G02 F10
	@Test
	void restIsAppliedForThoughNobodyHasReachedAGuardian() {
		CaseRef ref = atTheHospitalWithoutAGuardian();
		this.referral.feedback(ref, "REST");
		this.referral.handedOver(ref, "OTHER_ADULT");
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.APPLY_SUSPENSION)
			.doesNotContain(HospitalReferralProcess.TELL_GUARDIAN);
	}

	// F27 H01 K23 F31 G14
	@Test
	void attemptIsRescuedReportedAndFollowedByHelpForThoseAround() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "actKind", "ATTEMPT", "urgency", "NOW");
		assertThat(this.walk.waitingAt(ref)).as("both reports fall due in the same moment")
			.contains(EmergencyResponseProcess.GIVE_FIRST_AID, CrisisCaseProcess.CONFIRM_LEADER_REPORT,
					MajorReportProcess.SEND_FIRST_REPORT);
		this.due.assertFromNow(ref, MajorReportProcess.SEND_FIRST_REPORT, Duration.ofHours(2));
		this.emergency.aidGiven(ref);
		this.emergency.looked(ref, "MOVE");
		this.emergency.handedOver(ref);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.START_POSTVENTION);
		assertThat(this.walk.waitingAt(ref)).as("the report goes its own way")
			.contains(MajorReportProcess.SEND_FIRST_REPORT, HospitalReferralProcess.WRITE_REFERRAL_LETTER);
		majorReported(ref);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.MAJOR_REPORTED);
	}

	// D01 D04 H01
	@Test
	void acuteCaseIsToldToTheLeadersThoughAMajorReportFallsDueInTheSameMoment() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "harmOthers", "VERY_SERIOUS", "threatLasting", "LASTING", "threatSigns",
				List.of("WEAPON"), "harmTarget", "同班同学", "protectMeasure", "座位分开，课间有人", "level", "ACUTE");
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.TAKE_COMMAND,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT, MajorReportProcess.SEND_FIRST_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Duration.ofMinutes(30));
	}

	// G16 H01
	@Test
	void nobodyIsHandedOverOutOfAnEmergencyAndAnEmergencyThatWasCutShortHoldsNobodyForEver() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "ideation", "HOURS_48", "planMeans", List.of("PLAN"), "level", "ACUTE");
		this.steps.changeReported("counselor", ref, "LEAVES");
		assertThatThrownBy(() -> this.steps.handOverPrepared(ref, "AGREED")).hasMessageContaining("应急处置还没有结束");
		this.steps.changeReported("counselor", ref, "RISK");
		this.steps.assessed(ref, "kindOfAssessment", "AGAIN", "ideation", "MONTH", "level", "SEVERE", "levelReason",
				"面谈所见");
		if (this.walk.waitingAt(ref).contains(RiskAssessmentProcess.CONFIRM_LEVEL)) {
			this.walk.submit("leader", ref, RiskAssessmentProcess.CONFIRM_LEVEL, Map.of("confirmation", "AGREE"));
		}
		this.steps.handOverPrepared(ref, "AGREED");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.CONFIRM_HAND_OVER);
	}

	// H05 D16
	@Test
	void newsOfRiskAfterADeathBeginsNoAssessment() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.changeReported("counselor", ref, "DEATH");
		this.steps.changeReported("counselor", ref, "RISK");
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain(RiskAssessmentProcess.ASSESS_RISK);
	}

	// H05 F27
	@Test
	void childThatDiesInSpiteOfAllIsLeftToTheFamily() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "actKind", "ATTEMPT", "urgency", "NOW");
		this.emergency.looked(ref, "DIED", "confirmedBy", "HOSPITAL");
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.FAMILY_FIRST);
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain(EmergencyResponseProcess.CALL_GUARDIAN, EmergencyResponseProcess.CHECK_DANGER);
		familyCaredFor(ref);
		majorReported(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.SEALED);
	}

	// F26 F32 L11
	@Test
	void violenceThatTheEmergencyFindsIsReportedToThePolice() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "actKind", "HARM_TO_OTHERS", "urgency", "TODAY");
		this.emergency.targetProtected(ref, "YES");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.FILE_MANDATORY_REPORT);
		this.steps.policeTold(ref);
		assertThat(this.walk.waitingAt(ref)).doesNotContain(CrisisCaseProcess.FILE_MANDATORY_REPORT);
	}

	// H05 D16
	@Test
	void deathStopsEverythingAndLeavesOnePersonForTheFamily() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "actKind", "DEATH", "urgency", "NOW");
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain(EmergencyResponseProcess.CALL_GUARDIAN);
		familyCaredFor(ref);
		assertThat(this.walk.isRunning(ref)).as("the report is still owed").isTrue();
		majorReported(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.SEALED);
	}

	// H05 D16
	@Test
	void deathOfAStudentWhoIsFollowedUpEndsEveryOtherStepInTheSameMoment() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.changeReported("counselor", ref, "DEATH");
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain(SchoolCounsellingProcess.NOTE_SESSION, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER);
		familyCaredFor(ref);
		assertThat(this.walk.isRunning(ref)).as("the report is still owed").isTrue();
		majorReported(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.SEALED);
	}

	// L11 H05
	@Test
	void policeAreToldOfSuspectedHarmThoughTheChildHasDied() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "mandatory", "YES");
		this.steps.changeReported("counselor", ref, "DEATH");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.FILE_REPORT_AFTER_DEATH,
				EmergencyResponseProcess.NAME_LIAISON);
		this.due.assertFromNow(ref, CrisisCaseProcess.FILE_REPORT_AFTER_DEATH, Duration.ofHours(1));
		familyCaredFor(ref);
		majorReported(ref);
		assertThat(this.walk.isRunning(ref)).as("the police are not told yet").isTrue();
		this.walk.submit("counselor", ref, CrisisCaseProcess.FILE_REPORT_AFTER_DEATH,
				Map.of("filedAt", this.steps.moment(), "filedTo", List.of("POLICE"), "filedBy", "PHONE", "filedText",
						"报告了看到的情况", "guardianNotTold", "YES"));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.SEALED);
	}

	// D04 G02
	@Test
	void worryWhileAwayIsAssessedAtOnceAndTheSuspensionGoesOn() {
		CaseRef ref = away();
		this.walk.forward(Duration.ofDays(30));
		this.enrolment.worried(ref);
		assertThat(this.walk.waitingAt(ref)).contains(RiskAssessmentProcess.ASSESS_RISK);
		this.steps.assessed(ref);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.AWAY_CALM);
		this.steps.changeReported("teacher", ref, "RISK");
		this.steps.assessed(ref, "ideation", "HOURS_48", "planMeans", List.of("PLAN"), "level", "ACUTE");
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.TAKE_COMMAND);
		this.emergency.looked(ref, "OVER");
		this.emergency.handedOver(ref, "needsAftercare", "NO");
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.AWAY_SAFE);
		assertThat(this.walk.isRunning(ref)).isTrue();
	}

	// G02 K09
	@Test
	void familyThatWantsNoSuspensionGetsHelpAtSchool() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		handedOverToTheGuardian(ref);
		toRest(ref);
		this.enrolment.notApplied(ref);
		while (this.walk.waitingAt(ref).contains(StudySuspensionProcess.TALK_ABOUT_STAY)) {
			this.enrolment.talked(ref, "stayDecision", "STAY", "medicalOpinion", "MAY_STAY", "stayPlan", "班主任陪护",
					"noticeGiven", true);
		}
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.NOT_AWAY);
		assertThat(this.walk.waitingAt(ref)).contains(SchoolCounsellingProcess.PLAN_COUNSELLING);
	}

	// L11 G10
	@Test
	void harmThatIsSuspectedAfterTheReturnIsReportedToThePolice() {
		CaseRef ref = away();
		this.enrolment.next(ref);
		returned(ref);
		this.steps.assessed(ref, "kindOfAssessment", "AFTER_RETURN", "mandatory", "YES");
		this.walk.submit("teacher", ref, StudyResumptionProcess.READ_RETURN_RESULT, Map.of("readResult", true));
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.FILE_MANDATORY_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.FILE_MANDATORY_REPORT, Duration.ofHours(1));
	}

	// G03 G06
	@Test
	void whoDoesNotComeBackStaysSuspendedAndIsContactedAgain() {
		CaseRef ref = away();
		this.enrolment.next(ref);
		this.enrolment.resumptionApplied(ref);
		this.enrolment.certificateEntered(ref);
		this.enrolment.certificateVerified(ref);
		this.steps.assessed(ref, "kindOfAssessment", "BEFORE_RETURN");
		this.enrolment.reviewedAgainst(ref, "REJECT");
		this.enrolment.approvedByBoth(ref);
		this.walk.submit("teacher", ref, StudyResumptionProcess.APPEAL_RESUMPTION,
				Map.of("resumptionAppeal", "ACCEPT"));
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.NOT_RETURNED)
			.doesNotContain(CrisisCaseProcess.BACK_AT_SCHOOL);
		this.walk.forward(Duration.ofDays(31));
		assertThat(this.walk.waitingAt(ref)).as("nobody is forgotten while away")
			.containsAnyOf(StudySuspensionProcess.CONTACT_AWAY, StudySuspensionProcess.APPLY_NEXT);
	}

	private CaseRef atTheHospitalWithoutAGuardian() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, SEVERE);
		this.due.assertFromNow(ref, HospitalReferralProcess.TELL_GUARDIAN, Duration.ofHours(1));
		this.referral.letterWritten(ref, "basis", "DANGER", "visitWithin", "AT_ONCE", "escort", "班主任");
		return ref;
	}

	private CaseRef away() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		handedOverToTheGuardian(ref);
		toRest(ref);
		suspended(ref);
		return ref;
	}

	private void handedOverToTheGuardian(CaseRef ref) {
		this.steps.acknowledged(ref, "commander", this.emergency.staff("counselor"));
		this.emergency.commandTaken(ref);
		this.emergency.safetyAnswered(ref, "YES");
		this.emergency.called(ref, 0, "REACHED");
		this.emergency.inSafePlace(ref);
		this.emergency.counsellorThere(ref);
		this.emergency.looked(ref, "OVER");
		this.emergency.handedOver(ref, "needsAftercare", "NO");
	}

	private void toRest(CaseRef ref) {
		this.referral.letterWritten(ref, "basis", "DANGER", "visitWithin", "AT_ONCE", "escort", "父亲，班主任");
		if (this.walk.waitingAt(ref).contains(HospitalReferralProcess.HAND_OVER_HOME)) {
			this.referral.handedOver(ref, "GUARDIAN");
		}
		if (this.walk.waitingAt(ref).contains(HospitalReferralProcess.MAKE_APPOINTMENT)) {
			this.referral.appointmentMade(ref, 1);
		}
		this.referral.feedback(ref, "REST");
		if (this.walk.waitingAt(ref).contains(HospitalReferralProcess.HAND_OVER_HOME)) {
			this.referral.handedOver(ref, "GUARDIAN");
		}
		if (this.walk.waitingAt(ref).contains(HospitalReferralProcess.TELL_GUARDIAN)) {
			this.walk.submit("counselor", ref, HospitalReferralProcess.TELL_GUARDIAN, Map.of("noticeResult", "TOLD",
					"guardian", this.steps.guardians().get(0), "at", this.steps.moment()));
		}
	}

	private void suspended(CaseRef ref) {
		this.enrolment.applied(ref);
		this.enrolment.checked(ref);
		this.enrolment.decided(ref, "AGREE");
		this.enrolment.registered(ref, StudySuspensionProcess.REGISTER_SUSPENSION, 100);
		this.enrolment.planned(ref);
		if (!this.walk.waitingAt(ref).contains(StudySuspensionProcess.APPLY_NEXT)) {
			this.walk.forward(Duration.ofDays(30));
			this.enrolment.contacted(ref);
			this.walk.forward(Duration.ofDays(30));
			this.enrolment.contacted(ref);
			this.walk.forward(Duration.ofDays(11));
		}
	}

	private void returned(CaseRef ref) {
		this.enrolment.resumptionApplied(ref);
		this.enrolment.certificateEntered(ref);
		this.enrolment.certificateVerified(ref);
		this.steps.assessed(ref, "kindOfAssessment", "BEFORE_RETURN");
		this.enrolment.reviewed(ref);
		this.enrolment.approvedByBoth(ref);
		this.enrolment.arranged(ref);
		for (int day = 0; day < 60
				&& !this.walk.waitingAt(ref).contains(StudyResumptionProcess.CONFIRM_FIRST_DAY); day++) {
			this.walk.forward(Duration.ofDays(1));
		}
		this.enrolment.confirmed(ref, "cameBack", "YES");
	}

	private void familyCaredFor(CaseRef ref) {
		this.emergency.liaisonNamed(ref);
		this.emergency.sceneSecured(ref, EmergencyResponseProcess.SECURE_FAMILY_SCENE, "NONE_OF_THESE", "CALLED");
		this.emergency.superiorsTold(ref, EmergencyResponseProcess.INFORM_AUTHORITIES);
		this.emergency.siblingsSeen(ref);
		this.emergency.wordsAgreed(ref);
	}

	private void majorReported(CaseRef ref) {
		this.emergency.firstReported(ref);
		this.emergency.evidenceListed(ref);
		this.emergency.materialSubmitted(ref);
		this.emergency.reportWritten(ref);
		this.emergency.reportDecided(ref, "SEND");
	}

}
