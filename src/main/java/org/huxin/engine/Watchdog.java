package org.huxin.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nothing falls out of the loop: looks for open cases that no task and no timer moves
 * (invariant 1), for steps that have failed for good, and for what was suspended. What it
 * finds stands in the case file, on the first screen of the responsible counsellor and on
 * the page of the administrators until it goes on. A task whose owners have all gone, or
 * are all absent, is dealt anew.
 */
@Component
public class Watchdog {

	private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

	/** The class in the first line of a stack trace; what follows it may hold words. */
	private static final Pattern ERROR = Pattern.compile("[\\w.$]*?(\\w+(?:Exception|Error|Throwable))\\b.*",
			Pattern.DOTALL);

	private final ProcessEngine engine;

	private final CaseFiles caseFiles;

	private final Gatekeeper gatekeeper;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final Reassignment reassignment;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate survey;

	private final TransactionTemplate writing;

	private final Clock clock;

	Watchdog(ProcessEngine engine, CaseFiles caseFiles, Gatekeeper gatekeeper, Accounts accounts,
			SchoolDirectory directory, Reassignment reassignment, JdbcTemplate jdbc,
			PlatformTransactionManager transactions, Clock clock) {
		this.engine = engine;
		this.caseFiles = caseFiles;
		this.gatekeeper = gatekeeper;
		this.accounts = accounts;
		this.directory = directory;
		this.reassignment = reassignment;
		this.jdbc = jdbc;
		this.survey = new TransactionTemplate(transactions);
		this.survey.setReadOnly(true);
		// case files and engine as they are at one moment: what is on its way from a task
		// to a timer is no fault
		this.survey.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.writing = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** What is wrong with what. */
	private record Fault(String school, String caseNo, StuckCase.Kind kind, String subject) {

		Optional<CaseRef> ref() {
			return this.caseNo.isEmpty() ? Optional.empty() : Optional.of(new CaseRef(this.school, this.caseNo));
		}

	}

	/**
	 * Looks at every open case.
	 */
	@Scheduled(fixedDelayString = "${huxin.watchdog}", initialDelayString = "${huxin.watchdog}")
	public void look() {
		Set<Fault> found = Objects.requireNonNull(this.survey.execute((status) -> faults()));
		Set<Fault> known = new LinkedHashSet<>(
				this.jdbc.query("select school, case_no, kind, subject from huxin.watch_finding where gone_at is null",
						(row, number) -> new Fault(row.getString(1), row.getString(2),
								StuckCase.Kind.valueOf(row.getString(3)), row.getString(4))));
		found.stream().filter((fault) -> !known.contains(fault)).forEach(this::report);
		known.stream().filter((fault) -> !found.contains(fault)).forEach(this::over);
		withoutOwner().forEach(this.reassignment::dealAnew);
	}

	private Set<Fault> faults() {
		Set<Fault> faults = new LinkedHashSet<>();
		List<CaseRef> open = this.caseFiles.openCases();
		Map<String, CaseRef> cases = new HashMap<>();
		Set<CaseRef> running = new HashSet<>();
		Set<CaseRef> moving = new HashSet<>();
		for (ProcessInstance instance : this.engine.getRuntimeService().createProcessInstanceQuery().list()) {
			if (instance.getTenantId() == null || instance.getBusinessKey() == null) {
				continue;
			}
			CaseRef ref = new CaseRef(instance.getTenantId(), instance.getBusinessKey());
			cases.put(instance.getProcessInstanceId(), ref);
			running.add(ref);
			if (instance.isSuspended()) {
				faults.add(fault(ref, StuckCase.Kind.SUSPENDED, instance.getProcessInstanceId()));
				moving.add(ref);
			}
		}
		for (Task task : this.engine.getTaskService().createTaskQuery().active().list()) {
			Optional.ofNullable(cases.get(task.getProcessInstanceId())).ifPresent(moving::add);
		}
		for (Job job : this.engine.getManagementService().createJobQuery().list()) {
			CaseRef ref = (job.getProcessInstanceId() != null) ? cases.get(job.getProcessInstanceId()) : null;
			boolean ofSuspended = ref != null && faults
				.contains(fault(ref, StuckCase.Kind.SUSPENDED, Objects.requireNonNull(job.getProcessInstanceId())));
			if (job.getRetries() <= 0) {
				faults.add(fault(ref, StuckCase.Kind.JOB_FAILED, job.getId()));
			}
			else if (job.isSuspended() && !ofSuspended) {
				faults.add(fault(ref, StuckCase.Kind.SUSPENDED, job.getId()));
			}
			if (ref != null) {
				// what is told by itself is not told twice
				moving.add(ref);
			}
		}
		for (Incident incident : this.engine.getRuntimeService().createIncidentQuery().list()) {
			boolean root = incident.getId().equals(incident.getRootCauseIncidentId());
			if (root && !Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
				faults
					.add(fault(cases.get(incident.getProcessInstanceId()), StuckCase.Kind.INCIDENT, incident.getId()));
			}
		}
		for (CaseRef ref : open) {
			if (!running.contains(ref)) {
				faults.add(fault(ref, StuckCase.Kind.GONE, ""));
			}
			else if (!moving.contains(ref)) {
				faults.add(fault(ref, StuckCase.Kind.STUCK, ""));
			}
		}
		return faults;
	}

	private static Fault fault(@Nullable CaseRef ref, StuckCase.Kind kind, String subject) {
		return (ref != null) ? new Fault(ref.school(), ref.number(), kind, subject) : new Fault("", "", kind, subject);
	}

	private void report(Fault fault) {
		attempt(() -> {
			int fresh = this.jdbc.update("""
					insert into huxin.watch_finding (school, case_no, kind, subject, found_at) values (?, ?, ?, ?, ?)
					on conflict do nothing""", fault.school(), fault.caseNo(), fault.kind().name(), fault.subject(),
					Timestamp.from(this.clock.instant()));
			if (fresh == 1) {
				note(fault, "watchdogFound");
				log.warn("Case {} stands still: {}", fault.caseNo(), fault.kind());
			}
		});
	}

	private void over(Fault fault) {
		attempt(() -> {
			int fresh = this.jdbc.update("""
					update huxin.watch_finding set gone_at = ?
					where school = ? and case_no = ? and kind = ? and subject = ? and gone_at is null""",
					Timestamp.from(this.clock.instant()), fault.school(), fault.caseNo(), fault.kind().name(),
					fault.subject());
			if (fresh == 1) {
				note(fault, "watchdogOver");
			}
		});
	}

	private void note(Fault fault, String event) {
		fault.ref()
			.filter((ref) -> this.caseFiles.find(ref).isPresent())
			.ifPresent((ref) -> this.caseFiles.write(ref,
					NewEntry.system(event, null, null, Map.of("kind", fault.kind().name()))));
	}

	private void attempt(Runnable action) {
		try {
			this.writing.executeWithoutResult((status) -> action.run());
		}
		catch (RuntimeException ex) {
			log.error("A finding of the watchdog could not be noted and is tried again: {}",
					ex.getClass().getSimpleName());
		}
	}

	/** Open tasks that nobody who is there today has, with one of those who had them. */
	private Map<String, String> withoutOwner() {
		String[] present = this.directory.presentAccounts(LocalDate.now(this.clock)).toArray(String[]::new);
		Map<String, String> tasks = new HashMap<>();
		this.jdbc.query("""
				select task.id_, coalesce(task.assignee_, min(link.user_id_), '')
				from public.act_ru_task task
				left join public.act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
				where task.suspension_state_ = 1
				group by task.id_, task.assignee_
				having case when task.assignee_ is not null then not task.assignee_ = any (?)
					else not coalesce(bool_or(link.user_id_ = any (?)), false) end""", (ResultSet row) -> {
			tasks.put(row.getString(1), row.getString(2));
		}, present, present);
		tasks.values().removeIf((account) -> this.directory.guardianByAccount(account).isPresent());
		return tasks;
	}

	// for people

	/**
	 * The cases of a counsellor that stand still: those that he is responsible for, or
	 * may take on.
	 */
	@Transactional(readOnly = true)
	public List<CaseRef> stuckCasesOf(Account person) {
		if (!person.roles().contains(Role.COUNSELOR) && !person.roles().contains(Role.LEADER)) {
			return List.of();
		}
		Set<String> schools = this.accounts.schoolsOf(person.name());
		return this.jdbc
			.query("""
					select distinct school, case_no from huxin.watch_finding
					where gone_at is null and case_no <> '' order by case_no""",
					(row, number) -> new CaseRef(row.getString(1), row.getString(2)))
			.stream()
			.filter((ref) -> schools.contains(ref.school()))
			.filter((ref) -> this.caseFiles.find(ref).filter((file) -> isToldTo(person, file)).isPresent())
			.toList();
	}

	private boolean isToldTo(Account person, CaseSummary file) {
		return switch (this.gatekeeper.reading(person, file)) {
			case ALL -> true;
			case OWN_PART -> person.roles().contains(Role.LEADER)
					&& this.directory.withRole(file.ref().school(), Role.COUNSELOR).isEmpty();
			case NONE -> false;
		};
	}

	/**
	 * What stands still in a school, or everywhere, the oldest first.
	 * @param school the school's code; empty for everything
	 */
	@Transactional(readOnly = true)
	public List<StuckCase> stuck(Optional<String> school) {
		List<StuckCase> found = new ArrayList<>();
		this.jdbc.query("""
				select finding.*, last.pressed_by, last.pressed_at from huxin.watch_finding finding
				left join lateral (select * from huxin.watch_retry retry where retry.finding_id = finding.id
					order by retry.pressed_at desc limit 1) last on true
				where finding.gone_at is null and (finding.school = ? or ?) order by finding.found_at, finding.id""",
				(ResultSet row) -> {
					found.add(stuck(row));
				}, school.orElse(""), school.isEmpty());
		return List.copyOf(found);
	}

	private StuckCase stuck(ResultSet row) throws SQLException {
		StuckCase.Kind kind = StuckCase.Kind.valueOf(row.getString("kind"));
		Optional<Job> job = job(row.getString("subject"));
		return new StuckCase(row.getLong("id"), row.getString("school"), row.getString("case_no"), kind,
				row.getTimestamp("found_at").toInstant(), job.flatMap(this::step), job.flatMap(this::error),
				Optional.ofNullable(row.getTimestamp("pressed_at")).map(Timestamp::toInstant),
				Optional.ofNullable(row.getString("pressed_by")));
	}

	private Optional<Job> job(String id) {
		return id.isEmpty() ? Optional.empty()
				: Optional.ofNullable(management().createJobQuery().jobId(id).singleResult());
	}

	private Optional<String> step(Job job) {
		if (job.getJobDefinitionId() == null || job.getProcessDefinitionId() == null) {
			return Optional.empty();
		}
		@Nullable JobDefinition definition = management().createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		if (definition == null || definition.getActivityId() == null) {
			return Optional.empty();
		}
		@Nullable ModelElementInstance element = this.engine.getRepositoryService()
			.getBpmnModelInstance(job.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return (element instanceof FlowNode node) ? Optional.ofNullable(node.getName()) : Optional.empty();
	}

	/** The class alone: a message could carry what somebody wrote. */
	private Optional<String> error(Job job) {
		@Nullable String trace = management().getJobExceptionStacktrace(job.getId());
		if (trace == null) {
			return Optional.empty();
		}
		Matcher first = ERROR.matcher(trace.lines().findFirst().orElse(""));
		return first.matches() ? Optional.of(first.group(1)) : Optional.empty();
	}

	/**
	 * An administrator has something tried again. Who it was stands in the case file.
	 * @param school the administrator's school, empty if he administers everything
	 * @return whether there was such a finding that can be tried again
	 */
	@Transactional
	public boolean retry(Account administrator, Optional<String> school, long finding) {
		Optional<Fault> fault = this.jdbc
			.query("""
					select school, case_no, kind, subject from huxin.watch_finding
					where id = ? and gone_at is null and (school = ? or ?)""",
					(row, number) -> new Fault(row.getString(1), row.getString(2),
							StuckCase.Kind.valueOf(row.getString(3)), row.getString(4)),
					finding, school.orElse(""), school.isEmpty())
			.stream()
			.findFirst();
		if (fault.filter((known) -> known.kind().canBeRetried()).isEmpty()) {
			return false;
		}
		this.jdbc.update("insert into huxin.watch_retry (finding_id, pressed_by, pressed_at) values (?, ?, ?)", finding,
				administrator.name(), Timestamp.from(this.clock.instant()));
		// of no task: having pressed a button is no reason to see the case
		fault.get()
			.ref()
			.filter((ref) -> this.caseFiles.find(ref).isPresent())
			.ifPresent((ref) -> this.caseFiles.write(ref, new NewEntry(EntryKind.SYSTEM, administrator.name(),
					"watchdogRetried", null, null, null, Map.of("kind", fault.get().kind().name()))));
		again(fault.get());
		return true;
	}

	private void again(Fault fault) {
		Optional<Job> job = job(fault.subject());
		if (fault.kind() == StuckCase.Kind.JOB_FAILED && job.isPresent()) {
			management().setJobRetries(fault.subject(), 1);
			management().setJobDuedate(fault.subject(), Date.from(this.clock.instant()));
		}
		else if (job.isPresent()) {
			management().activateJobById(fault.subject());
		}
		else if (fault.kind() == StuckCase.Kind.SUSPENDED) {
			this.engine.getRuntimeService().activateProcessInstanceById(fault.subject());
		}
	}

	private ManagementService management() {
		return this.engine.getManagementService();
	}

}
