package org.huxin.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.Drafts;
import org.huxin.casefile.NewEntry;
import org.huxin.school.SchoolDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a late task to the next person: everybody else in its roles may take it too, and
 * it rises to the top of the lists. Who has begun to fill in its form keeps it, unless he
 * has left; from anybody else it is free for whoever comes first. The case file says so.
 */
@Component
public class Escalation {

	/** The priority of a task that is late. */
	static final int LATE = 100;

	private final ObjectProvider<ProcessEngine> engine;

	private final Assignment assignment;

	private final CaseFiles caseFiles;

	private final Drafts drafts;

	private final SchoolDirectory directory;

	Escalation(ObjectProvider<ProcessEngine> engine, Assignment assignment, CaseFiles caseFiles, Drafts drafts,
			SchoolDirectory directory) {
		this.engine = engine;
		this.assignment = assignment;
		this.caseFiles = caseFiles;
		this.drafts = drafts;
		this.directory = directory;
	}

	/**
	 * Offers an open task to the next level and records it.
	 * @return the accounts it was offered to besides those who had it
	 */
	@Transactional
	public List<String> toNextLevel(String taskId) {
		Task task = find(taskId);
		if (task == null) {
			return List.of();
		}
		List<String> added = this.assignment.widen(refOf(task), offer(task), candidates(taskId));
		tasks().setPriority(taskId, LATE);
		offerTo(task, added);
		return added;
	}

	/**
	 * Offers a late task whose owners have all left to whoever has come into its roles
	 * since: nothing waits for ever for somebody who is gone.
	 * @param active the accounts that work here now
	 */
	@Transactional
	void toNewcomers(Task task, Set<String> active) {
		Set<String> candidates = candidates(task.getId());
		boolean owned = (task.getAssignee() != null) ? active.contains(task.getAssignee())
				: candidates.stream().anyMatch(active::contains);
		if (owned) {
			return;
		}
		List<String> added = this.assignment.newcomers(refOf(task), offer(task), candidates);
		if (!added.isEmpty() || hasLeft(task)) {
			offerTo(task, added);
		}
	}

	private void offerTo(Task task, List<String> added) {
		added.forEach((account) -> tasks().addCandidateUser(task.getId(), account));
		if (hasLeft(task) || (!added.isEmpty() && task.getAssignee() != null && !hasBegun(task))) {
			tasks().setAssignee(task.getId(), null);
		}
		this.caseFiles.write(refOf(task), NewEntry.system("escalated", task.getTaskDefinitionKey(), task.getId(),
				Map.of("task", task.getName(), "offeredTo", added)));
	}

	private @Nullable Task find(String taskId) {
		return tasks().createTaskQuery().taskId(taskId).singleResult();
	}

	private Set<String> candidates(String taskId) {
		Set<String> candidates = new HashSet<>();
		for (IdentityLink link : tasks().getIdentityLinksForTask(taskId)) {
			if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null) {
				candidates.add(link.getUserId());
			}
		}
		return candidates;
	}

	private TaskService tasks() {
		return this.engine.getObject().getTaskService();
	}

	private boolean hasLeft(Task task) {
		return task.getAssignee() != null && !this.directory.isActive(task.getAssignee());
	}

	private boolean hasBegun(Task task) {
		return this.drafts.find(task.getAssignee(), Door.draftOfTask(task.getId())).isPresent();
	}

	/**
	 * Whether the model draws the reminder and the escalation of this task itself.
	 */
	boolean hasOwnTimers(Task task) {
		return offer(task).ownTimers();
	}

	CaseRef refOf(Task task) {
		String number = this.engine.getObject()
			.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
		return new CaseRef(task.getTenantId(), number);
	}

	Offer offer(Task task) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine.getObject()
			.getProcessEngineConfiguration();
		ProcessDefinitionEntity definition = configuration.getCommandExecutorTxRequired()
			.execute((context) -> configuration.getDeploymentCache()
				.findDeployedProcessDefinitionById(task.getProcessDefinitionId()));
		return Offer.of(definition, task.getTaskDefinitionKey());
	}

}
