package org.huxin.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for a person, the same that Tasklist lists, for our own pages.
 */
@Component
public class Worklist {

	private final ProcessEngine engine;

	private final Accounts accounts;

	private final Starters starters;

	private final Clock clock;

	Worklist(ProcessEngine engine, Accounts accounts, Starters starters, Clock clock) {
		this.engine = engine;
		this.accounts = accounts;
		this.starters = starters;
		this.clock = clock;
	}

	/**
	 * Every open task that stands in this person's lists, the earliest due date first:
	 * his own, those offered to him, and for leaders those of the school.
	 */
	@Transactional(readOnly = true)
	public List<WorkItem> of(Account person) {
		Set<String> schools = this.accounts.schoolsOf(person.name());
		if (schools.isEmpty()) {
			return List.of();
		}
		List<Task> tasks = query(schools).taskInvolvedUser(person.name()).list();
		Set<String> offered = query(schools).taskCandidateUser(person.name())
			.includeAssignedTasks()
			.list()
			.stream()
			.map(Task::getId)
			.collect(Collectors.toSet());
		return items(tasks, person.name(), offered);
	}

	/**
	 * Who owes what in one case, the earliest due date first. The caller has asked the
	 * gatekeeper whether the person may see the case.
	 */
	@Transactional(readOnly = true)
	public List<WorkItem> ofCase(String school, String caseNo, Account person) {
		List<Task> tasks = query(Set.of(school)).processInstanceBusinessKey(caseNo).list();
		return items(tasks, person.name(), Set.of());
	}

	/**
	 * The accounts a task is offered to.
	 */
	@Transactional(readOnly = true)
	public List<String> offeredTo(String taskId) {
		return tasks().getIdentityLinksForTask(taskId)
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()))
			.map(IdentityLink::getUserId)
			.toList();
	}

	/**
	 * Whether a task still waits for an account: it is his, or offered to him and taken
	 * by nobody.
	 */
	@Transactional(readOnly = true)
	public boolean waitsFor(String taskId, String account) {
		Task task = tasks().createTaskQuery().taskId(taskId).singleResult();
		if (task == null) {
			return false;
		}
		return (task.getAssignee() != null) ? account.equals(task.getAssignee()) : offeredTo(taskId).contains(account);
	}

	/**
	 * Whether a task still waits for anybody.
	 */
	@Transactional(readOnly = true)
	public boolean isOpen(String taskId) {
		return tasks().createTaskQuery().taskId(taskId).count() > 0;
	}

	/**
	 * What this person may start: process key and label.
	 */
	@Transactional(readOnly = true)
	public Map<String, String> startable(Account person) {
		if (person.school().isEmpty()) {
			return Map.of();
		}
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.startableInTasklist()
			.list()
			.stream()
			.filter((definition) -> this.starters.mayStart(person, parsed(definition)))
			.collect(Collectors.toMap(ProcessDefinition::getKey,
					(definition) -> Optional.ofNullable(definition.getName()).orElse(definition.getKey())));
	}

	private ProcessDefinitionEntity parsed(ProcessDefinition definition) {
		return (ProcessDefinitionEntity) this.engine.getRepositoryService().getProcessDefinition(definition.getId());
	}

	private TaskQuery query(Set<String> schools) {
		return tasks().createTaskQuery().active().tenantIdIn(schools.toArray(String[]::new)).orderByDueDate().asc();
	}

	private TaskService tasks() {
		return this.engine.getTaskService();
	}

	private List<WorkItem> items(List<Task> tasks, String person, Set<String> offered) {
		Set<String> instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
		if (instances.isEmpty()) {
			return List.of();
		}
		Map<String, String> numbers = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceIds(instances)
			.list()
			.stream()
			.collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
		Instant now = this.clock.instant();
		return tasks.stream()
			.filter((task) -> numbers.containsKey(task.getProcessInstanceId()))
			.map((task) -> new WorkItem(task.getId(), numbers.getOrDefault(task.getProcessInstanceId(), ""),
					task.getTenantId(), task.getName(), task.getTaskDefinitionKey(),
					Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
					Optional.ofNullable(task.getAssignee()), person.equals(task.getAssignee()),
					task.getAssignee() == null && offered.contains(task.getId()),
					task.getDueDate() != null && task.getDueDate().toInstant().isBefore(now)))
			.toList();
	}

}
