package org.huxin.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing but declared routing facts is ever stored in the engine, whoever tries and
 * however.
 */
@HuxinTest
class VariableGuardTests {

	private static final String SENTENCE = "canary5e1d 他说不想活了";

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final JdbcTemplate jdbc;

	private final CaseSteps steps;

	private final Set<String> declared;

	private CaseRef ref = new CaseRef("", "");

	private String execution = "";

	private String task = "";

	@Autowired
	VariableGuardTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory, JdbcTemplate jdbc,
			VariableGuard guard) {
		this.walk = walk;
		this.engine = engine;
		this.jdbc = jdbc;
		this.steps = new CaseSteps(walk, directory, 4);
		this.declared = guard.names();
	}

	@BeforeEach
	void aCase() {
		this.ref = this.steps.reported();
		Task task = this.walk.task(this.ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.task = task.getId();
		this.execution = task.getExecutionId();
	}

	@Test
	void noWayOfTheEngineStoresAnUndeclaredNameOrAText() {
		RuntimeService runtime = this.engine.getRuntimeService();
		TaskService tasks = this.engine.getTaskService();
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("note", "x");
		values.put("level", "ACUTE");
		values.put("loopCounter", "1");
		values.put("loopCounter ", 1);
		values.put("careTrack ", "NONE");
		values.put("caretrack", "NONE");
		values.put("", "NONE");
		values.put("careTrack", SENTENCE);
		values.put("urgency", "now");
		values.put("caseNo", SENTENCE);
		values.put("discoveredAt", "2026-01-01");
		values.put("secondPerson", "true");
		values.put("followUpPeriod", 1.5);
		values.put("verifyDue", List.of(SENTENCE));
		values.put("outcome", new HashMap<>(Map.of("a", SENTENCE)));
		values.put("confirmation", SENTENCE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		values.put("reportRoute", new Words(SENTENCE));
		values.put("reportMoment", Variables.fileValue(SENTENCE).file(new byte[] { 1 }).create());
		values.put("supportOutcome", SpinValues.jsonValue("[\"" + SENTENCE + "\"]").create());
		values.put("guardianChannel", Variables.objectValue(new Words(SENTENCE)).create());
		values.put("undeclared", null);
		values.put("anything", true);
		values.put("number", 42L);
		values.put("date", new Date());
		values.forEach((name, value) -> {
			Map<String, Object> one = new HashMap<>();
			one.put(name, value);
			List<Runnable> ways = List.of(() -> runtime.setVariable(this.execution, name, value),
					() -> runtime.setVariableLocal(this.execution, name, value),
					() -> runtime.setVariables(this.execution, one),
					() -> runtime.setVariablesLocal(this.execution, one),
					() -> tasks.setVariable(this.task, name, value),
					() -> tasks.setVariableLocal(this.task, name, value), () -> tasks.setVariables(this.task, one),
					() -> tasks.setVariablesLocal(this.task, one));
			for (int i = 0; i < ways.size(); i++) {
				Runnable way = ways.get(i);
				assertThatExceptionOfType(RuntimeException.class).as(name + " = " + value + ", way " + i)
					.isThrownBy(way::run);
			}
		});
		assertNothingButDeclaredFacts();
	}

	@Test
	void aTransientVariableLeavesNoTrace() {
		try {
			this.engine.getRuntimeService().setVariable(this.execution, "note", Variables.stringValue(SENTENCE, true));
		}
		catch (RuntimeException ex) {
			assertThat(ex).hasMessageNotContaining("canary5e1d");
		}
		assertNothingButDeclaredFacts();
	}

	@Test
	void everyDeclaredFactPassesWithItsOwnValuesOnly() {
		RuntimeService runtime = this.engine.getRuntimeService();
		for (ProcessVariable<?> fact : new CrisisCaseProcess().all()) {
			for (String code : fact.codes()) {
				assertThatCode(() -> runtime.setVariable(this.execution, fact.name(), code)).as(fact.name())
					.doesNotThrowAnyException();
				assertThatExceptionOfType(RuntimeException.class).as(fact.name())
					.isThrownBy(() -> runtime.setVariable(this.execution, fact.name(), code + "\n" + SENTENCE));
			}
		}
		for (int i = 0; i < 4; i++) {
			String counter = List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances")
				.get(i);
			assertThatCode(() -> runtime.setVariableLocal(this.execution, counter, 3)).doesNotThrowAnyException();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> runtime.setVariableLocal(this.execution, counter, SENTENCE));
		}
		assertNothingButDeclaredFacts();
	}

	@Test
	void aRefusalIsSaidInChineseAndRepeatsNoValue() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.engine.getRuntimeService().setVariable(this.execution, "note", SENTENCE))
			.withMessageContaining("不能作为流转信息")
			.withMessageNotContaining("canary5e1d");
	}

	@Test
	void thousandsOfRandomMapsLeaveNothingUndeclaredInTheEngine() {
		long seed = System.nanoTime();
		System.out.println("VariableGuardTests seed " + seed);
		Random random = new Random(seed);
		String definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CrisisCaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
		this.walk.as("counselor", () -> {
			this.engine.getTaskService().setAssignee(this.task, null);
			this.engine.getTaskService().claim(this.task, "counselor");
			return this.task;
		});
		int refused = 0;
		for (int i = 0; i < 2000; i++) {
			Map<String, Object> values = randomMap(random, i % 4 == 0);
			boolean start = i % 2 == 0;
			try {
				this.walk.as((start) ? "teacher" : "counselor", () -> {
					if (start) {
						this.engine.getFormService().submitStartForm(definition, values);
					}
					else {
						this.engine.getFormService().submitTaskForm(this.task, values);
					}
					return values;
				});
			}
			catch (RuntimeException ex) {
				refused++;
				assertThat(ex.getMessage()).as("seed " + seed).doesNotContain("canary5e1d");
			}
		}
		assertThat(refused).as("seed " + seed).isPositive().isLessThanOrEqualTo(2000);
		assertNothingButDeclaredFacts();
	}

	private Map<String, Object> randomMap(Random random, boolean nearlyRight) {
		Map<String, Object> values = new HashMap<>();
		if (nearlyRight) {
			values.put("dangerNow", "NO");
			values.put("studentRef", this.walk.student("qinghe", random.nextInt(28)).id().toString());
			values.put("observed", SENTENCE);
			values.put("whereNow", "WITH_SOMEONE");
			values.put("staffInvolved", "NO");
		}
		List<String> names = new ArrayList<>(this.declared);
		names.addAll(List.of("note", "observed", "level", "loopCounter", "dangerNow", "informSafe", "caseNo ", "",
				"reason", "_", "名字", "execution", "assignee", "businessKey"));
		int size = random.nextInt(4) + ((nearlyRight) ? 0 : 1);
		for (int i = 0; i < size; i++) {
			values.put(names.get(random.nextInt(names.size())), randomValue(random));
		}
		return values;
	}

	private static Object randomValue(Random random) {
		return switch (random.nextInt(14)) {
			case 0 -> SENTENCE;
			case 1 -> "";
			case 2 -> "ACUTE";
			case 3 -> random.nextLong();
			case 4 -> random.nextDouble();
			case 5 -> random.nextBoolean();
			case 6 -> new Date(random.nextInt());
			case 7 -> List.of(SENTENCE, 1);
			case 8 -> new HashMap<>(Map.of("a", SENTENCE));
			case 9 -> new byte[random.nextInt(20)];
			case 10 -> new Words(SENTENCE);
			case 11 -> SpinValues.jsonValue("[\"" + SENTENCE + "\"]").create();
			case 12 -> Variables.stringValue(SENTENCE, true);
			default -> "${execution.setVariable('note', 'x')}";
		};
	}

	private void assertNothingButDeclaredFacts() {
		List<Map<String, Object>> rows = this.jdbc
			.queryForList("select name_, type_, text_, text2_, bytearray_id_ from act_ru_variable");
		assertThat(rows.size()).isPositive();
		List<String> strange = rows.stream()
			.filter((row) -> !isDeclaredFact(row))
			.map(Map::toString)
			.distinct()
			.toList();
		assertThat(strange.stream().limit(10)).as(strange.size() + " strange values").isEmpty();
		assertThat(this.jdbc.queryForList("""
				select name_ from act_ge_bytearray where deployment_id_ is null
				and name_ <> 'job.exceptionByteArray'""", String.class)).as("the watchdog's tests let jobs fail")
			.isEmpty();
		for (String table : List.of("act_hi_varinst", "act_hi_detail", "act_hi_decinst", "act_hi_comment",
				"act_hi_attachment")) {
			assertThat(this.jdbc.queryForObject("select count(*) from " + table, Integer.class)).as(table).isZero();
		}
	}

	private boolean isDeclaredFact(Map<String, Object> row) {
		return this.declared.contains(row.get("name_")) && row.get("bytearray_id_") == null && row.get("text2_") == null
				&& String.valueOf(row.get("text_")).matches("null|-?\\d+|[A-Z][A-Z0-9_]*|\\d{4}-\\d{4,6}")
				&& List.of("string", "boolean", "date", "long", "integer", "null").contains(row.get("type_"));
	}

	/** Something that only Java knows. */
	private record Words(String text) implements Serializable {
	}

}
