package org.huxin.enrolment;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.emergency.EmergencySteps;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code study-suspension.bpmn} and
 * {@code study-resumption.bpmn}, through the real door, with the due dates that the
 * policy profile gives.
 */
@HuxinTest
class EnrolmentPathsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(StudySuspensionProcess.class, StudyResumptionProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final EnrolmentSteps steps;

	private final SchoolDirectory directory;

	private final JdbcTemplate jdbc;

	@Autowired
	EnrolmentPathsTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, PolicyProfiles policies,
			HospitalRegister hospitals, JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.directory = directory;
		this.jdbc = jdbc;
		this.steps = new EnrolmentSteps(walk, caseFiles, directory, policies, hospitals, jdbc, transaction);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// suspension

	// G01 G02 H04 F17
	@Test
	void studentIsSuspendedContactedEveryMonthRenewedAndAppliesToComeBack() {
		CaseRef ref = this.steps.suspending(2);
		this.due.assertFromNow(ref, StudySuspensionProcess.APPLY_SUSPENSION, Duration.ofDays(7));
		this.steps.applied(ref);
		this.due.assertFromNow(ref, StudySuspensionProcess.CHECK_SUSPENSION, Duration.ofDays(3));
		this.steps.checked(ref);
		this.due.assertFromNow(ref, StudySuspensionProcess.DECIDE_SUSPENSION, Duration.ofDays(5));
		this.steps.decided(ref, "AGREE");
		this.due.assertFromNow(ref, StudySuspensionProcess.REGISTER_SUSPENSION, Duration.ofDays(3));
		this.steps.registered(ref, StudySuspensionProcess.REGISTER_SUSPENSION, 100);
		LocalDate end = this.steps.today().plusDays(100);

		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.AGREE_SAFETY_PLAN);
		this.due.assertFromNow(ref, StudySuspensionProcess.AGREE_SAFETY_PLAN, Duration.ofDays(3));
		this.steps.planned(ref);
		for (int month = 1; month <= 2; month++) {
			this.walk.forward(Duration.ofDays(30));
			assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.CONTACT_AWAY);
			this.due.assertFromNow(ref, StudySuspensionProcess.CONTACT_AWAY, Duration.ofDays(7));
			this.steps.contacted(ref);
			assertThat(this.walk.waitingAt(ref)).isEmpty();
		}
		this.walk.forward(Duration.ofDays(11));
		assertThat(this.walk.waitingAt(ref)).as("a month before the end")
			.containsExactly(StudySuspensionProcess.APPLY_NEXT);
		this.due.assertAtSix(ref, StudySuspensionProcess.APPLY_NEXT, end);
		this.steps.renewalAsked(ref, 200);
		this.due.assertFromNow(ref, StudySuspensionProcess.DECIDE_RENEWAL, Duration.ofDays(5));
		this.steps.renewalDecided(ref, "leader", StudySuspensionProcess.DECIDE_RENEWAL, "AGREE");
		this.due.assertFromNow(ref, StudySuspensionProcess.REGISTER_RENEWAL, Duration.ofDays(3));
		this.steps.registered(ref, StudySuspensionProcess.REGISTER_RENEWAL, 200);
		LocalDate renewed = this.steps.today().plusDays(200);

		this.walk.forward(Duration.ofDays(171));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(StudySuspensionProcess.CONTACT_AWAY,
				StudySuspensionProcess.APPLY_NEXT);
		this.due.assertAtSix(ref, StudySuspensionProcess.APPLY_NEXT, renewed);
		this.steps.next(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.SUSPENSION_ENDS,
				StudySuspensionProcess.READY_TO_RESUME);
	}

	// G01
	@Test
	void incompletePapersGoBackToTheApplicantWhoIsToldWhatIsMissing() {
		CaseRef ref = this.steps.suspending(2);
		this.steps.applied(ref);
		this.walk.submit("registry", ref, StudySuspensionProcess.CHECK_SUSPENSION,
				Map.of("proofValid", "NO", "applicationComplete", "NO", "missing", "证明缺公章，请到医院补"));
		this.due.assertFromNow(ref, StudySuspensionProcess.APPLY_SUSPENSION, Duration.ofDays(7));
		assertThat(this.walk.shown("teacher", ref, StudySuspensionProcess.APPLY_SUSPENSION))
			.containsEntry("missingBefore", "证明缺公章，请到医院补");
		this.steps.applied(ref);
		this.steps.checked(ref);
		this.steps.decided(ref, "MORE");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.APPLY_SUSPENSION);
		assertThat(this.walk.shown("teacher", ref, StudySuspensionProcess.APPLY_SUSPENSION)).containsKey("moreBefore");
	}

	// G01 K03
	@Test
	void badApplicationsAreRefusedInWords() {
		CaseRef ref = this.steps.suspending(2);
		assertThatThrownBy(() -> this.steps.applied(ref, "issuer", this.steps.hospital("清河社区卫生服务中心")))
			.hasMessageContaining("等级低于本校的规定");
		assertThatThrownBy(() -> this.steps.applied(ref, "suspensionKind", "LEAVE", "untilOn", null))
			.hasMessageContaining("义务教育阶段的学生不能退学");
		assertThatThrownBy(() -> this.steps.applied(ref, "applicantKind", "STUDENT", "applicant", null))
			.hasMessageContaining("未满 18 岁");
		assertThatThrownBy(() -> this.steps.applied(ref, "issuedOn", this.steps.day(1))).hasMessageContaining("不能晚于现在");
		assertThatThrownBy(() -> this.steps.applied(ref, "untilOn", this.steps.day(400))).hasMessageContaining("最长一年");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.APPLY_SUSPENSION);
	}

	// F30 K09 K10 K20
	@Test
	void familyThatNeverAppliesIsSpokenToByTheLeader() {
		CaseRef ref = this.steps.suspending(2);
		this.steps.known(ref, "verify-concern", "actKind", "ATTEMPT");
		this.walk.forward(Duration.ofDays(8));
		assertThat(this.walk.waitingAt(ref)).as("late, but not given up")
			.containsExactly(StudySuspensionProcess.APPLY_SUSPENSION);
		this.walk.forward(Duration.ofDays(6).plusMinutes(1));
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.TALK_ABOUT_STAY);
		this.due.assertFromNow(ref, StudySuspensionProcess.TALK_ABOUT_STAY, Duration.ofDays(3));
		this.steps.talked(ref, "stayDecision", "APPLY");
		this.steps.notApplied(ref);
		assertThatThrownBy(() -> this.steps.talked(ref, "stayDecision", "STAY", "medicalOpinion", "NONE", "stayPlan",
				"班主任陪护", "noticeGiven", true))
			.hasMessageContaining("没有医院「可以在校」的书面意见不能留校");
		this.steps.talked(ref, "stayDecision", "STAY", "medicalOpinion", "MAY_STAY", "stayPlan", "班主任陪护", "noticeGiven",
				true);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.NO_APPLICATION,
				StudySuspensionProcess.END_STAYS_AT_SCHOOL);
	}

	// G01 L9
	@Test
	void refusedApplicationMayBeAppealedAgainstBeforeSomebodyElse() {
		CaseRef ref = this.steps.toDecision(2);
		this.steps.decided(ref, "REFUSE");
		this.due.assertFromNow(ref, StudySuspensionProcess.APPEAL_SUSPENSION, Duration.ofDays(15));
		this.walk.submit("teacher", ref, StudySuspensionProcess.APPEAL_SUSPENSION,
				Map.of("suspensionAppeal", "APPEAL", "appealGrounds", "医生建议休养"));
		this.due.assertFromNow(ref, StudySuspensionProcess.DECIDE_SUSPENSION_APPEAL, Duration.ofDays(10));
		Map<String, Object> granted = Map.of("suspensionAppealDecision", "GRANT", "appealReason", "医院的建议明确");
		assertThatThrownBy(
				() -> this.walk.submit("leader", ref, StudySuspensionProcess.DECIDE_SUSPENSION_APPEAL, granted))
			.as("who decided does not decide the appeal")
			.isInstanceOf(RuntimeException.class);
		this.walk.submit("district", ref, StudySuspensionProcess.DECIDE_SUSPENSION_APPEAL, granted);
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.REGISTER_SUSPENSION);
	}

	// G01 L9
	@Test
	void refusalStandsWhereTheAppealIsUpheldAcceptedOrNeverMade() {
		CaseRef upheld = this.steps.toDecision(2);
		this.steps.decided(upheld, "REFUSE");
		this.walk.submit("teacher", upheld, StudySuspensionProcess.APPEAL_SUSPENSION,
				Map.of("suspensionAppeal", "APPEAL", "appealGrounds", "想休养"));
		this.walk.submit("district", upheld, StudySuspensionProcess.DECIDE_SUSPENSION_APPEAL,
				Map.of("suspensionAppealDecision", "UPHOLD", "appealReason", "可以在校"));
		CaseRef accepted = this.steps.toDecision(3);
		this.steps.decided(accepted, "REFUSE");
		this.walk.submit("teacher", accepted, StudySuspensionProcess.APPEAL_SUSPENSION,
				Map.of("suspensionAppeal", "ACCEPT"));
		CaseRef silent = this.steps.toDecision(4);
		this.steps.decided(silent, "REFUSE");
		this.walk.forward(Duration.ofDays(15).minusMinutes(5));
		assertThat(this.walk.waitingAt(silent)).containsExactly(StudySuspensionProcess.APPEAL_SUSPENSION);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(this.walk.path(silent)).contains(StudySuspensionProcess.APPEAL_OVER);
		for (CaseRef ref : List.of(upheld, accepted, silent)) {
			assertThat(this.walk.isRunning(ref)).isFalse();
			assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.NOT_SUSPENDED);
		}
	}

	// G01
	@Test
	void whoAppliedDoesNotDecide() {
		CaseRef ref = this.steps.suspending(2);
		this.walk.forward(Duration.ofDays(7).plusMinutes(5));
		this.walk.submit("teacher1b", ref, StudySuspensionProcess.APPLY_SUSPENSION, this.steps.application(ref));
		this.steps.checked(ref);
		CaseRef byLeader = this.steps.suspending(3);
		this.steps.known(byLeader, "nothing");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.DECIDE_SUSPENSION);
		assertThatThrownBy(() -> this.walk.submit("registry", ref, StudySuspensionProcess.DECIDE_SUSPENSION, Map.of()))
			.isInstanceOf(RuntimeException.class);
	}

	// G01 H04
	@Test
	void transferIsDecidedAndHandedOver() {
		CaseRef ref = this.steps.suspending(2);
		this.steps.applied(ref, "suspensionKind", "TRANSFER", "untilOn", null, "groundCode", "OTHER", "issuer", null,
				"proofPhysician", null, "issuedOn", null, "proofSeen", null);
		assertThatThrownBy(() -> this.steps.checked(ref)).as("nothing was entered that could be valid")
			.hasMessageContaining("没有医院证明，不能选「有效」");
		this.walk.submit("registry", ref, StudySuspensionProcess.CHECK_SUSPENSION,
				Map.of("proofValid", "NOT_NEEDED", "applicationComplete", "YES"));
		assertThat(this.walk.form("leader", ref, StudySuspensionProcess.DECIDE_SUSPENSION).toString())
			.contains("这份申请没有医院证明");
		this.steps.decided(ref, "AGREE");
		this.due.assertFromNow(ref, StudySuspensionProcess.REGISTER_LEAVING, Duration.ofDays(5));
		this.steps.left(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.LEFT);
	}

	// G02 D19
	@Test
	void worryWhileAwayRaisesTheRiskAndBringsTheNextContactSooner() {
		CaseRef ref = this.steps.away(2);
		this.steps.planned(ref);
		this.walk.forward(Duration.ofDays(30));
		this.steps.worried(ref);
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.RISK_RISEN);
		assertThat(this.walk.isRunning(ref)).as("he stays away and is contacted").isTrue();
		this.walk.forward(Duration.ofDays(6));
		assertThat(this.walk.waitingAt(ref)).isEmpty();
		this.walk.forward(Duration.ofDays(1).plusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.CONTACT_AWAY);
		this.steps.contacted(ref, "awayWish", "RESUME");
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.WANTS_TO_RETURN,
				StudySuspensionProcess.READY_TO_RESUME);
	}

	// G02
	@Test
	void suspensionIsRegisteredToTheDayThatWasDecidedAnotherOneNeedsAReason() {
		CaseRef ref = this.steps.toDecision(2);
		this.steps.decided(ref, "AGREE");
		assertThat(this.walk.shown("registry", ref, StudySuspensionProcess.REGISTER_SUSPENSION))
			.containsEntry("suspendedUntil", this.steps.day(100));
		assertThatThrownBy(() -> this.steps.registered(ref, StudySuspensionProcess.REGISTER_SUSPENSION, 130))
			.hasMessageContaining("决定的结束日期是 " + this.steps.day(100));
		this.walk.submit("registry", ref, StudySuspensionProcess.REGISTER_SUSPENSION, Map.of("suspendedUntil",
				this.steps.day(130), "otherEndWhy", "学期在那天结束", "filed", List.of("APPLICATION")));
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.AGREE_SAFETY_PLAN);
	}

	// G02
	@Test
	void suspensionNeverEndsByTimeAloneTheFamilyIsAskedUntilItAnswers() {
		CaseRef ref = this.steps.away(2);
		this.walk.forward(Duration.ofDays(101));
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.ASK_AFTER_END)
			.doesNotContain(StudySuspensionProcess.APPLY_NEXT);
		this.due.assertFromNow(ref, StudySuspensionProcess.ASK_AFTER_END, Duration.ofDays(7));
		this.steps.answered(ref, "teacher", StudySuspensionProcess.ASK_AFTER_END, "NOT_REACHED", "UNKNOWN");
		this.due.assertFromNow(ref, StudySuspensionProcess.REACH_FAMILY, Duration.ofDays(7));
		this.walk.forward(Duration.ofDays(400));
		assertThat(this.walk.waitingAt(ref)).as("asked for more than a year")
			.contains(StudySuspensionProcess.REACH_FAMILY);
		this.steps.answered(ref, "leader", StudySuspensionProcess.REACH_FAMILY, "APPLY", "WORRY");
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.RISK_AFTER_END);
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.REACH_FAMILY);
		this.steps.answered(ref, "leader", StudySuspensionProcess.REACH_FAMILY, "APPLY", "SAFE");
		this.due.assertFromNow(ref, StudySuspensionProcess.APPLY_NEXT, Duration.ofDays(14));
		this.steps.next(ref, "nextStep", "LEAVE", "leaveKind", "TRANSFER");
		this.due.assertFromNow(ref, StudySuspensionProcess.REGISTER_LEAVING, Duration.ofDays(5));
		this.steps.left(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
	}

	// G02 L9
	@Test
	void refusedRenewalIsAppealedAgainstBeforeSomebodyElse() {
		CaseRef ref = this.steps.away(2);
		this.walk.forward(Duration.ofDays(71));
		this.steps.renewalAsked(ref, 120);
		this.steps.renewalDecided(ref, "leader", StudySuspensionProcess.DECIDE_RENEWAL, "REFUSE");
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.APPLY_NEXT);
		this.steps.next(ref, "nextStep", "APPEAL", "renewalAppeal", "医生建议继续休养");
		this.due.assertFromNow(ref, StudySuspensionProcess.DECIDE_RENEWAL_APPEAL, Duration.ofDays(10));
		assertThatThrownBy(
				() -> this.steps.renewalDecided(ref, "leader", StudySuspensionProcess.DECIDE_RENEWAL_APPEAL, "AGREE"))
			.isInstanceOf(RuntimeException.class);
		this.steps.renewalDecided(ref, "district", StudySuspensionProcess.DECIDE_RENEWAL_APPEAL, "AGREE");
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.REGISTER_RENEWAL);
	}

	// G03
	@Test
	void whoWasNeverSuspendedIsNotAway() {
		CaseRef ref = this.steps.opened(2);
		this.steps.begin(ref, StudySuspensionProcess.KEY, "AWAY");
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.NEVER_SUSPENDED);
	}

	// G02 G03
	@Test
	void whoseReturnWasPutOffIsAskedBeforeTheDayThatWasNamed() {
		CaseRef ref = this.steps.opened(2);
		this.steps.known(ref, "register-suspension", "suspendedUntil", this.steps.day(-1));
		this.steps.known(ref, "review-resumption", "deferUntil", this.steps.day(60));
		LocalDate named = this.steps.today().plusDays(60);
		this.steps.begin(ref, StudySuspensionProcess.KEY, "AWAY");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudySuspensionProcess.AGREE_SAFETY_PLAN);
		this.walk.forward(Duration.ofDays(31));
		assertThat(this.walk.waitingAt(ref)).contains(StudySuspensionProcess.APPLY_NEXT,
				StudySuspensionProcess.CONTACT_AWAY);
		this.due.assertAtSix(ref, StudySuspensionProcess.APPLY_NEXT, named);
	}

	// resumption

	// G03 G04 G05 G06 G10 K03
	@Test
	void studentComesBackWithACertificateTwoApproversAndAnAssessment() {
		CaseRef ref = this.steps.resuming(5);
		this.due.assertFromNow(ref, StudyResumptionProcess.APPLY_RESUMPTION, Duration.ofDays(14));
		this.steps.resumptionApplied(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.ENTER_CERTIFICATE, Duration.ofDays(5));
		this.steps.certificateEntered(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.VERIFY_CERTIFICATE, Duration.ofDays(3));
		assertThatThrownBy(() -> this.steps.certificateVerified("doctor", ref)).as("who entered it does not verify it")
			.isInstanceOf(RuntimeException.class);
		this.steps.certificateVerified(ref);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofDays(5));
		this.steps.assessedBefore(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.REVIEW_RESUMPTION, Duration.ofDays(10));
		assertThat(this.walk.shown("counselor", ref, StudyResumptionProcess.REVIEW_RESUMPTION))
			.containsEntry("lastAssessment", "BEFORE_RETURN")
			.containsEntry("lastLevel", "MILD")
			.containsKey("lastAssessedOn");
		LocalDate firstDay = LocalDate.parse(this.steps.schoolDay());
		this.steps.reviewed(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.APPROVE_FIRST, Duration.ofDays(3));
		this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE");
		this.due.assertFromNow(ref, StudyResumptionProcess.APPROVE_SECOND, Duration.ofDays(3));
		assertThatThrownBy(() -> this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_SECOND, "AGREE"))
			.as("one person does not approve twice")
			.isInstanceOf(RuntimeException.class);
		this.steps.approved("registry", ref, StudyResumptionProcess.APPROVE_SECOND, "AGREE");

		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.ARRANGE_RETURN);
		this.due.assertAt(ref, StudyResumptionProcess.ARRANGE_RETURN, firstDay, LocalTime.of(8, 0));
		toMorning(firstDay);
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(StudyResumptionProcess.ARRANGE_RETURN,
				StudyResumptionProcess.CONFIRM_FIRST_DAY);
		this.due.assertFromNow(ref, StudyResumptionProcess.CONFIRM_FIRST_DAY, Duration.ofHours(4));
		this.steps.confirmed(ref, "cameBack", "YES");
		this.due.assertAtSix(ref, RiskAssessmentProcess.ASSESS_RISK, firstDay.plusDays(7));
		new CaseSteps(this.walk, this.directory, 5).assessed(ref, "kindOfAssessment", "AFTER_RETURN");
		this.due.assertFromNow(ref, StudyResumptionProcess.READ_RETURN_RESULT, Duration.ofHours(24));
		assertThat(this.walk.shown("teacher", ref, StudyResumptionProcess.READ_RETURN_RESULT))
			.containsEntry("hallAdvice", "多鼓励。")
			.doesNotContainKey("level");
		this.walk.submit("teacher", ref, StudyResumptionProcess.READ_RETURN_RESULT, Map.of("readResult", true));
		assertThat(this.walk.waitingAt(ref)).as("the plan is still owed")
			.containsExactly(StudyResumptionProcess.ARRANGE_RETURN);
		this.steps.arranged(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.ACCEPTED, StudyResumptionProcess.RETURNED);
	}

	// G03 K03
	@Test
	void certificateThatIsNotGoodEnoughIsToldAndBroughtAgain() {
		CaseRef ref = this.steps.resuming(2);
		this.steps.resumptionApplied(ref);
		for (Object[] bad : new Object[][] { { "certificateIssuer", this.steps.hospital("清河社区卫生服务中心") },
				{ "certificateDate", this.steps.day(-31) }, { "certificateDate", this.steps.day(1) },
				{ "certificatePhysician", null } }) {
			this.steps.certificateEntered(ref, bad);
			assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.TELL_CERTIFICATE_GAP);
			this.due.assertFromNow(ref, StudyResumptionProcess.TELL_CERTIFICATE_GAP, Duration.ofDays(2));
			this.steps.gapTold(ref, "AGAIN");
			this.due.assertFromNow(ref, StudyResumptionProcess.ENTER_CERTIFICATE, Duration.ofDays(5));
		}
		this.steps.certificateEntered(ref, "certificatePhysician", null);
		assertThat(this.walk.shown("counselor", ref, StudyResumptionProcess.TELL_CERTIFICATE_GAP).get("certificateWhy"))
			.asString()
			.contains("没有医师姓名", "请");
		this.steps.gapTold(ref, "AGAIN");
		this.steps.certificateEntered(ref);
		this.steps.certificateVerified(ref, "verification", "NO_ANSWER", "verifiedHow", null, "verifiedAt", null,
				"verifiedWith", null, "verdict", null);
		this.due.assertFromNow(ref, StudyResumptionProcess.VERIFY_CERTIFICATE, Duration.ofDays(3));
		assertThatThrownBy(() -> this.steps.certificateVerified(ref, "verification", "DENIED"))
			.hasMessageContaining("不能选「通过」");
		this.steps.certificateVerified(ref, "verification", "DENIED", "verdict", "FAIL", "verdictWhy", "医院说不是他们开的");
		assertThat(this.walk.shown("counselor", ref, StudyResumptionProcess.TELL_CERTIFICATE_GAP))
			.containsEntry("certificateWhy", "医院说不是他们开的");
		this.steps.gapTold(ref, "WITHDRAW");
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.APPLICATION_ENDED,
				StudyResumptionProcess.STAYS_AWAY);
	}

	// K03
	@Test
	void certificateOfAnotherStudentIsFoundAgainThoughNobodyCanReadIt() {
		CaseRef first = this.steps.resuming(2);
		this.steps.resumptionApplied(first);
		this.steps.certificateEntered(first, "certificateNumber", "KF-2026-0815");
		this.steps.certificateVerified(first);
		CaseRef again = this.steps.resuming(2);
		this.steps.resumptionApplied(again);
		this.steps.certificateEntered(again, "certificateNumber", " kf-2026-0815");
		assertThat(this.walk.waitingAt(again)).as("his own paper")
			.containsExactly(StudyResumptionProcess.VERIFY_CERTIFICATE);
		CaseRef second = this.steps.resuming(3);
		this.steps.resumptionApplied(second);
		this.steps.certificateEntered(second, "certificateNumber", "ＫＦ-2026-0815 ");
		assertThat(this.walk.waitingAt(second)).containsExactly(StudyResumptionProcess.TELL_CERTIFICATE_GAP);
		assertThat(
				this.walk.shown("counselor", second, StudyResumptionProcess.TELL_CERTIFICATE_GAP).get("certificateWhy"))
			.asString()
			.contains("已经用过", "重新开具");
		assertThat(this.jdbc.queryForList("select token || student_token from huxin.certificate_print", String.class))
			.isNotEmpty()
			.allSatisfy((token) -> assertThat(token).matches("[0-9a-f]+"));
		assertThatThrownBy(() -> this.jdbc.update("delete from huxin.certificate_print"))
			.isInstanceOf(RuntimeException.class);
	}

	// G03
	@Test
	void whoWasNeverSuspendedIsToldThatHeNeedsNothing() {
		CaseRef ref = this.steps.opened(2);
		this.steps.begin(ref, StudyResumptionProcess.KEY, "AWAY");
		assertThatThrownBy(() -> this.steps.resumptionApplied(ref)).hasMessageContaining("没有休学登记，不需要办复学");
		this.walk.submit("teacher", ref, StudyResumptionProcess.APPLY_RESUMPTION,
				Map.of("resumptionApplication", "WITHDRAW"));
		assertThat(this.walk.isRunning(ref)).isFalse();
	}

	// G03
	@Test
	void applicationThatNeverComesLeavesTheStudentSuspended() {
		CaseRef ref = this.steps.resuming(2);
		this.walk.forward(Duration.ofDays(30).minusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).contains(StudyResumptionProcess.APPLY_RESUMPTION);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.NO_RESUMPTION,
				StudyResumptionProcess.RECORD_NO_RETURN);
		assertThat(this.walk.entries(ref))
			.anyMatch((entry) -> entry.form().filter("resumptionEnded"::equals).isPresent());
	}

	// G02
	@Test
	void studentIsContactedEveryMonthWhileHisReturnIsDecided() {
		CaseRef ref = this.steps.resuming(2);
		this.steps.resumptionApplied(ref);
		this.walk.forward(Duration.ofDays(30).plusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(StudyResumptionProcess.ENTER_CERTIFICATE,
				StudyResumptionProcess.CONTACT_AWAY);
		this.due.assertFromNow(ref, StudyResumptionProcess.CONTACT_AWAY, Duration.ofDays(7));
		this.steps.worried(ref);
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.RISK_RISEN);
		this.walk.forward(Duration.ofDays(7).plusMinutes(5));
		this.steps.contacted(ref);
		this.walk.forward(Duration.ofDays(30).plusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).contains(StudyResumptionProcess.CONTACT_AWAY);
		this.steps.certificateEntered(ref, "wording", "DEFER");
		this.steps.gapTold(ref, "WITHDRAW");
		assertThat(this.walk.isRunning(ref)).as("nothing is left over").isFalse();
	}

	// L10
	@Test
	void universityLetsItsOwnDoctorLookToo() {
		CaseRef ref = this.steps.openedUnder("UNIVERSITY", 2);
		this.steps.known(ref, "apply-suspension", "fromOn", this.steps.day(-60));
		this.steps.known(ref, "register-suspension", "suspendedUntil", this.steps.day(30));
		this.steps.begin(ref, StudyResumptionProcess.KEY, "AWAY");
		this.steps.resumptionApplied(ref);
		this.steps.certificateEntered(ref);
		this.steps.certificateVerified(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.RECHECK_HEALTH, Duration.ofDays(5));
		this.walk.submit("doctor", ref, StudyResumptionProcess.RECHECK_HEALTH,
				Map.of("recheckedOn", this.steps.day(0), "recheckResult", "NOT_FIT"));
		this.steps.assessedBefore(ref);
		assertThatThrownBy(() -> this.steps.reviewed(ref)).hasMessageContaining("校医复查认为现在还不宜上学");
	}

	// G03
	@Test
	void approverWhoDisagreesSendsItBackToTheReview() {
		CaseRef ref = this.steps.toReview(2);
		this.steps.reviewed(ref);
		this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "DISAGREE");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.REVIEW_RESUMPTION);
		assertThat(this.walk.shown("counselor", ref, StudyResumptionProcess.REVIEW_RESUMPTION))
			.containsEntry("disagreement", "再听听家长");
		this.steps.reviewed(ref);
		this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE");
		this.steps.approved("affairs", ref, StudyResumptionProcess.APPROVE_SECOND, "DISAGREE");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.REVIEW_RESUMPTION);
		this.steps.reviewedAgainst(ref, "DEFER", "deferUntil", this.steps.day(60));
		this.steps.approvedByBoth(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.DEFERRED, StudyResumptionProcess.STAYS_AWAY)
			.doesNotContain(StudyResumptionProcess.RETURN_BEGINS);
	}

	// G03
	@Test
	void whoAppliedDoesNotApprove() {
		CaseRef ref = this.steps.resuming(2);
		this.walk.forward(Duration.ofDays(14).plusMinutes(5));
		this.steps.resumptionApplied("teacher1b", ref);
		this.steps.certificateEntered(ref);
		this.steps.certificateVerified(ref);
		this.steps.assessedBefore(ref);
		this.steps.reviewed(ref);
		assertThatThrownBy(() -> this.steps.approved("teacher1b", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE"))
			.isInstanceOf(RuntimeException.class);
		assertThatThrownBy(() -> this.steps.approved("counselor", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE"))
			.isInstanceOf(RuntimeException.class);
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.APPROVE_FIRST);
	}

	// G03 L9
	@Test
	void rejectedReturnIsAppealedAgainstAndReviewedAgain() {
		CaseRef ref = this.steps.toReview(2);
		this.steps.reviewedAgainst(ref, "REJECT");
		this.steps.approvedByBoth(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.APPEAL_RESUMPTION, Duration.ofDays(15));
		appealed(ref);
		this.due.assertFromNow(ref, StudyResumptionProcess.DECIDE_RESUMPTION_APPEAL, Duration.ofDays(10));
		assertThatThrownBy(() -> appealDecided("leader", ref, "GRANT")).as("who approved does not decide the appeal")
			.isInstanceOf(RuntimeException.class);
		appealDecided("district", ref, "GRANT");
		assertThat(this.walk.waitingAt(ref)).as("and again two must approve")
			.containsExactly(StudyResumptionProcess.REVIEW_RESUMPTION);
		this.steps.reviewedAgainst(ref, "REJECT");
		this.steps.approvedByBoth(ref);
		appealed(ref);
		appealDecided("district", ref, "UPHOLD");
		assertThat(this.walk.isRunning(ref)).isFalse();
	}

	// G03 L9
	@Test
	void rejectionStandsWhereItIsAcceptedOrNobodyAppeals() {
		CaseRef accepted = this.steps.toReview(2);
		this.steps.reviewedAgainst(accepted, "REJECT");
		this.steps.approvedByBoth(accepted);
		this.walk.submit("teacher", accepted, StudyResumptionProcess.APPEAL_RESUMPTION,
				Map.of("resumptionAppeal", "ACCEPT"));
		CaseRef silent = this.steps.toReview(3);
		this.steps.reviewedAgainst(silent, "REJECT");
		this.steps.approvedByBoth(silent);
		this.walk.forward(Duration.ofDays(15).plusMinutes(5));
		assertThat(this.walk.path(silent)).contains(StudyResumptionProcess.RESUMPTION_APPEAL_OVER);
		for (CaseRef ref : List.of(accepted, silent)) {
			assertThat(this.walk.isRunning(ref)).isFalse();
			assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.NOT_RETURNED);
		}
	}

	// G06 G10
	@Test
	void whoDoesNotComeIsExpectedOnAnotherDayOrStaysSuspended() {
		CaseRef ref = this.steps.toReview(2);
		LocalDate firstDay = LocalDate.parse(this.steps.schoolDay());
		this.steps.reviewed(ref);
		this.steps.approvedByBoth(ref);
		toMorning(firstDay);
		LocalDate later = LocalDate.parse(this.steps.schoolDay());
		this.steps.confirmed(ref, "cameBack", "LATER", "firstDayOn", later.toString(), "notCameWhy", "感冒");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.ARRANGE_RETURN);
		toMorning(later);
		this.steps.confirmed(ref, "cameBack", "NO", "notCameWhy", "还想再休养");
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.DID_NOT_COME_BACK);
	}

	// G13 K02 K10
	@Test
	void whoAttemptedComesBackOnlyToAContingencyPlan() {
		CaseRef ref = this.steps.toReview(2);
		this.steps.known(ref, "verify-concern", "actKind", "ATTEMPT");
		assertThatThrownBy(() -> this.steps.reviewed(ref, "contingency", null)).hasMessageContaining("要有防备预案");
		this.steps.reviewed(ref);
		this.steps.approvedByBoth(ref);
		assertThat(this.walk.shown("teacher", ref, StudyResumptionProcess.ARRANGE_RETURN)).containsKey("contingency");
	}

	// G03 G10 K03
	@Test
	void whoIsFoundInDangerBeforeTheReviewIsHelpedAndDoesNotComeBackYet() {
		CaseRef ref = this.steps.resuming(2);
		this.steps.resumptionApplied(ref);
		this.steps.certificateEntered(ref);
		this.steps.certificateVerified(ref);
		this.steps.assessedBefore(ref, "ideation", "HOURS_48", "planMeans", List.of("PLAN", "MEANS"), "level", "ACUTE",
				"next", List.of("EMERGENCY"));
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.TAKE_COMMAND)
			.doesNotContain(StudyResumptionProcess.REVIEW_RESUMPTION);
		EmergencySteps emergency = new EmergencySteps(this.walk, this.directory,
				this.walk.student(EnrolmentSteps.SCHOOL, 2));
		emergency.commandTaken(ref);
		emergency.called(ref, 0, "REACHED");
		emergency.inSafePlace(ref);
		emergency.counsellorThere(ref);
		emergency.looked(ref, "OVER");
		emergency.handedOver(ref, "needsAftercare", "NO");
		assertThat(this.walk.waitingAt(ref)).contains(StudyResumptionProcess.REVIEW_RESUMPTION);
		assertThatThrownBy(() -> this.steps.reviewed(ref)).hasMessageContaining("关注等级是三级或四级")
			.hasMessageContaining("以后又发现过危险");
		this.steps.reviewedAgainst(ref, "DEFER", "deferUntil", this.steps.day(60));
		this.steps.approvedByBoth(ref);
		assertThat(this.walk.isRunning(ref)).isFalse();
	}

	// G03 G10
	@Test
	void whatIsFoundBetweenTheReviewAndTheApprovalGoesBackToTheReview() {
		CaseRef ref = this.steps.toReview(2);
		this.steps.reviewed(ref);
		this.walk.forward(Duration.ofMinutes(5));
		this.steps.known(ref, "report-change", "changeKind", "RISK");
		assertThatThrownBy(() -> this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE"))
			.hasMessageContaining("会商以后情况变了");
		this.steps.approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "DISAGREE");
		assertThat(this.walk.waitingAt(ref)).containsExactly(StudyResumptionProcess.REVIEW_RESUMPTION);
	}

	// G03 K03
	@Test
	void certificateOfTheTimeBeforeTheSuspensionIsNotVerified() {
		CaseRef ref = this.steps.opened(2);
		this.steps.known(ref, "apply-suspension", "fromOn", this.steps.day(-10));
		this.steps.known(ref, "register-suspension", "suspendedUntil", this.steps.day(30));
		this.steps.begin(ref, StudyResumptionProcess.KEY, "AWAY");
		this.steps.resumptionApplied(ref);
		this.steps.certificateEntered(ref, "certificateDate", this.steps.day(-29));
		assertThat(this.walk.shown("counselor", ref, StudyResumptionProcess.TELL_CERTIFICATE_GAP).get("certificateWhy"))
			.asString()
			.contains("休学以前开的", "带回休学以后开的证明原件");
	}

	private void appealed(CaseRef ref) {
		this.walk.submit("teacher", ref, StudyResumptionProcess.APPEAL_RESUMPTION,
				Map.of("resumptionAppeal", "APPEAL", "resumptionGrounds", "医生说可以"));
	}

	private void appealDecided(String person, CaseRef ref, String decision) {
		this.walk.submit(person, ref, StudyResumptionProcess.DECIDE_RESUMPTION_APPEAL,
				Map.of("resumptionAppealDecision", decision, "resumptionAppealReason", "看过材料"));
	}

	private void toMorning(LocalDate day) {
		this.walk.forward(Duration.between(this.walk.now(),
				day.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant().plusSeconds(60)));
	}

}
