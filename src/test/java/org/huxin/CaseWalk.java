package org.huxin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.CaseStarts;
import org.huxin.engine.DeadlineWatch;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks cases through the real door as people do: everything a person does here passes
 * the same checks as in Tasklist. The job executor does not run in tests; timers fire
 * when the walk moves the clock.
 */
@TestComponent
public class CaseWalk {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final ProcessEngine engine;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final DeadlineWatch watch;

	private final CaseStarts starts;

	private final JdbcTemplate jdbc;

	public CaseWalk(ProcessEngine engine, Accounts accounts, SchoolDirectory directory, CaseFiles caseFiles,
			DeadlineWatch watch, CaseStarts starts, JdbcTemplate jdbc) {
		this.engine = engine;
		this.accounts = accounts;
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.watch = watch;
		this.starts = starts;
		this.jdbc = jdbc;
		resetClock();
	}

	/**
	 * Does something as a person.
	 */
	public <T> T as(String account, Supplier<T> action) {
		Account person = this.accounts.find(account).orElseThrow();
		IdentityService identity = this.engine.getIdentityService();
		identity.setAuthentication(account, person.roles().stream().map((role) -> role.id()).toList(),
				List.copyOf(this.accounts.schoolsOf(person)));
		try {
			return action.get();
		}
		finally {
			identity.clearAuthentication();
		}
	}

	/**
	 * A person submits the start form of a process.
	 * @return the case
	 */
	public CaseRef start(String account, String processKey, Map<String, Object> values) {
		ProcessDefinition definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(processKey)
			.latestVersion()
			.singleResult();
		ProcessInstance instance = as(account, () -> forms().submitStartForm(definition.getId(), values));
		return new CaseRef(instance.getTenantId(), instance.getBusinessKey());
	}

	/**
	 * Starts a called process by itself for a case that was reported, so that one model
	 * is tested without the path that leads to it.
	 */
	public void startCalled(CaseRef ref, String processKey, Map<String, Object> facts) {
		this.starts.begin(ref, processKey, LocalDateTime.ofInstant(now(), ZONE), facts);
		runDueJobs();
	}

	/**
	 * The open tasks of a case, whoever has them.
	 */
	public List<Task> tasks(CaseRef ref) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list();
	}

	/**
	 * The elements of its models at which a case waits for somebody.
	 */
	public List<String> waitingAt(CaseRef ref) {
		return tasks(ref).stream().map(Task::getTaskDefinitionKey).toList();
	}

	/**
	 * The one open task of a case at an element of its model.
	 */
	public Task task(CaseRef ref, String element) {
		return tasks(ref).stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(element))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"Case " + ref.number() + " does not wait at " + element + " but at " + waitingAt(ref)));
	}

	/**
	 * A person takes the task, where it is only offered, and submits its form.
	 */
	public void submit(String account, CaseRef ref, String element, Map<String, Object> values) {
		Task task = task(ref, element);
		as(account, () -> {
			if (task.getAssignee() == null) {
				taskService().claim(task.getId(), account);
			}
			forms().submitTaskForm(task.getId(), values);
			return Boolean.TRUE;
		});
		runDueJobs();
	}

	/**
	 * What the person is shown when he opens the task's form.
	 */
	public VariableMap shown(String account, CaseRef ref, String element) {
		return as(account, () -> forms().getTaskFormVariables(task(ref, element).getId(), null, false));
	}

	/**
	 * The form's JSON as the person gets it.
	 */
	public JsonNode form(String account, CaseRef ref, String element) {
		return as(account, () -> {
			try (InputStream form = forms().getDeployedTaskForm(task(ref, element).getId())) {
				return new ObjectMapper().readTree(form);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * The business time.
	 */
	public Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	/**
	 * The business day.
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(now(), ZONE);
	}

	/**
	 * Moves the business time forward; due timers fire, deadlines are looked at.
	 */
	public void forward(Duration step) {
		ahead(now().plus(step).toEpochMilli() - System.currentTimeMillis());
		runDueJobs();
		this.watch.look();
	}

	/**
	 * Brings the business time back to the real one, by night to the morning that comes:
	 * what is due at a time of day is then due alike. For every test that moved it.
	 */
	public void resetClock() {
		Instant real = Instant.now();
		Instant morning = real.atZone(ZONE).toLocalDate().atTime(9, 30).atZone(ZONE).toInstant();
		ahead(Math.max(0, Duration.between(real, morning).toMillis()));
	}

	// the demo's clock goes on from there
	private void ahead(long millis) {
		this.jdbc.update("""
				insert into huxin.demo_clock (ahead_millis) values (?)
				on conflict (only_row) do update set ahead_millis = excluded.ahead_millis""", millis);
		ClockUtil.offset(millis);
	}

	/**
	 * Runs every job that is due, of every case, until there is none, as the job executor
	 * does: with its context and in the name of the case's school.
	 */
	public void runDueJobs() {
		List<Job> due;
		do {
			due = this.engine.getManagementService().createJobQuery().executable().active().withRetriesLeft().list();
			due.forEach((job) -> run(job.getId()));
		}
		while (!due.isEmpty());
	}

	private void run(String jobId) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		Context.setJobExecutorContext(new JobExecutorContext());
		try {
			ExecuteJobHelper.executeJob(jobId, configuration.getCommandExecutorTxRequired());
		}
		finally {
			Context.removeJobExecutorContext();
		}
	}

	/**
	 * Whether anything of the case is still running.
	 */
	public boolean isRunning(CaseRef ref) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.count() > 0;
	}

	/**
	 * The elements of its models that a case has been at, in order.
	 */
	public List<String> path(CaseRef ref) {
		List<String> path = new ArrayList<>();
		this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list()
			.forEach((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.orderByHistoricActivityInstanceStartTime()
				.asc()
				.orderPartiallyByOccurrence()
				.asc()
				.list()
				.forEach((activity) -> path.add(activity.getActivityId())));
		return path;
	}

	/**
	 * When a task is due.
	 */
	public Optional<Instant> due(CaseRef ref, String element) {
		return Optional.ofNullable(task(ref, element).getDueDate()).map(Date::toInstant);
	}

	/**
	 * The entries of a case file.
	 */
	public List<RecordedEntry> entries(CaseRef ref) {
		return this.caseFiles.entries(ref);
	}

	/**
	 * The code of the school of an account.
	 */
	public String schoolOf(String account) {
		return this.accounts.find(account).flatMap(Account::school).orElseThrow();
	}

	/**
	 * A student of the school whom no other test of this run has been given.
	 */
	public StudentEntry student(String school, int index) {
		List<StudentEntry> students = this.directory.students(school);
		return students.get(index % students.size());
	}

	private FormService forms() {
		return this.engine.getFormService();
	}

	private TaskService taskService() {
		return this.engine.getTaskService();
	}

	/**
	 * Whether the job executor runs by itself. It must not in tests that move the clock.
	 */
	public boolean isJobExecutorActive() {
		return ((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor()
			.isActive();
	}

}
