package org.huxin.emergency;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An emergency inside its case: what it throws out of itself reaches the case, and no
 * report holds up the care.
 */
@HuxinTest
class EmergencyInCaseTests {

	private static final int STUDENT = 6;

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	private final CaseSteps cases;

	private final EmergencySteps steps;

	@Autowired
	EmergencyInCaseTests(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.directory = directory;
		this.cases = new CaseSteps(walk, directory, STUDENT);
		this.steps = new EmergencySteps(walk, directory, walk.student(CaseSteps.SCHOOL, STUDENT));
	}

	@BeforeEach
	@AfterEach
	void nobodyKnowsWhetherTellingIsSafe() {
		this.walk.resetClock();
		this.steps.guardians()
			.forEach((guardian) -> this.directory.markSafeToInform(guardian.id(), SafeToInform.UNKNOWN));
	}

	// D03 H01 K23
	@Test
	void majorReportBeginsBesideTheEmergencyAndDoesNotHoldUpTheCare() {
		CaseRef ref = inDanger();
		this.steps.looked(ref, "CHANGED", "responsePlan", "RESCUE");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).contains(MajorReportProcess.SEND_FIRST_REPORT,
				EmergencyResponseProcess.GIVE_FIRST_AID);
		this.steps.looked(ref, "MOVE");
		this.steps.settled(ref, "AT_HOSPITAL", "hospitalOther", "市一院急诊", "escort", "周老师", "signedBy", "周老师、值班医生",
				"needsAftercare", "YES");
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.RESPONSE_ENDED);
		assertThat(this.walk.waitingAt(ref)).as("the report goes on by itself")
			.contains(MajorReportProcess.SEND_FIRST_REPORT);
	}

	// F29 F32 D13
	@Test
	void whereNoGuardianMayKnowTheMandatoryReportBegins() {
		CaseRef ref = inDanger();
		this.steps.safetyAnswered(ref, "NO");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_OTHER_ADULT,
				"userTask_fileMandatoryReport");
	}

	// F28 H03
	@Test
	void afterADeathNothingElseOfTheCaseGoesOn() {
		CaseRef ref = inDanger();
		this.steps.looked(ref, "DIED", "confirmedBy", "HOSPITAL");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain("userTask_verifyConcern", EmergencyResponseProcess.CALL_GUARDIAN);
	}

	private CaseRef inDanger() {
		CaseRef ref = this.cases.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		assertThat(this.walk.waitingAt(ref)).contains(EmergencyResponseProcess.TAKE_COMMAND,
				EmergencyResponseProcess.CHECK_DANGER);
		return ref;
	}

}
