package org.huxin.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/**
 * Every path and timer of {@code crisis-case.bpmn}, through the real door, with the due
 * dates that the policy profile gives.
 */
@HuxinTest
class CrisisCasePathsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final CaseSteps steps;

	private Instant start = Instant.EPOCH;

	@Autowired
	CrisisCasePathsTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.steps = new CaseSteps(walk, directory, 1);
	}

	@BeforeEach
	void rememberWhenItBegan() {
		this.start = this.walk.now();
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// D02 D09 K11 G07 G08 G17 K01 K21
	@Test
	void mildCaseIsVerifiedAssessedCounselledFollowedUpAndClosed() {
		CaseRef ref = this.steps.reported();
		assertDueIn(ref, CrisisCaseProcess.VERIFY_CONCERN, Duration.ofHours(4));
		assertThat(waitingAt(ref)).containsExactly(CrisisCaseProcess.VERIFY_CONCERN);

		this.steps.verified(ref);
		assertDueIn(ref, RiskAssessmentProcess.ASSESS_RISK, Duration.ofDays(3));

		this.steps.assessed(ref);
		assertThat(waitingAt(ref)).containsExactlyInAnyOrder(SchoolCounsellingProcess.INFORM_GUARDIAN,
				SchoolCounsellingProcess.PLAN_COUNSELLING);
		assertDueIn(ref, SchoolCounsellingProcess.INFORM_GUARDIAN, Duration.ofDays(4));
		assertDueIn(ref, SchoolCounsellingProcess.PLAN_COUNSELLING, Duration.ofDays(3));

		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		assertDueAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 1);
		this.steps.session(ref);
		assertDueAtSix(ref, SchoolCounsellingProcess.NOTE_SESSION, 7);
		this.steps.lastSession(ref);

		assertThat(waitingAt(ref)).as("between the periods nobody owes anything").isEmpty();
		followOnePeriod(ref, true, "CONTINUE");
		followOnePeriod(ref, false, "CONTINUE");
		followOnePeriod(ref, true, "CLOSE");

		assertDueFromNow(ref, CrisisCaseProcess.REVIEW_CLOSING, Duration.ofDays(7));
		this.steps.closingProposed(ref);
		assertDueFromNow(ref, CrisisCaseProcess.DECIDE_CLOSING, Duration.ofDays(5));
		this.steps.closingDecided(ref, "AGREE");

		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.CLOSED);
		assertThat(this.walk.path(ref)).containsSubsequence(CrisisCaseProcess.CLOSE_CASE, CrisisCaseProcess.CLOSED);
	}

	private void followOnePeriod(CaseRef ref, boolean counsellor, String suggestion) {
		this.walk.forward(Duration.ofDays(30));
		assertDueFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER, Duration.ofDays(7));
		this.steps.headTeacherAnswers(ref);
		if (counsellor) {
			assertDueFromNow(ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR, Duration.ofDays(7));
			this.steps.counsellorAnswers(ref, "suggest", suggestion);
		}
	}

	private List<String> waitingAt(CaseRef ref) {
		return this.walk.tasks(ref).stream().map((task) -> task.getTaskDefinitionKey()).toList();
	}

	private void assertDueIn(CaseRef ref, String element, Duration sinceDiscovery) {
		assertThat(this.walk.due(ref, element).orElseThrow()).isCloseTo(this.start.plus(sinceDiscovery),
				within(Duration.ofMinutes(2)));
	}

	private void assertDueFromNow(CaseRef ref, String element, Duration period) {
		assertThat(this.walk.due(ref, element).orElseThrow()).isCloseTo(this.walk.now().plus(period),
				within(Duration.ofMinutes(2)));
	}

	private void assertDueAtSix(CaseRef ref, String element, int days) {
		LocalDate day = LocalDateTime.ofInstant(this.walk.now(), ZONE).toLocalDate().plusDays(days);
		assertThat(this.walk.due(ref, element).orElseThrow())
			.isEqualTo(day.atTime(LocalTime.of(18, 0)).atZone(ZONE).toInstant());
	}

}
