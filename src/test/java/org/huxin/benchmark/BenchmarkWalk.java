package org.huxin.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.context.ApplicationContext;

/**
 * Walks one case on a business time of its own and remembers every step: as a script for
 * other engines, and as work that somebody did.
 */
final class BenchmarkWalk extends CaseWalk {

	private final Bystander bystander;

	private final ProcessEngine engine;

	private final StudentEntry student;

	private final List<Work> work = new ArrayList<>();

	private Script script;

	private CaseRef ref;

	private boolean idle;

	/**
	 * What somebody did.
	 *
	 * @param account who
	 * @param element the task, or the process that was started
	 * @param at when
	 * @param values what was filled in
	 */
	record Work(String account, String element, Instant at, Map<String, Object> values) {
	}

	private BenchmarkWalk(ApplicationContext context, Bystander bystander, StudentEntry student) {
		super(context.getBean(ProcessEngine.class), context.getBean(org.huxin.identity.Accounts.class),
				context.getBean(SchoolDirectory.class), context.getBean(org.huxin.casefile.CaseFiles.class),
				context.getBean(org.huxin.engine.DeadlineWatch.class),
				context.getBean(org.huxin.engine.CaseStarts.class),
				context.getBean(org.springframework.jdbc.core.JdbcTemplate.class));
		this.engine = context.getBean(ProcessEngine.class);
		this.bystander = bystander;
		this.student = student;
	}

	static BenchmarkWalk of(ApplicationContext context, Bystander bystander, String school, UUID student) {
		StudentEntry entry = context.getBean(SchoolDirectory.class)
			.students(school)
			.stream()
			.filter((one) -> one.id().equals(student))
			.findFirst()
			.orElseThrow();
		return new BenchmarkWalk(context, bystander, entry);
	}

	/** Writes a script of all that follows. */
	void record(Script script) {
		this.script = script;
		Recorder.into(script);
	}

	List<Work> work() {
		return this.work;
	}

	CaseRef ref() {
		return this.ref;
	}

	@Override
	public StudentEntry student(String school, int index) {
		return this.student;
	}

	@Override
	public Instant now() {
		return BusinessTime.now();
	}

	@Override
	public CaseRef start(String account, String processKey, Map<String, Object> values) {
		if (!this.idle) {
			BusinessTime.set(now().plusSeconds(60));
		}
		CaseRef started = super.start(account, processKey, values);
		this.work.add(new Work(account, processKey, now(), values));
		this.ref = started;
		if (this.script != null) {
			this.script.about(started.number());
			this.script.add(new Script.Step(account, processKey, null, now(), new HashMap<>(values),
					Recorder.lastFacts(), false));
		}
		runDueJobs();
		return started;
	}

	/** Somebody reports danger; the job executor does the rest. */
	String startOnly(org.huxin.CaseSteps steps) {
		this.idle = true;
		return steps.reported("dangerNow", "YES").number();
	}

	@Override
	public void submit(String account, CaseRef about, String element, Map<String, Object> values) {
		BusinessTime.set(now().plusSeconds(60));
		Task task = task(about, element);
		as(account, () -> {
			if (task.getAssignee() == null) {
				this.engine.getTaskService().claim(task.getId(), account);
			}
			try {
				this.engine.getFormService().submitTaskForm(task.getId(), values);
			}
			catch (RuntimeException ex) {
				throw new IllegalStateException("On " + now() + " " + account + " could not submit " + element + ": "
						+ ex.getMessage() + "; so far " + this.work.stream().map(Work::element).toList(), ex);
			}
			return Boolean.TRUE;
		});
		this.work.add(new Work(account, element, now(), values));
		if (this.script != null) {
			this.script.add(new Script.Step(account, null, element, now(), new HashMap<>(values), Recorder.lastFacts(),
					task.getAssignee() == null));
		}
		runDueJobs();
	}

	@Override
	public void forward(Duration step) {
		BusinessTime.set(now().plus(step));
		if (this.script != null) {
			this.script.add(new Script.Step(null, null, null, now(), Map.of(), Map.of(), false));
		}
		runDueJobs();
	}

	@Override
	public void resetClock() {
		// each case has a time of its own
	}

	@Override
	public void runDueJobs() {
		if (this.idle) {
			return;
		}
		run(this.engine, this.bystander, this.ref.number());
	}

	/** Runs what is due in a case, as the job executor does. */
	static int run(ProcessEngine engine, Bystander bystander, String businessKey) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine
			.getProcessEngineConfiguration();
		int done = 0;
		List<String> due = bystander.dueJobs(businessKey, BusinessTime.now());
		while (!due.isEmpty()) {
			for (String job : due) {
				Context.setJobExecutorContext(new JobExecutorContext());
				try {
					ExecuteJobHelper.executeJob(job, configuration.getCommandExecutorTxRequired());
				}
				finally {
					Context.removeJobExecutorContext();
				}
				done++;
			}
			due = bystander.dueJobs(businessKey, BusinessTime.now());
		}
		return done;
	}

}
