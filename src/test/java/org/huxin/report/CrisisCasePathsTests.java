package org.huxin.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import org.huxin.casefile.EntryKind;
import org.huxin.engine.MissedDeadline;
import org.huxin.engine.MissedDeadlines;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.identity.Accounts;
import org.huxin.report.process.CaseChangeProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code crisis-case.bpmn}, through the real door, with the due
 * dates that the policy profile gives.
 */
@HuxinTest
class CrisisCasePathsTests {

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(CrisisCaseProcess.class, CaseChangeProcess.class)
		.without(WholeCaseTests.ELEMENTS);

	private final CaseWalk walk;

	private final DueDates due;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final CaseSteps steps;

	private final MissedDeadlines register;

	private final Accounts accounts;

	private Instant start = Instant.EPOCH;

	@Autowired
	CrisisCasePathsTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, MissedDeadlines register,
			Accounts accounts) {
		this.walk = walk;
		this.register = register;
		this.accounts = accounts;
		this.due = new DueDates(walk);
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, 1);
	}

	@BeforeEach
	void rememberWhenItBegan() {
		this.start = this.walk.now();
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// D02 D09 K11 G07 G08 G17 K01 K21
	@Test
	void mildCaseIsVerifiedAssessedCounselledFollowedUpAndClosed() {
		CaseRef ref = this.steps.reported();
		this.due.assertFrom(ref, CrisisCaseProcess.VERIFY_CONCERN, this.start, Duration.ofHours(4));
		assertThat(this.walk.waitingAt(ref)).containsExactly(CrisisCaseProcess.VERIFY_CONCERN);

		this.steps.verified(ref);
		this.due.assertFrom(ref, RiskAssessmentProcess.ASSESS_RISK, this.start, Duration.ofDays(3));

		this.steps.assessed(ref);
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(SchoolCounsellingProcess.INFORM_GUARDIAN,
				SchoolCounsellingProcess.PLAN_COUNSELLING);
		this.due.assertFrom(ref, SchoolCounsellingProcess.INFORM_GUARDIAN, this.start, Duration.ofDays(4));
		this.due.assertFrom(ref, SchoolCounsellingProcess.PLAN_COUNSELLING, this.start, Duration.ofDays(3));

		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.due.assertAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 1);
		this.steps.session(ref);
		this.due.assertAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 7);
		this.steps.lastSession(ref);

		assertThat(this.walk.waitingAt(ref)).as("between the periods nobody owes anything").isEmpty();
		followOnePeriod(ref, true, "CONTINUE");
		followOnePeriod(ref, false, "CONTINUE");
		followOnePeriod(ref, true, "CLOSE");

		this.due.assertFromNow(ref, CrisisCaseProcess.REVIEW_CLOSING, Duration.ofDays(7));
		this.steps.closingProposed(ref);
		this.due.assertFromNow(ref, CrisisCaseProcess.DECIDE_CLOSING, Duration.ofDays(5));
		this.steps.closingDecided(ref, "AGREE");

		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.CLOSED);
		assertThat(this.walk.path(ref)).containsSubsequence(CrisisCaseProcess.CLOSE_CASE, CrisisCaseProcess.CLOSED);
	}

	// D01 K04
	@Test
	void urgentConcernIsReportedToTheLeadersAtOnceAndOnlyOnce() {
		CaseRef ref = this.steps.reported("dangerNow", "UNSURE");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(CrisisCaseProcess.VERIFY_CONCERN,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.due.assertFrom(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, this.start, Duration.ofHours(24));
		this.steps.acknowledged(ref);
		this.steps.verified(ref, "urgency", "TODAY");
		this.due.assertFrom(ref, RiskAssessmentProcess.ASSESS_RISK, this.start, Duration.ofHours(24));
		this.walk.forward(Duration.ofHours(21));
		assertThat(this.walk.waitingAt(ref)).as("reported once").containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		assertThat(events(ref)).containsOnlyOnce("leaderReportSent");
	}

	// D01 D17
	@Test
	void reportThatNoLeaderAcknowledgesIsRemindedAndGoesToTheNextLevel() {
		CaseRef ref = this.steps.reported("dangerNow", "UNSURE");
		this.walk.runDueJobs();
		this.walk.forward(Duration.ofHours(19));
		assertThat(events(ref)).doesNotContain("leaderReportReminded");
		this.walk.forward(Duration.ofHours(1).plusMinutes(5));
		assertThat(events(ref)).containsOnlyOnce("leaderReportReminded").doesNotContain("leaderReportEscalated");
		this.walk.forward(Duration.ofHours(4));
		assertThat(events(ref)).containsOnlyOnce("leaderReportEscalated").containsOnlyOnce("leaderReportReminded");
		this.walk.submit("duty", ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Map.of("acknowledged", true));
		assertThat(this.walk.waitingAt(ref)).doesNotContain(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.REPORT_CONFIRMED, CrisisCaseProcess.LEADER_REMINDED,
				CrisisCaseProcess.LEADER_REPORT_ESCALATED);
	}

	// D01
	@Test
	void calmConcernThatNobodyAssessesReachesTheLeadersAfterTwentyHours() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.walk.forward(Duration.ofHours(19).plusMinutes(50));
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		this.walk.forward(Duration.ofMinutes(20));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(RiskAssessmentProcess.ASSESS_RISK,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.due.assertFrom(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, this.start, Duration.ofHours(24));
		this.steps.assessed(ref);
		assertThat(this.walk.waitingAt(ref)).as("a report is acknowledged, whatever comes after")
			.contains(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
	}

	// D01
	@Test
	void calmConcernThatIsAssessedInTimeIsNotReportedOneByOne() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.walk.forward(Duration.ofHours(30));
		assertThat(this.walk.waitingAt(ref)).doesNotContain(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		assertThat(events(ref)).doesNotContain("leaderReportSent");
	}

	// K11 D01
	@Test
	void urgencyRaisedAtVerificationIsReportedThen() {
		CaseRef ref = this.steps.reported();
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).containsExactly(CrisisCaseProcess.VERIFY_CONCERN);
		this.steps.verified(ref, "urgency", "TODAY");
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(RiskAssessmentProcess.ASSESS_RISK,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
	}

	// D09
	@Test
	void unclearConcernIsLookedAtAgainWithinADay() {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(3));
		this.steps.verified(ref, "outcome", "NEEDS_MORE", "reason", "还没有见到班主任");
		assertThat(this.walk.waitingAt(ref)).containsExactly(CrisisCaseProcess.VERIFY_CONCERN);
		this.due.assertFromNow(ref, CrisisCaseProcess.VERIFY_CONCERN, Duration.ofHours(24));
		this.steps.verified(ref);
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
	}

	// D09
	@Test
	void noCrisisWithoutAnySignOfSelfHarmEndsTheCase() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "outcome", "NOT_A_CRISIS", "reason", "和同学闹着玩", "informSafe", null, "informUnsafe",
				null, "hallAdvice", null);
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.NOT_A_CRISIS);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.NOT_A_CRISIS, CrisisCaseProcess.WITHOUT_CARE)
			.doesNotContain(CrisisCaseProcess.CONFIRM_NO_CRISIS);
	}

	// D09 K11
	@Test
	void noCrisisWithASignOfSelfHarmNeedsAFaceToFaceTalkAndASecondPerson() {
		CaseRef ref = this.steps.reported("signs", List.of("SUICIDE_TALK"), "withMore", true);
		Object[] noCrisis = { "outcome", "NOT_A_CRISIS", "reason", "是一句歌词", "criteria", List.of("SUICIDE_TALK"),
				"urgency", "TODAY", "informSafe", null, "informUnsafe", null, "hallAdvice", null };
		assertThatThrownBy(() -> this.steps.verified(ref, and(noCrisis, "contactMade", "PHONE")))
			.hasMessageContaining("当面");
		this.steps.verified(ref, noCrisis);
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_NO_CRISIS, Duration.ofHours(24));
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, CrisisCaseProcess.CONFIRM_NO_CRISIS,
				Map.of("confirmation", "AGREE")))
			.as("the one who verified is not the second person")
			.isInstanceOf(RuntimeException.class);
		this.walk.submit("leader", ref, CrisisCaseProcess.CONFIRM_NO_CRISIS, Map.of("confirmation", "AGREE"));
		assertThat(this.walk.isRunning(ref)).as("an unacknowledged report ends with the case").isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.NOT_A_CRISIS);
	}

	// D01 D09
	@Test
	void caseThatWaitsForItsSecondPersonIsReportedAfterTwentyHoursAllTheSame() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "outcome", "NOT_A_CRISIS", "reason", "旧的划痕", "criteria", List.of("SELF_HARM"),
				"informSafe", null, "informUnsafe", null, "hallAdvice", null);
		assertThat(this.walk.waitingAt(ref)).containsExactly(CrisisCaseProcess.CONFIRM_NO_CRISIS);
		this.walk.forward(Duration.ofHours(20).plusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(CrisisCaseProcess.CONFIRM_NO_CRISIS,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.UNASSESSED_REPORTED);
	}

	// D09 E01
	@Test
	void secondPersonWhoDisagreesLeadsToTheAssessment() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "outcome", "NOT_A_CRISIS", "reason", "旧的划痕", "criteria", List.of("SELF_HARM"),
				"urgency", "TODAY", "informSafe", null, "informUnsafe", null, "hallAdvice", null);
		this.walk.submit("leader", ref, CrisisCaseProcess.CONFIRM_NO_CRISIS,
				Map.of("confirmation", "DISAGREE", "confirmReason", "请再评估"));
		assertThat(this.walk.waitingAt(ref)).contains(RiskAssessmentProcess.ASSESS_RISK);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.NO_CRISIS_CONFIRMED)
			.doesNotContain(CrisisCaseProcess.NOT_A_CRISIS);
	}

	// H07
	@Test
	void secondReportAboutTheSameStudentIsJoinedByTheCounsellor() {
		CaseRef first = this.steps.reported();
		this.steps.verified(first);
		CaseRef second = this.steps.reported();
		this.steps.joined(second, first);
		assertThat(this.walk.isRunning(second)).isFalse();
		assertThat(this.caseFiles.get(second).status()).isEqualTo(CaseStatus.JOINED);
		assertThat(this.caseFiles.get(second).joinedTo()).contains(first.number());
		assertThat(events(first)).contains("reportJoined");
		assertThat(this.walk.waitingAt(first)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
	}

	// S1 D04 F07
	@Test
	void moderateLevelIsReportedAndTalkedOverBeforeHelpBegins() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE");
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(CrisisCaseProcess.HOLD_CONFERENCE,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.HOLD_CONFERENCE, Duration.ofDays(3));
		this.steps.acknowledged(ref);
		this.steps.conferenceHeld(ref);
		assertThat(this.walk.waitingAt(ref)).contains(SchoolCounsellingProcess.PLAN_COUNSELLING);
		assertThat(events(ref)).as("reported once").containsOnlyOnce("leaderReportSent");
	}

	// L11 H18
	@Test
	void suspectedHarmIsReportedToThePoliceOnceWhateverElseHappens() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "mandatory", "YES");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.FILE_MANDATORY_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.FILE_MANDATORY_REPORT, Duration.ofHours(1));
		this.steps.assessed(ref, "mandatory", "YES");
		assertThat(this.walk.waitingAt(ref)).as("once").containsOnlyOnce(CrisisCaseProcess.FILE_MANDATORY_REPORT);
		this.steps.policeTold(ref);
		assertThat(this.walk.waitingAt(ref)).doesNotContain(CrisisCaseProcess.FILE_MANDATORY_REPORT);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.MANDATORY_REPORTED);
		assertThat(this.walk.isRunning(ref)).isTrue();
	}

	// D04
	@Test
	void riskThatRisesStopsEverythingElseAndIsAssessedAgain() {
		CaseRef ref = toFollowUp();
		this.steps.changeReported("teacher", ref, "RISK");
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.RISK_RISEN);
		assertThat(events(ref)).contains("changeTakenUp");
	}

	// D04 K11
	@Test
	void newsBeforeTheFirstAssessmentBringsItForwardAndIsReported() {
		CaseRef ref = this.steps.reported();
		this.steps.changeReported("teacher", ref, "RISK");
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(CrisisCaseProcess.VERIFY_CONCERN,
				CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.VERIFY_CONCERN, Duration.ofHours(4));
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Duration.ofHours(24));
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.RISK_RISEN_EARLY, CrisisCaseProcess.HASTENED);
		CaseRef verified = this.steps.reported();
		this.steps.verified(verified);
		this.due.assertFromNow(verified, RiskAssessmentProcess.ASSESS_RISK, Duration.ofDays(3));
		this.steps.changeReported("teacher", verified, "RISK");
		this.due.assertFromNow(verified, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		assertThat(this.walk.waitingAt(verified)).contains(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		assertThat(events(verified)).as("whoever has the task is told").contains("changeTakenUp", "reminded");
	}

	// D04 H07
	@Test
	void nobodyReportsAChangeOfACaseThatIsNotHis() {
		CaseRef ref = this.steps.reported();
		assertThatThrownBy(() -> this.steps.changeReported("teacher1b", ref, "RISK")).hasMessageContaining("个案");
		assertThatThrownBy(() -> this.walk.start("teacher", CaseChangeProcess.KEY,
				Map.of("changedCase", "2020-0001", "changeKind", "RISK", "changeText", "没有这个个案")))
			.hasMessageContaining("个案");
		assertThat(events(ref)).isEmpty();
	}

	// D17
	@Test
	void caseOpenedByMistakeIsVoidOnlyWhenASecondPersonAgrees() {
		CaseRef ref = this.steps.reported();
		this.steps.changeReported("counselor", ref, "VOID");
		this.due.assertFromNow(ref, CrisisCaseProcess.DECIDE_VOID, Duration.ofDays(3));
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "AGREE", "voidWhy", "误建")))
			.isInstanceOf(RuntimeException.class);
		this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "CONTINUE", "voidWhy", "再看看"));
		assertThat(this.walk.waitingAt(ref)).containsExactly(CrisisCaseProcess.VERIFY_CONCERN);
		this.steps.changeReported("counselor", ref, "VOID");
		this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "AGREE", "voidWhy", "确实误建"));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.VOID);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.VOID_REFUSED, CrisisCaseProcess.VOIDED,
				CrisisCaseProcess.ENDED_EARLY);
	}

	// D17
	@Test
	void caseIsNotMadeVoidToHideIt() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "mandatory", "YES");
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE");
		this.steps.changeReported("counselor", ref, "VOID");
		assertThatThrownBy(() -> this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "AGREE", "voidWhy", "误建")))
			.hasMessageContaining("不能作废")
			.hasMessageContaining("强制报告");
	}

	// D17 H01
	@Test
	void emergencyThatNobodyHasAssessedIsNotMadeVoid() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		this.steps.changeReported("counselor", ref, "VOID");
		assertThatThrownBy(() -> this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "AGREE", "voidWhy", "误建")))
			.hasMessageContaining("请先完成处置和评估");
	}

	// H05 D16
	@Test
	void deathThatNobodyHasConfirmedIsNotReported() {
		CaseRef ref = toCounselling();
		assertThatThrownBy(() -> this.walk.start("teacher", CaseChangeProcess.KEY, Map.of("changedCase", ref.number(),
				"changeKind", "DEATH", "deathConfirmedBy", "NOBODY", "changeText", "听说的")))
			.hasMessageContaining("没有医院、公安或家属的确认");
		assertThat(this.walk.waitingAt(ref)).contains(SchoolCounsellingProcess.PLAN_COUNSELLING);
	}

	// G16
	@Test
	void studentWhoLeavesIsHandedOverWithConsentAndTheReceiversAnswer() {
		CaseRef ref = toFollowUp();
		this.steps.changeReported("counselor", ref, "LEAVES");
		this.due.assertFromNow(ref, CrisisCaseProcess.PREPARE_HAND_OVER, Duration.ofDays(7));
		this.steps.handOverPrepared(ref, "AGREED");
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_HAND_OVER, Duration.ofDays(10));
		this.walk.submit("counselor", ref, CrisisCaseProcess.CONFIRM_HAND_OVER,
				Map.of("receivedAt", this.steps.moment(), "receivedBy", "三中心理老师"));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.HANDED_OVER);
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.HANDED_OVER, CrisisCaseProcess.END_CASE);
	}

	// G16 L11
	@Test
	void nobodyIsHandedOverBeforeHeIsAssessedAndThePoliceAreTold() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "mandatory", "YES");
		this.steps.changeReported("counselor", ref, "LEAVES");
		assertThatThrownBy(() -> this.steps.handOverPrepared(ref, "AGREED")).hasMessageContaining("打 110")
			.hasMessageContaining("还没有评估过");
		this.steps.policeTold(ref);
		this.steps.assessed(ref);
		this.steps.handOverPrepared(ref, "AGREED");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.CONFIRM_HAND_OVER);
	}

	// G16 L11, invariant 5
	@Test
	void silenceEndsNoHandOverWhileThePoliceAreNotTold() {
		CaseRef ref = toFollowUp();
		this.steps.changeReported("counselor", ref, "LEAVES");
		this.steps.handOverPrepared(ref, "AGREED");
		this.steps.changeReported("counselor", ref, "RISK");
		this.steps.assessed(ref, "kindOfAssessment", "AGAIN", "mandatory", "YES");
		this.walk.forward(Duration.ofDays(14).plusMinutes(5));
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.CONFIRM_HAND_OVER,
				CrisisCaseProcess.FILE_MANDATORY_REPORT);
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, CrisisCaseProcess.CONFIRM_HAND_OVER,
				Map.of("receivedAt", this.steps.moment(), "receivedBy", "三中心理老师")))
			.hasMessageContaining("打 110");
		this.steps.policeTold(ref);
		this.walk.forward(Duration.ofDays(14).plusMinutes(5));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.HANDED_OVER);
	}

	// G16
	@Test
	void handOverThatNobodyAnswersEndsAfterTwoWeeksRecorded() {
		CaseRef ref = toFollowUp();
		this.steps.changeReported("counselor", ref, "LEAVES");
		this.steps.handOverPrepared(ref, "AGREED");
		this.walk.forward(Duration.ofDays(13));
		assertThat(this.walk.isRunning(ref)).isTrue();
		this.walk.forward(Duration.ofDays(1).plusMinutes(5));
		assertThat(events(ref)).contains("handOverUnanswered");
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.HAND_OVER_SILENCE, CrisisCaseProcess.NOTE_SILENCE);
	}

	// G16
	@Test
	void guardianWhoRefusesTheHandOverLeavesTheCaseWhereItIs() {
		CaseRef ref = toFollowUp();
		this.steps.changeReported("counselor", ref, "LEAVES");
		this.steps.handOverPrepared(ref, "REFUSED");
		assertThat(this.walk.isRunning(ref)).isTrue();
		assertThat(this.walk.path(ref)).contains(CrisisCaseProcess.HAND_OVER_REFUSED);
	}

	// D04 G17
	@Test
	void needThatArisesLongAfterDiscoveryIsAcknowledgedWithinHoursFromThen() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.walk.forward(Duration.ofHours(10));
		this.steps.assessed(ref);
		this.steps.planned(ref);
		this.walk.forward(Duration.ofDays(9));
		this.steps.session(ref, "safety", "PRESENT", "afterSession", null, "nextSessionOn", null);
		assertThat(this.walk.waitingAt(ref)).as("all else stops").containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE", "levelReason", "面谈所见");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.due.assertFromNow(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, Duration.ofHours(4));
	}

	// E01 K21
	@Test
	void nobodyNeedsCareOnlyAfterASecondPersonAgreed() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "level", "NONE", "reality", List.of("NONE"), "riskFactors", List.of("NONE"));
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.CONFIRM_LEVEL);
		this.due.assertFromNow(ref, RiskAssessmentProcess.CONFIRM_LEVEL, Duration.ofHours(24));
		this.walk.submit("leader", ref, RiskAssessmentProcess.CONFIRM_LEVEL, Map.of("confirmation", "AGREE"));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).level()).contains("NONE");
	}

	// E01
	@Test
	void levelBelowTheRulesHoldsOnlyIfTheSecondPersonAgrees() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MILD", "levelReason", "已有支持");
		assertThat(this.caseFiles.get(ref).level()).as("not before the second person").isEmpty();
		this.walk.submit("leader", ref, RiskAssessmentProcess.CONFIRM_LEVEL,
				Map.of("confirmation", "DISAGREE", "confirmReason", "按规则办"));
		assertThat(this.caseFiles.get(ref).level()).contains("MODERATE");
		assertThat(this.walk.waitingAt(ref)).contains(CrisisCaseProcess.HOLD_CONFERENCE);
	}

	// D01 F36
	@Test
	void nobodyIsToldUntilItIsClearThatTellingIsSafe() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "informSafe", List.of());
		this.steps.assessed(ref, "informSafe", List.of());
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				SchoolCounsellingProcess.PLAN_COUNSELLING);
		this.due.assertFromNow(ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN, Duration.ofDays(3));
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", List.of(), "informUnsafe", List.of(), "clarifyReason", "还没问到"));
		assertThat(this.walk.waitingAt(ref)).contains(SchoolCounsellingProcess.CLARIFY_GUARDIAN);
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.CLARIFY_GUARDIAN,
				Map.of("informSafe", List.of(this.steps.guardians().get(0)), "clarifyReason", "问过学生"));
		assertThat(this.walk.waitingAt(ref)).contains(SchoolCounsellingProcess.INFORM_GUARDIAN);
		this.due.assertFromNow(ref, SchoolCounsellingProcess.INFORM_GUARDIAN, Duration.ofHours(24));
	}

	// D13
	@Test
	void guardiansWhoMustNotKnowAreNeverCalled() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "informSafe", List.of(), "informUnsafe", this.steps.guardians());
		this.due.assertFromNow(ref, CrisisCaseProcess.FILE_MANDATORY_REPORT, Duration.ofHours(1));
		this.steps.policeTold(ref);
		this.steps.assessed(ref, "informSafe", List.of(), "informUnsafe", this.steps.guardians());
		assertThat(this.walk.waitingAt(ref)).as("somebody names another adult")
			.contains(CrisisCaseProcess.HOLD_CONFERENCE);
		assertThat(this.walk.shown("leader", ref, CrisisCaseProcess.HOLD_CONFERENCE)).containsKey("informUnsafe");
		this.steps.acknowledged(ref);
		this.steps.conferenceHeld(ref, "otherAdult", "住校生活老师");
		assertThat(this.walk.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.PLAN_COUNSELLING);
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.GUARDIAN_NOT_INFORMED);
	}

	// D01
	@Test
	void guardianWhoDoesNotAnswerIsTriedAgainTheNextDay() {
		CaseRef ref = toCounselling();
		this.steps.guardianNotReached(ref, "NO_ANSWER");
		this.due.assertFromNow(ref, SchoolCounsellingProcess.INFORM_GUARDIAN, Duration.ofHours(24));
		this.steps.guardianNotReached(ref, "LATER");
		assertThat(this.walk.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.PLAN_COUNSELLING);
	}

	// F04
	@Test
	void studentWhoWantsNoSessionsIsOnlyFollowedUp() {
		CaseRef ref = toCounselling();
		this.steps.guardianInformed(ref);
		this.steps.planned(ref, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency", null, "nextSessionOn",
				null, "noSessionsWhy", "学生暂不愿意");
		assertThat(this.walk.waitingAt(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.FOLLOW_UP_ONLY,
				MonthlyFollowUpProcess.PLAN_FOLLOW_UP);
	}

	// D01 D17 G07 G08
	@Test
	void guardianWhoNeverAnswersKeepsNobodyFromFollowUp() {
		CaseRef ref = toCounselling();
		this.steps.guardianNotReached(ref, "NO_ANSWER");
		this.steps.planned(ref, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency", null, "nextSessionOn",
				null, "noSessionsWhy", "学生暂不愿意");
		assertThat(this.walk.waitingAt(ref)).as("asked for again in follow-up")
			.containsExactly(MonthlyFollowUpProcess.INFORM_GUARDIAN);
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.INFORM_GUARDIAN, Duration.ofHours(24));
		this.walk.forward(Duration.ofDays(30));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.INFORM_GUARDIAN,
				MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER, Duration.ofDays(7));
		this.steps.headTeacherAnswers(ref, "alarm", "WORRY", "alarmText", "把东西都送人了");
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		assertThat(missed(ref)).as("the miss stays in the register, though the task was withdrawn")
			.containsExactly("告知监护人");
	}

	// F03 D19
	@Test
	void studentWhoMissesTwoSessionsIsLookedForByTheHeadTeacherTheSameDay() {
		CaseRef ref = toCounselling();
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.missed(ref, "SEEN");
		assertThat(this.walk.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.NOTE_SESSION);
		this.steps.missed(ref, "SEEN");
		assertThat(this.walk.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.CHECK_ON_STUDENT);
		this.due.assertFromNow(ref, SchoolCounsellingProcess.CHECK_ON_STUDENT, Duration.ofHours(4));
		this.steps.checked(ref, "SEEN_WELL");
		assertThat(this.walk.waitingAt(ref)).containsExactly(SchoolCounsellingProcess.NOTE_SESSION);
	}

	// F03 D19
	@Test
	void studentWhomNobodySawIsAssessedAgain() {
		CaseRef ref = toCounselling();
		this.steps.planned(ref);
		this.steps.missed(ref, "NOT_SEEN");
		this.steps.checked(ref, "NOT_SEEN");
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		assertThat(this.walk.path(ref)).contains(SchoolCounsellingProcess.RISK_FOUND, CrisisCaseProcess.REASSESS_RISK);
	}

	// F04
	@Test
	void counsellingThatDoesNotHelpIsSteppedUpByAnAssessment() {
		CaseRef ref = toCounselling();
		this.steps.planned(ref);
		this.steps.session(ref, "trend", "WORSE", "afterSession", "STEP_UP", "nextSessionOn", null);
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		this.steps.assessed(ref);
		assertThat(this.walk.waitingAt(ref)).as("back to help at school")
			.containsExactlyInAnyOrder(SchoolCounsellingProcess.PLAN_COUNSELLING,
					SchoolCounsellingProcess.INFORM_GUARDIAN);
	}

	// G08 F35
	@Test
	void worriedHeadTeacherBringsANewAssessmentWithoutWaitingForTheCounsellor() {
		CaseRef ref = toFollowUp();
		this.walk.forward(Duration.ofDays(30));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
		this.steps.headTeacherAnswers(ref, "alarm", "WORRY", "alarmText", "几天没怎么吃饭");
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofHours(24));
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.WORRY_RAISED, MonthlyFollowUpProcess.REASSESS);
	}

	// G07 D19
	@Test
	void riskInAFollowUpTalkBringsANewAssessmentWithoutWaitingForTheHeadTeacher() {
		CaseRef ref = toFollowUp();
		this.walk.forward(Duration.ofDays(30));
		this.steps.counsellorAnswers(ref, "safety", "PRESENT", "suggest", "ASSESS_NOW");
		assertThat(this.walk.waitingAt(ref)).containsExactly(RiskAssessmentProcess.ASSESS_RISK);
		assertThat(this.walk.path(ref)).contains(MonthlyFollowUpProcess.RISK_RAISED);
	}

	// G11 F35
	@Test
	void studentWhoGetsWorseIsFollowedUpEveryTwoWeeksByBoth() {
		CaseRef ref = toFollowUp();
		this.walk.forward(Duration.ofDays(30));
		this.steps.counsellorAnswers(ref, "trend", "WORSE", "note", "又睡不好");
		this.steps.headTeacherAnswers(ref);
		assertThat(this.walk.waitingAt(ref)).isEmpty();
		this.walk.forward(Duration.ofDays(13));
		assertThat(this.walk.waitingAt(ref)).isEmpty();
		this.walk.forward(Duration.ofDays(1));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
	}

	// F35 G12
	@Test
	void promisedAssessmentBringsTheCounsellorInThatPeriod() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "nextAssessOn", this.steps.day(45));
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.lastSession(ref);
		followOnePeriod(ref, true, "CONTINUE");
		this.walk.forward(Duration.ofDays(30));
		assertThat(this.walk.waitingAt(ref)).containsExactlyInAnyOrder(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR);
		assertThat(this.walk.shown("counselor", ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR))
			.containsKey("nextAssessOn");
	}

	// K21 G17
	@Test
	void refusedClosingGoesOnWithFollowUp() {
		CaseRef ref = toFollowUp();
		followOnePeriod(ref, true, "CONTINUE");
		followOnePeriod(ref, false, "CONTINUE");
		followOnePeriod(ref, true, "CLOSE");
		this.steps.closingProposed(ref);
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, CrisisCaseProcess.DECIDE_CLOSING,
				Map.of("closingDecision", "AGREE")))
			.as("who proposes does not decide")
			.isInstanceOf(RuntimeException.class);
		this.steps.closingDecided(ref, "CONTINUE");
		assertThat(this.walk.waitingAt(ref)).isEmpty();
		assertThat(this.walk.isRunning(ref)).isTrue();
		followOnePeriod(ref, false, "CONTINUE");
		assertThat(this.walk.isRunning(ref)).as("time alone never closes").isTrue();
	}

	// K21 G17
	@Test
	void counsellorWhoDoesNotProposeToCloseGoesOnWithFollowUp() {
		CaseRef ref = toFollowUp();
		followOnePeriod(ref, true, "CONTINUE");
		followOnePeriod(ref, false, "CONTINUE");
		followOnePeriod(ref, true, "CLOSE");
		this.due.assertFromNow(ref, CrisisCaseProcess.REVIEW_CLOSING, Duration.ofDays(7));
		this.walk.submit("counselor", ref, CrisisCaseProcess.REVIEW_CLOSING,
				Map.of("closingProposal", "NOT_YET", "notYetWhy", "再看一个月"));
		assertThat(this.walk.path(ref)).doesNotContain(CrisisCaseProcess.DECIDE_CLOSING);
		followOnePeriod(ref, false, "CONTINUE");
		assertThat(this.walk.isRunning(ref)).isTrue();
	}

	private CaseRef toCounselling() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		return ref;
	}

	private CaseRef toFollowUp() {
		CaseRef ref = toCounselling();
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.lastSession(ref);
		return ref;
	}

	private String commander() {
		return this.directory.staffByAccount("counselor").orElseThrow().id().toString();
	}

	private List<String> missed(CaseRef ref) {
		return this.register
			.of(this.accounts.find("leader").orElseThrow(), this.start, this.walk.now().plus(Duration.ofDays(1)))
			.stream()
			.filter((miss) -> miss.ref().equals(ref))
			.map(MissedDeadline::task)
			.toList();
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM)
			.flatMap((entry) -> entry.form().stream())
			.toList();
	}

	private static Object[] and(Object[] changes, Object... more) {
		return Stream.concat(Arrays.stream(changes), Arrays.stream(more)).toArray();
	}

	private void followOnePeriod(CaseRef ref, boolean counsellor, String suggestion) {
		this.walk.forward(Duration.ofDays(30));
		this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER, Duration.ofDays(7));
		this.steps.headTeacherAnswers(ref);
		if (counsellor) {
			this.due.assertFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR, Duration.ofDays(7));
			this.steps.counsellorAnswers(ref, "suggest", suggestion);
		}
	}

}
