package org.huxin.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.Elements;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path of {@code emergency-response.bpmn} and {@code major-report.bpmn}, for every
 * plan, through the real door, with the due dates of the policy profile.
 */
@HuxinTest
class EmergencyPathsTests {

	/** A student of the first class whom no other test marks. */
	private static final int STUDENT = 6;

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(EmergencyResponseProcess.class, MajorReportProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final SchoolDirectory directory;

	private final TaskService tasks;

	private final CaseSteps cases;

	private final EmergencySteps steps;

	private final StudentEntry student;

	private final List<CaseRef> others = new ArrayList<>();

	@Autowired
	EmergencyPathsTests(CaseWalk walk, SchoolDirectory directory, TaskService tasks) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.directory = directory;
		this.tasks = tasks;
		this.student = walk.student(CaseSteps.SCHOOL, STUDENT);
		this.cases = new CaseSteps(walk, directory, STUDENT);
		this.steps = new EmergencySteps(walk, directory, this.student);
	}

	@BeforeEach
	@AfterEach
	void nobodyKnowsWhetherTellingIsSafe() {
		this.steps.guardians()
			.forEach((guardian) -> this.directory.markSafeToInform(guardian.id(), SafeToInform.UNKNOWN));
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.cases.cases());
		COVERAGE.add(this.walk, this.others);
	}

	// D18 F14 F25 F29 F02 K19 D08 A17 A18
	@Test
	void whoIsInDangerIsGuardedAtOnceUntilTheDangerIsOver() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "HOLD");
		assertThat(open(ref)).containsExactlyInAnyOrder(EmergencyResponseProcess.TAKE_COMMAND,
				EmergencyResponseProcess.ANSWER_SAFETY, EmergencyResponseProcess.KEEP_STUDENT_SAFE,
				EmergencyResponseProcess.GO_ON_SITE, EmergencyResponseProcess.CHECK_DANGER,
				EmergencyResponseProcess.SECURE_SCENE, EmergencyResponseProcess.GIVE_FIRST_AID);
		this.due.assertFromNow(ref, EmergencyResponseProcess.TAKE_COMMAND, Duration.ofMinutes(15));
		this.due.assertFromNow(ref, EmergencyResponseProcess.ANSWER_SAFETY, Duration.ofMinutes(10));
		this.due.assertFromNow(ref, EmergencyResponseProcess.KEEP_STUDENT_SAFE, Duration.ofMinutes(10));
		this.due.assertFromNow(ref, EmergencyResponseProcess.GO_ON_SITE, Duration.ofMinutes(15));
		this.due.assertFromNow(ref, EmergencyResponseProcess.SECURE_SCENE, Duration.ofMinutes(10));
		this.due.assertFromNow(ref, EmergencyResponseProcess.CHECK_DANGER, Duration.ofHours(1));

		this.due.assertFromNow(ref, EmergencyResponseProcess.GIVE_FIRST_AID, Duration.ofMinutes(10));

		this.steps.aidGiven(ref);
		this.steps.commandTaken(ref);
		assertThat(open(ref)).as("no major crisis").doesNotContain(EmergencyResponseProcess.INFORM_SUPERIORS);
		assertThat(this.walk.shown("security", ref, EmergencyResponseProcess.SECURE_SCENE))
			.containsEntry("commander", this.steps.staff("counselor"))
			.containsEntry("place", "三楼谈话室")
			.containsEntry("orders", "不要围观");
		this.steps.inSafePlace(ref);
		this.due.assertFromNow(ref, EmergencyResponseProcess.PLAN_GUARD, Duration.ofHours(1));
		this.steps.guardPlanned(ref, Duration.ofHours(4));
		this.steps.counsellorThere(ref);
		this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_SCENE, "NONE_OF_THESE", "ASK_LEADER");
		this.due.assertFromNow(ref, EmergencyResponseProcess.DECIDE_POLICE, Duration.ofMinutes(15));
		this.steps.policeDecided(ref);

		this.steps.safetyAnswered(ref, "YES");
		this.due.assertFromNow(ref, EmergencyResponseProcess.CALL_GUARDIAN, Duration.ofMinutes(10));
		this.steps.called(ref, 0, "NO_ANSWER");
		assertThatThrownBy(() -> this.steps.called(ref, 0, "NO_ANSWER")).hasMessageContaining("换下一位");
		this.steps.called(ref, 1, "REACHED");
		assertThat(open(ref)).containsExactly(EmergencyResponseProcess.CHECK_DANGER);

		this.walk.forward(Duration.ofMinutes(55));
		this.steps.looked(ref, "KEEP");
		this.due.assertFromNow(ref, EmergencyResponseProcess.CHECK_DANGER, Duration.ofHours(1));
		this.walk.forward(Duration.ofMinutes(130));
		assertThat(open(ref)).as("an hour before the roster ends").contains(EmergencyResponseProcess.PLAN_GUARD);
		this.steps.guardPlanned(ref, Duration.ofHours(8));

		this.steps.looked(ref, "OVER");
		this.due.assertFromNow(ref, EmergencyResponseProcess.HAND_OVER, Duration.ofHours(4));
		this.steps.settled(ref, "NOT_YET", "notYetWhy", "母亲还在路上");
		assertThat(open(ref)).containsExactly(EmergencyResponseProcess.CHECK_DANGER);
		this.steps.looked(ref, "OVER");
		this.steps.settled(ref, "SAFE_AT_SCHOOL", "stayWith", "周老师，到放学", "needsAftercare", "NO");
		assertThat(open(ref)).isEmpty();
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.RESPONSE_ENDED)
			.doesNotContain(EmergencyResponseProcess.MAJOR_REPORT_DUE);
	}

	// F27 F28 F29 F30 K10 K19 D07 D16 D06
	@Test
	void whoSurvivedAnAttemptIsRescuedAndDoesNotStayWhileInDanger() {
		CaseRef ref = this.cases.reported();
		this.cases.verified(ref);
		this.steps.begins(ref, "RESCUE", "OPEN");
		assertThat(open(ref)).containsExactlyInAnyOrder(EmergencyResponseProcess.TAKE_COMMAND,
				EmergencyResponseProcess.CALL_GUARDIAN, EmergencyResponseProcess.KEEP_STUDENT_SAFE,
				EmergencyResponseProcess.GO_ON_SITE, EmergencyResponseProcess.GIVE_FIRST_AID,
				EmergencyResponseProcess.CHECK_DANGER, EmergencyResponseProcess.SECURE_SCENE,
				EmergencyResponseProcess.CALM_CLASS);
		this.due.assertFromNow(ref, EmergencyResponseProcess.GIVE_FIRST_AID, Duration.ofMinutes(10));
		this.due.assertFromNow(ref, EmergencyResponseProcess.CALM_CLASS, Duration.ofHours(2));
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.MAJOR_REPORT_DUE);
		this.steps.commandTaken(ref);
		this.due.assertFromNow(ref, EmergencyResponseProcess.INFORM_SUPERIORS, Duration.ofHours(1));
		this.steps.superiorsTold(ref, EmergencyResponseProcess.INFORM_SUPERIORS);
		assertThatThrownBy(
				() -> this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_SCENE, "ON_CAMPUS", "ASK_LEADER"))
			.hasMessageContaining("必须报警");
		this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_SCENE, "ON_CAMPUS", "CALLED");
		this.steps.aidGiven(ref);
		this.steps.classCalmed(ref);
		this.steps.looked(ref, "MOVE");
		assertThatThrownBy(() -> this.steps.settled(ref, "SAFE_AT_SCHOOL", "stayWith", "周老师", "medicalOpinion", true,
				"needsAftercare", "YES"))
			.hasMessageContaining("危险还没有过去");
		assertThatThrownBy(() -> this.steps.handedOver(ref, "meansSecured", false)).hasMessageContaining("还不能让孩子回家");
		assertThatThrownBy(() -> this.steps.settled(ref, "AT_HOSPITAL", "hospitalOther", "市一院急诊", "escort",
				"周老师陪同，急诊已接", "signedBy", "周老师、值班医生", "needsAftercare", "NO"))
			.hasMessageContaining("写下理由");
		this.steps.settled(ref, "AT_HOSPITAL", "hospitalOther", "市一院急诊", "escort", "周老师陪同，急诊已接", "signedBy", "周老师、值班医生",
				"needsAftercare", "YES");
		assertThat(open(ref)).as("care never waits for a guardian's answer").isEmpty();
	}

	// F37 F29
	@Test
	void selfInjuryIsFirstAidWithoutPoliceOrGate() {
		CaseRef ref = this.cases.reported();
		this.cases.verified(ref);
		this.steps.begins(ref, "FIRST_AID", "OPEN");
		assertThat(open(ref)).containsExactlyInAnyOrder(EmergencyResponseProcess.TAKE_COMMAND,
				EmergencyResponseProcess.CALL_GUARDIAN, EmergencyResponseProcess.KEEP_STUDENT_SAFE,
				EmergencyResponseProcess.GO_ON_SITE, EmergencyResponseProcess.GIVE_FIRST_AID,
				EmergencyResponseProcess.CHECK_DANGER);
		this.steps.inSafePlace(ref);
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.NO_GUARD)
			.doesNotContain(EmergencyResponseProcess.MAJOR_REPORT_DUE, EmergencyResponseProcess.SECURE_SCENE);
		this.steps.aidGiven(ref);
		this.steps.looked(ref, "OVER");
		this.steps.handedOver(ref, "needsAftercare", "NO");
		assertThat(open(ref)).isEmpty();
	}

	// F26 F02 F32 K19
	@Test
	void whoMayBeAttackedIsProtectedAndToldAndTheLawIsAsked() {
		CaseRef ref = this.cases.reported();
		this.cases.verified(ref);
		this.steps.begins(ref, "SEPARATE", "OPEN");
		assertThat(open(ref)).contains(EmergencyResponseProcess.PROTECT_AT_SCENE, EmergencyResponseProcess.SECURE_SCENE,
				EmergencyResponseProcess.GIVE_FIRST_AID, EmergencyResponseProcess.CALM_CLASS);
		this.due.assertFromNow(ref, EmergencyResponseProcess.PROTECT_AT_SCENE, Duration.ofMinutes(30));
		this.steps.targetProtected(ref, "UNSURE");
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.MANDATORY_REPORT_BY_LAW,
				EmergencyResponseProcess.TARGET_PROTECTED);
		this.steps.called(ref, 0, "REACHED");
		this.steps.looked(ref, "OVER");
		this.steps.handedOver(ref);
		assertThat(open(ref)).isEmpty();
	}

	// F26 K19
	@Test
	void threatThatTheLawDoesNotConcernIsNotReportedToThePolice() {
		CaseRef ref = this.cases.reported();
		this.cases.verified(ref);
		this.steps.begins(ref, "SEPARATE", "OPEN");
		this.steps.targetProtected(ref, "NO");
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.TARGET_PROTECTED)
			.doesNotContain(EmergencyResponseProcess.MANDATORY_REPORT_BY_LAW);
	}

	// F38
	@Test
	void whoIsMissingIsSearchedForUntilFoundAndThenRescued() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "SEARCH", "HOLD");
		assertThat(open(ref)).containsExactlyInAnyOrder(EmergencyResponseProcess.TAKE_COMMAND,
				EmergencyResponseProcess.ANSWER_SAFETY, EmergencyResponseProcess.SEARCH_STUDENT,
				EmergencyResponseProcess.SECURE_SCENE, EmergencyResponseProcess.CALM_CLASS);
		this.due.assertFromNow(ref, EmergencyResponseProcess.SEARCH_STUDENT, Duration.ofMinutes(30));
		assertThatThrownBy(() -> this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_SCENE, "NONE_OF_THESE",
				"ASK_LEADER"))
			.hasMessageContaining("110");
		this.steps.searched(ref, "NOT_YET", null);
		assertThat(this.walk.shown("security", ref, EmergencyResponseProcess.SEARCH_STUDENT)).containsEntry("lastSeen",
				"午饭后，操场，蓝色校服");
		this.steps.searched(ref, "FOUND", "ATTEMPT");
		assertThat(open(ref)).as("the search is over, the rescue begins")
			.contains(EmergencyResponseProcess.GIVE_FIRST_AID, EmergencyResponseProcess.KEEP_STUDENT_SAFE,
					EmergencyResponseProcess.TAKE_COMMAND)
			.doesNotContain(EmergencyResponseProcess.SEARCH_STUDENT);
		assertThat(Collections.frequency(this.walk.path(ref), EmergencyResponseProcess.MAJOR_REPORT_DUE))
			.as("one report")
			.isEqualTo(1);
		this.steps.looked(ref, "OVER");
		assertThatThrownBy(() -> this.steps.settled(ref, "SAFE_AT_SCHOOL", "stayWith", "周老师", "needsAftercare", "YES"))
			.hasMessageContaining("医生")
			.hasMessageContaining("还没有联系上监护人");
		this.steps.safetyAnswered(ref, "YES");
		this.steps.called(ref, 0, "REACHED");
		this.steps.settled(ref, "SAFE_AT_SCHOOL", "stayWith", "周老师", "medicalOpinion", true, "needsAftercare", "YES");
		assertThat(open(ref)).isEmpty();
	}

	// F38 H03 F28 D16
	@Test
	void whenAChildHasDiedEverythingElseStopsInTheSameMoment() {
		CaseRef ref = this.cases.reported();
		this.cases.verified(ref);
		this.steps.begins(ref, "SEARCH", "OPEN");
		this.steps.searched(ref, "FOUND", "DIED");
		assertThat(open(ref)).containsExactlyInAnyOrder(EmergencyResponseProcess.NAME_LIAISON,
				EmergencyResponseProcess.SECURE_FAMILY_SCENE, EmergencyResponseProcess.INFORM_AUTHORITIES,
				EmergencyResponseProcess.CARE_FOR_SIBLINGS);
		this.due.assertFromNow(ref, EmergencyResponseProcess.NAME_LIAISON, Duration.ofMinutes(30));
		this.due.assertFromNow(ref, EmergencyResponseProcess.SECURE_FAMILY_SCENE, Duration.ofMinutes(10));
		this.due.assertFromNow(ref, EmergencyResponseProcess.INFORM_AUTHORITIES, Duration.ofHours(1));
		this.due.assertFromNow(ref, EmergencyResponseProcess.CARE_FOR_SIBLINGS, Duration.ofHours(2));
		assertThatThrownBy(() -> this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_FAMILY_SCENE,
				"NONE_OF_THESE", "ASK_LEADER"))
			.hasMessageContaining("必须报警");
		this.steps.liaisonNamed(ref);
		this.steps.sceneSecured(ref, EmergencyResponseProcess.SECURE_FAMILY_SCENE, "NONE_OF_THESE", "CALLED");
		this.steps.superiorsTold(ref, EmergencyResponseProcess.INFORM_AUTHORITIES);
		this.steps.siblingsSeen(ref);
		this.due.assertFromNow(ref, EmergencyResponseProcess.AGREE_WORDS, Duration.ofHours(24));
		this.steps.wordsAgreed(ref);
		assertThat(open(ref)).isEmpty();
		assertThat(this.walk.path(ref)).containsSubsequence(EmergencyResponseProcess.EVERYTHING_ELSE_STOPS,
				EmergencyResponseProcess.FAMILY_CARED);
	}

	// H03 F28
	@Test
	void aDeathThatIsKnownFromTheStartIsCareForTheFamilyAlone() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "FAMILY", "OPEN");
		assertThat(open(ref)).hasSize(4)
			.contains(EmergencyResponseProcess.NAME_LIAISON)
			.doesNotContain(EmergencyResponseProcess.CALL_GUARDIAN);
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.TO_FAMILY_CARE,
				EmergencyResponseProcess.MAJOR_REPORT_DUE_THEN);
	}

	// H01 F14
	@Test
	void dangerThatTurnsIntoAnAttemptBeginsTheMajorReportThen() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "HOLD");
		this.steps.looked(ref, "CHANGED", "responsePlan", "RESCUE");
		assertThat(open(ref)).contains(EmergencyResponseProcess.GIVE_FIRST_AID);
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.PLAN_CHANGED,
				EmergencyResponseProcess.MAJOR_REPORT_DUE);
		this.steps.looked(ref, "DIED", "confirmedBy", "HOSPITAL");
		assertThat(open(ref)).hasSize(4).contains(EmergencyResponseProcess.NAME_LIAISON);
		assertThat(this.walk.path(ref)).as("reported once")
			.doesNotContain(EmergencyResponseProcess.MAJOR_REPORT_DUE_THEN);
	}

	// F29 F32 D13
	@Test
	void guardianWhoMustNotKnowIsNeverCalledAndAnotherAdultIsFound() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "HOLD");
		this.steps.safetyAnswered(ref, "NO");
		this.due.assertFromNow(ref, EmergencyResponseProcess.NAME_OTHER_ADULT, Duration.ofMinutes(30));
		assertThat(this.walk.path(ref)).contains(EmergencyResponseProcess.MANDATORY_REPORT)
			.doesNotContain(EmergencyResponseProcess.CALL_GUARDIAN);
		this.steps.otherAdultNamed(ref);
		this.steps.looked(ref, "OVER");
		assertThat(this.walk.form("affairs", ref, EmergencyResponseProcess.HAND_OVER).toString())
			.doesNotContain(this.steps.guardian(0), this.steps.guardian(1));
		assertThatThrownBy(() -> this.steps.handedOver(ref, "receiver", null, "receiverOther",
				this.steps.guardians().get(0).name()))
			.hasMessageContaining("不宜告知");
		this.steps.handedOver(ref, "receiver", null, "receiverOther", "姑姑", "needsAftercare", "NO");
		assertThat(open(ref)).isEmpty();
	}

	// F29 F32 D13
	@Test
	void whereNoGuardianMayBeToldFromTheBeginningAnotherAdultIsNamedAtOnce() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "BLOCKED");
		this.due.assertFromNow(ref, EmergencyResponseProcess.NAME_OTHER_ADULT, Duration.ofMinutes(30));
		assertThat(open(ref)).doesNotContain(EmergencyResponseProcess.ANSWER_SAFETY,
				EmergencyResponseProcess.CALL_GUARDIAN);
		this.steps.otherAdultNamed(ref);
		assertThat(open(ref)).doesNotContain(EmergencyResponseProcess.NAME_OTHER_ADULT);
	}

	// F29 D13
	@Test
	void guardianWhoTurnsOutUnsafeInTheCallIsLeftOutFromThenOn() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "HOLD");
		this.steps.safetyAnswered(ref, "YES");
		this.steps.called(ref, 0, "UNSAFE");
		assertThatThrownBy(() -> this.steps.called(ref, 0, "REACHED")).as("not offered any more")
			.hasMessageContaining("不在可选范围内");
		this.steps.called(ref, 1, "UNSAFE");
		assertThat(open(ref)).contains(EmergencyResponseProcess.NAME_OTHER_ADULT)
			.doesNotContain(EmergencyResponseProcess.CALL_GUARDIAN);
	}

	// D18 F29 D17
	@Test
	void nextLevelIsCalledUntilSomebodyConfirms() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "PROTECT", "HOLD");
		assertThat(candidates(ref, EmergencyResponseProcess.TAKE_COMMAND)).containsExactly("leader");
		this.walk.forward(Duration.ofMinutes(9));
		assertThat(candidates(ref, EmergencyResponseProcess.TAKE_COMMAND)).containsExactly("leader");
		this.walk.forward(Duration.ofMinutes(2));
		assertThat(candidates(ref, EmergencyResponseProcess.TAKE_COMMAND)).contains("duty").doesNotContain("district");
		this.walk.forward(Duration.ofMinutes(11));
		assertThat(candidates(ref, EmergencyResponseProcess.TAKE_COMMAND)).contains("leader", "duty", "district");
		this.walk.forward(Duration.ofMinutes(11));
		assertThat(this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM)
			.filter((entry) -> entry.taskElement().filter(EmergencyResponseProcess.TAKE_COMMAND::equals).isPresent())
			.flatMap((entry) -> entry.form().stream())).as("each call is in the case file")
			.contains("calledNext", "calledAgain");
		this.walk.submit("duty", ref, EmergencyResponseProcess.TAKE_COMMAND,
				Map.of("commander", this.steps.staff("duty")));
		assertThat(open(ref)).doesNotContain(EmergencyResponseProcess.TAKE_COMMAND);
	}

	// D18
	@Test
	void whoTheCaseAvoidsIsNotOfferedAsCommander() {
		CaseRef ref = this.cases.reported("staffInvolved", "STAFF", "involvedStaff",
				List.of(this.steps.staff("affairs")));
		this.steps.begins(ref, "PROTECT", "HOLD");
		String form = this.walk.form("leader", ref, EmergencyResponseProcess.TAKE_COMMAND).toString();
		assertThat(form).contains(this.steps.staff("counselor")).doesNotContain(this.steps.staff("affairs"));
		assertThatThrownBy(() -> this.walk.submit("leader", ref, EmergencyResponseProcess.TAKE_COMMAND,
				Map.of("commander", this.steps.staff("teacher1c"))))
			.hasMessageContaining("请指定校领导");
	}

	// D08 A18 F27
	@Test
	void schoolWithoutDoctorSecurityAndDutyOfficerDoesNotFreeze() {
		StudentEntry there = this.walk.student("haitang", 3);
		CaseRef ref = this.walk.start("teacher2", CrisisCaseProcess.KEY, Map.of("dangerNow", "NO", "studentRef",
				there.id().toString(), "observed", "不说话", "whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		this.others.add(ref);
		this.steps.begins(ref, "SEPARATE", "HOLD");
		List<String> all = List.copyOf(open(ref));
		assertThat(all).hasSize(9);
		all.forEach((element) -> assertThat(owners(ref, element)).as(element).isNotEmpty());
		assertThat(owners(ref, EmergencyResponseProcess.GIVE_FIRST_AID)).containsExactly("leader2");
		this.walk.submit("leader2", ref, EmergencyResponseProcess.GIVE_FIRST_AID, Map.of("aid", List.of("NO_INJURY")));
		this.walk.submit("leader2", ref, EmergencyResponseProcess.SECURE_SCENE,
				Map.of("policeGrounds", List.of("NONE_OF_THESE"), "policeAnswer", "CALLED"));
		assertThat(open(ref)).hasSize(7);
	}

	// H01 H02 H03 H05 H06 K23
	@Test
	void majorCrisisIsReportedInTwoHoursAndInWritingInThreeDays() {
		CaseRef ref = this.cases.reported();
		this.steps.begins(ref, "RESCUE", "HOLD");
		this.walk.startCalled(ref, MajorReportProcess.KEY, Map.of("urgency", "NOW"));
		this.due.assertFromNow(ref, MajorReportProcess.SEND_FIRST_REPORT, Duration.ofHours(2));
		this.steps.firstReported(ref);
		assertThat(reports(ref)).containsExactlyInAnyOrder(MajorReportProcess.WRITE_MAJOR_REPORT,
				MajorReportProcess.LIST_EVIDENCE, MajorReportProcess.SUBMIT_CLASS_MATERIAL);
		this.due.assertFromNow(ref, MajorReportProcess.WRITE_MAJOR_REPORT, Duration.ofDays(2));
		this.due.assertFromNow(ref, MajorReportProcess.LIST_EVIDENCE, Duration.ofDays(1));
		this.due.assertFromNow(ref, MajorReportProcess.SUBMIT_CLASS_MATERIAL, Duration.ofDays(2));
		this.steps.evidenceListed(ref);
		this.steps.materialSubmitted(ref);
		assertThat(this.walk.shown("counselor", ref, MajorReportProcess.WRITE_MAJOR_REPORT))
			.containsEntry("exactPlace", "三楼")
			.containsKey("evidenceKinds");
		this.steps.reportWritten(ref);
		this.due.assertFromNow(ref, MajorReportProcess.SEND_MAJOR_REPORT, Duration.ofDays(3));
		this.walk.forward(Duration.ofDays(2));
		this.steps.reportDecided(ref, "RETURN");
		this.due.assertFromNow(ref, MajorReportProcess.WRITE_MAJOR_REPORT, Duration.ofHours(24));
		this.steps.reportWritten(ref);
		this.steps.reportDecided(ref, "SEND");
		assertThat(reports(ref)).isEmpty();
		assertThat(this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter("majorReportFiled"::equals).isPresent())
			.findFirst()
			.orElseThrow()
			.fields()).containsKey("ledger");
	}

	// H01 K23
	@Test
	void crisisLongAfterDiscoveryIsReportedWithinTwoHoursFromThen() {
		CaseRef ref = this.cases.reported();
		this.walk.startCalled(ref, MajorReportProcess.KEY, Map.of("urgency", "NOW"));
		this.steps.firstReported(ref);
		assertThat(reports(ref)).as("no attempt, no death: the class hands in nothing")
			.containsExactlyInAnyOrder(MajorReportProcess.WRITE_MAJOR_REPORT, MajorReportProcess.LIST_EVIDENCE);
	}

	private List<String> open(CaseRef ref) {
		return waiting(ref, EmergencyResponseProcess.class);
	}

	private List<String> reports(CaseRef ref) {
		return waiting(ref, MajorReportProcess.class);
	}

	private List<String> waiting(CaseRef ref, Class<?> names) {
		List<String> elements = Elements.of(names);
		return this.walk.tasks(ref)
			.stream()
			.map((task) -> task.getTaskDefinitionKey())
			.filter(elements::contains)
			.toList();
	}

	private List<String> candidates(CaseRef ref, String element) {
		return this.tasks.getIdentityLinksForTask(this.walk.task(ref, element).getId())
			.stream()
			.filter((link) -> "candidate".equals(link.getType()))
			.map(IdentityLink::getUserId)
			.toList();
	}

	private List<String> owners(CaseRef ref, String element) {
		String assignee = this.walk.task(ref, element).getAssignee();
		return (assignee != null) ? List.of(assignee) : candidates(ref, element);
	}

}
