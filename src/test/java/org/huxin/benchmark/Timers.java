package org.huxin.benchmark;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.huxin.CaseSteps;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.CaseStarts;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.school.PolicyProfiles;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thousands of cases whose next follow-up is due at the same moment. One is made as it
 * should be, the others are copies of its rows.
 */
final class Timers {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Set<String> IDS = Set.of("id_", "execution_id_", "proc_inst_id_", "process_instance_id_",
			"root_proc_inst_id_", "parent_id_", "act_inst_id_", "parent_act_inst_id_", "var_scope_");

	private final ApplicationContext context;

	private final Bystander bystander;

	private final List<UUID> students;

	/** How fast it went. */
	record Run(int jobs, double perSecond, double emergencySeconds, long failed) {
	}

	Timers(ApplicationContext context, Bystander bystander, List<UUID> students) {
		this.context = context;
		this.bystander = bystander;
		this.students = students;
	}

	/** Makes that many waiting follow-ups in the product and in the other engine. */
	void prepare(StockEngine other, int count) {
		CaseStarts starts = this.context.getBean(CaseStarts.class);
		ProcessEngine engine = this.context.getBean(ProcessEngine.class);
		List<CaseRef> cases = cases(count);
		CaseRef first = cases.get(0);
		Script script = new Script("follow-up", BusinessTime.now(), this.students.get(0), List.of());
		Map<String, Object> facts = Map.of("urgency", "WEEK", "contactPlan", "LIGHT", "guardianChannel", "OPEN",
				"guardianInformed", true, "followUpPeriod", 0L);
		Recorder.into(script);
		try {
			starts.begin(first, MonthlyFollowUpProcess.KEY, LocalDateTime.ofInstant(BusinessTime.now(), ZONE), facts);
			BenchmarkWalk.run(engine, this.bystander, first.number());
		}
		finally {
			Recorder.into(null);
		}
		Map<String, Object> variables = new HashMap<>(facts);
		variables.put("caseNo", first.number());
		other.replay().begin(first.number(), script);
		other.engine()
			.getRuntimeService()
			.startProcessInstanceByKey(MonthlyFollowUpProcess.KEY, first.number(), variables);
		BenchmarkWalk.run(other.engine(), other.bystander(), first.number());
		other.replay().end(first.number());
		List<String> numbers = cases.subList(1, cases.size()).stream().map(CaseRef::number).toList();
		copy(this.bystander, first.number(), numbers);
		copy(other.bystander(), first.number(), numbers);
	}

	private List<CaseRef> cases(int count) {
		CaseFiles files = this.context.getBean(CaseFiles.class);
		TransactionTemplate transaction = this.context.getBean(TransactionTemplate.class);
		long policy = this.context.getBean(PolicyProfiles.class).currentVersion(CaseSteps.SCHOOL);
		List<CaseRef> cases = new ArrayList<>();
		while (cases.size() < count) {
			int portion = Math.min(200, count - cases.size());
			transaction.executeWithoutResult((status) -> {
				for (int i = 0; i < portion; i++) {
					UUID student = this.students.get(cases.size() % this.students.size());
					cases.add(files.open(CaseSteps.SCHOOL, student, policy, List.of()));
				}
			});
		}
		return cases;
	}

	private static void copy(Bystander side, String first, List<String> numbers) {
		JdbcTemplate jdbc = side.jdbc();
		String instance = jdbc.queryForObject(
				"select id_ from " + side.schema() + ".act_ru_execution where business_key_ = ? and parent_id_ is null",
				String.class, first);
		Map<String, String> owners = new java.util.LinkedHashMap<>();
		owners.put("act_hi_procinst", "proc_inst_id_");
		owners.put("act_hi_actinst", "proc_inst_id_");
		owners.put("act_hi_varinst", "proc_inst_id_");
		owners.put("act_ru_execution", "proc_inst_id_");
		owners.put("act_ru_variable", "proc_inst_id_");
		owners.put("act_ru_job", "process_instance_id_");
		owners.forEach((table, owner) -> {
			List<String> columns = jdbc.queryForList(
					"select column_name from information_schema.columns where table_schema = ? and table_name = ?",
					String.class, side.schema(), table);
			String copied = columns.stream().map(Timers::copied).collect(Collectors.joining(", "));
			jdbc.update((connection) -> {
				java.sql.PreparedStatement statement = connection.prepareStatement("insert into " + side.schema() + "."
						+ table + " (" + String.join(", ", columns) + ") select " + copied + " from " + side.schema()
						+ "." + table + " t, unnest(?) with ordinality as n(number, place) where t." + owner + " = ?");
				statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
				statement.setString(2, instance);
				return statement;
			});
		});
		for (String table : owners.keySet()) {
			jdbc.execute("analyze " + side.schema() + "." + table);
		}
	}

	private static String copied(String column) {
		if (IDS.contains(column)) {
			// ends with the machine's address, the same for all
			return "left(t." + column + ", length(t." + column + ") - 6) || to_hex(n.place + 1048576)";
		}
		if (column.equals("business_key_")) {
			return "case when t.business_key_ is null then null else n.number end";
		}
		return "t." + column;
	}

	/** Lets the job executor work until the last task exists. */
	Run run(ProcessEngine engine, Bystander side, int jobs, Runnable emergency) throws InterruptedException {
		JobExecutor executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getJobExecutor();
		String waiting = "select count(*) from " + side.schema()
				+ ".act_ru_job where process_def_key_ = 'MonthlyFollowUp' and retries_ > 0";
		BusinessTime.shiftAll(Duration.ofDays(32).toMillis());
		long begin = System.nanoTime();
		executor.start();
		Thread helper = null;
		try {
			while (true) {
				int left = java.util.Objects.requireNonNull(side.jdbc().queryForObject(waiting, Integer.class));
				if (left == 0) {
					break;
				}
				if (helper == null && emergency != null && left < jobs * 0.6) {
					helper = new Thread(emergency, "emergency");
					helper.start();
				}
				Thread.sleep(100);
			}
			double seconds = (System.nanoTime() - begin) / 1e9;
			if (helper != null) {
				helper.join(60_000);
			}
			long failed = java.util.Objects.requireNonNull(side.jdbc()
				.queryForObject("select count(*) from " + side.schema() + ".act_ru_job where retries_ = 0",
						Long.class));
			return new Run(jobs, jobs / seconds, 0, failed);
		}
		finally {
			executor.shutdown();
			BusinessTime.shiftAll(0);
		}
	}

	/** Whether the first task of an emergency exists. */
	boolean isCommandAsked(String number) {
		return this.bystander.task(number, EmergencyResponseProcess.TAKE_COMMAND).isPresent();
	}

}
