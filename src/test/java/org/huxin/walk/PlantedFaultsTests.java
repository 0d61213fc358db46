package org.huxin.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SafeToInform;
import org.huxin.walk.SchoolState.TaskRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk finds what must never be: for each invariant somebody breaks it behind the
 * product's back, and the check names it.
 */
@HuxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFaultsTests {

	private final World world;

	private final Quiet quiet;

	private Walk walk;

	@Autowired
	PlantedFaultsTests(ApplicationContext context) {
		this.world = World.of(context);
		this.quiet = new Quiet(this.world);
	}

	@BeforeAll
	void othersRest() {
		this.quiet.begin();
	}

	@AfterAll
	void othersGoOn() {
		this.quiet.end();
	}

	@AfterEach
	void leaveNothing() {
		this.walk.end();
	}

	@Test // invariant 1
	void aTaskWithoutAnOwnerIsFound() {
		TaskRow task = walkedTo((row) -> true);
		sql("delete from act_ru_identitylink where task_id_ = ?", task.id());
		sql("update act_ru_task set assignee_ = null where id_ = ?", task.id());
		assertFound("1: " + task.element());
	}

	@Test // invariant 1
	void aTaskWithoutADueDateIsFound() {
		TaskRow task = walkedTo((row) -> true);
		sql("update act_ru_task set due_date_ = null where id_ = ?", task.id());
		assertFound("1: " + task.element() + " of " + task.caseNo() + " has no due date");
	}

	@Test // invariant 1
	void anOpenCaseThatNobodyWaitsForIsFound() {
		TaskRow task = walkedTo((row) -> true);
		nothingWaits(task.caseNo());
		assertFound("1: the open case " + task.caseNo());
	}

	@Test // invariant 2
	void aLateReportToTheLeadersThatNoRegisterHoldsIsFound() {
		TaskRow task = walkedTo((row) -> row.element().equals(CrisisCaseProcess.CONFIRM_LEADER_REPORT));
		this.walk.forward(Duration.ofDays(3));
		sql("update huxin.missed_deadline set task_id = 'lost' || task_id where task_id = ?", task.id());
		assertFound("2: the leaders' report of " + task.caseNo());
	}

	@Test // invariant 3
	void aReturnWithoutACertificateIsFound() {
		TaskRow task = walkedTo((row) -> true);
		write(task, "confirm-first-day", Map.of("cameBack", "YES"));
		assertFound("3: " + task.caseNo() + " returned without a certificate");
	}

	@Test // invariant 3
	void aReturnThatOnePersonApprovedTwiceIsFound() {
		TaskRow task = walkedTo((row) -> true);
		write(task, "verify-certificate", Map.of("verdict", "PASS", "verification", "CONFIRMED"));
		write(task, "approve-resumption", Map.of("resumptionApproval", "AGREE"));
		write(task, "approve-resumption", Map.of("resumptionApproval", "AGREE"));
		write(task, "confirm-first-day", Map.of("cameBack", "YES"));
		assertFound("3: " + task.caseNo() + " returned with the approval of");
	}

	@Test // invariant 4
	void aLevelThatOnePersonLoweredIsFound() {
		TaskRow task = walkedTo((row) -> true);
		rate(task, "SEVERE");
		this.walk.look();
		rate(task, "MILD");
		assertFound("4: the level of " + task.caseNo() + " fell");
	}

	@Test // invariant 4
	void aPositiveItemBelowTheRulesLevelIsFound() {
		TaskRow task = walkedTo((row) -> true);
		write(task, "assess-risk", Map.of("level", "MILD", "suggestedLevel", "MODERATE", "positiveItem", true));
		assertFound("4: a positive item of " + task.caseNo());
	}

	@Test // invariant 5
	void aGapAfterAReturnIsFound() {
		TaskRow task = walkedTo((row) -> true);
		write(task, "confirm-first-day", Map.of("cameBack", "YES"));
		nothingWaits(task.caseNo());
		assertFound("5: nobody looks after " + task.caseNo());
	}

	@Test // invariant 5
	void aCaseThatTimeClosedIsFound() {
		TaskRow task = walkedTo((row) -> true);
		this.walk.forward(Duration.ofHours(1));
		this.walk.look();
		system(task, "caseEnded");
		stop(task.caseNo());
		close(task, CaseStatus.CLOSED);
		assertFound("5: " + task.caseNo() + " ended as CLOSED by time alone");
	}

	@Test // invariant 5
	void aHandOverThatNobodyReceivedIsFound() {
		TaskRow task = walkedTo((row) -> true);
		system(task, "caseHandedOver");
		stop(task.caseNo());
		close(task, CaseStatus.HANDED_OVER);
		assertFound("5: " + task.caseNo() + " was handed over and nobody received it");
	}

	@Test // invariant 6
	void anEmergencyThatWaitsForAGuardianIsFound() {
		TaskRow task = walkedTo((row) -> row.process().equals("EmergencyResponse"));
		sql("""
				update act_ru_task set task_def_key_ = 'userTask_callGuardian'
				where proc_inst_id_ = (select proc_inst_id_ from act_ru_task where id_ = ?)""", task.id());
		assertFound("6: the emergency of " + task.caseNo());
	}

	@Test // invariant 7
	void aSentenceInTheEngineIsFound() {
		TaskRow task = walkedTo((row) -> true);
		sql("""
				update act_ru_variable set text_ = ? where id_ = (select min(v.id_) from act_ru_variable v
				where v.text_ is not null and v.proc_inst_id_ = (select proc_inst_id_ from act_ru_task where id_ = ?))""",
				FormFiller.MARK + "1", task.id());
		assertFound("7: 1 rows of act_ru_variable");
	}

	@Test // invariant 7
	void aFieldThatIsNotMeantForTheReaderIsFound() throws Exception {
		TaskRow task = walkedTo((row) -> row.element().equals(CrisisCaseProcess.CONFIRM_LEADER_REPORT));
		int number = this.walk.texts()
			.entrySet()
			.stream()
			.filter((text) -> !text.getValue().sees().contains("leader"))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseGet(() -> {
				this.walk.texts().put(-7, new Walk.Typed("nobody", "note-session", "note", java.util.Set.of()));
				return -7;
			});
		JsonNode form = new ObjectMapper()
			.readTree("{\"id\":\"confirm-leader-report\",\"components\":[{\"text\":\"" + FormFiller.MARK + "9999\"}]}");
		this.walk.texts().put(9999, this.walk.texts().get(number));
		assertThat(new Invariants(this.walk).shown(task.owners().get(0), task, new OpenedForm(form)))
			.anyMatch((found) -> found.startsWith("7: confirm-leader-report shows"));
	}

	@Test // invariant 8
	void aFinishedCaseThatStillRunsIsFound() {
		TaskRow task = walkedTo((row) -> true);
		close(task, CaseStatus.NOT_A_CRISIS);
		assertFound("8: " + task.caseNo() + " is NOT_A_CRISIS and still runs");
		stop(task.caseNo());
	}

	@Test // invariant 9
	void aTaskOfferedToABlockedGuardianIsFound() {
		TaskRow task = walkedTo((row) -> !guardians(row).isEmpty());
		Map.Entry<String, UUID> guardian = guardians(task).entrySet().iterator().next();
		this.world.directory().markSafeToInform(guardian.getValue(), SafeToInform.NO);
		system(task, "changeNoted");
		this.world.engine().getTaskService().addCandidateUser(task.id(), guardian.getKey());
		assertFound("9: " + task.element());
	}

	@Test // invariant 10
	void aTaskOfferedToSomebodyWhoIsAvoidedIsFound() {
		TaskRow task = walkedTo((row) -> !this.walk.memories().get(row.caseNo()).avoided().isEmpty());
		String avoided = this.walk.memories().get(task.caseNo()).avoided().iterator().next();
		this.world.engine().getTaskService().addCandidateUser(task.id(), avoided);
		assertFound("10: " + task.element());
	}

	@Test // invariant 11
	void anAssessmentThatGoesOnAfterADeathIsFound() {
		TaskRow task = walkedTo((row) -> row.process().equals("RiskAssessment"));
		write(task, "report-change", Map.of("changeKind", "DEATH"));
		assertFound("11: after the death " + task.element());
	}

	@Test // invariant 11
	void aTaskThatIsOfferedToTheFamilyAfterADeathIsFound() {
		TaskRow task = walkedTo((row) -> !guardians(row).isEmpty());
		write(task, "report-change", Map.of("changeKind", "DEATH"));
		this.world.engine().getTaskService().addCandidateUser(task.id(), guardians(task).keySet().iterator().next());
		assertFound("11: " + task.element());
	}

	private TaskRow walkedTo(Predicate<TaskRow> where) {
		for (long seed = 1; seed < 20; seed++) {
			this.walk = new Walk(this.world, new WalkReport(), seed, 6);
			Random dice = new Random(seed);
			for (int step = 0; step < 60; step++) {
				this.walk.take(dice.nextLong());
				List<TaskRow> tasks = this.walk.state().tasks().stream().filter(where).toList();
				if (!tasks.isEmpty()) {
					return tasks.get(0);
				}
			}
			this.walk.end();
		}
		throw new AssertionError("No walk came there");
	}

	private void assertFound(String begins) {
		assertThat(this.walk.violations()).anyMatch((found) -> found.startsWith(begins));
	}

	private void sql(String statement, Object... values) {
		this.world.jdbc().update(statement, values);
	}

	private Map<String, UUID> guardians(TaskRow task) {
		return new HashMap<>(this.world.schools().guardianAccounts(this.walk.studentOf(task.caseNo())));
	}

	private void nothingWaits(String caseNo) {
		List<String> instances = new ArrayList<>(this.world.jdbc()
			.queryForList("""
					select proc_inst_id_ from act_ru_execution where tenant_id_ = ? and business_key_ = ?""",
					String.class, this.walk.school(), caseNo));
		for (String instance : instances) {
			sql("delete from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)",
					instance);
			sql("delete from act_ru_task where proc_inst_id_ = ?", instance);
			sql("delete from act_ru_job where process_instance_id_ = ?", instance);
		}
	}

	private void stop(String caseNo) {
		this.world.engine()
			.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNo)
			.tenantIdIn(this.walk.school())
			.rootProcessInstances()
			.list()
			.forEach((instance) -> this.world.engine()
				.getRuntimeService()
				.deleteProcessInstance(instance.getId(), "planted"));
	}

	private void write(TaskRow task, String form, Map<String, Object> fields) {
		this.world.transaction()
			.executeWithoutResult((status) -> this.world.caseFiles()
				.write(this.walk.ref(task.caseNo()), new NewEntry(EntryKind.SUBMISSION, this.walk.school() + ".leader1",
						form, null, "userTask_planted", null, fields)));
	}

	private void system(TaskRow task, String event) {
		this.world.transaction()
			.executeWithoutResult((status) -> this.world.caseFiles()
				.write(this.walk.ref(task.caseNo()), NewEntry.system(event, null, null, Map.of())));
	}

	private void rate(TaskRow task, String level) {
		this.world.transaction()
			.executeWithoutResult((status) -> this.world.caseFiles().rate(this.walk.ref(task.caseNo()), level));
		system(task, "changeNoted");
	}

	private void close(TaskRow task, CaseStatus status) {
		this.world.transaction()
			.executeWithoutResult((transaction) -> this.world.caseFiles().end(this.walk.ref(task.caseNo()), status));
	}

}
