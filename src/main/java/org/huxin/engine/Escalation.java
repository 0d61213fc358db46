package org.huxin.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.Drafts;
import org.huxin.casefile.NewEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a task to other persons: a late one to the next level, where everybody else in
 * its roles may take it too and it rises to the top of the lists; one that nobody takes
 * to level after level; one whose owner's work has changed to whom it belongs now. Who
 * has begun to fill in the form of a late task keeps it, unless he has left or is absent;
 * from anybody else it is free for whoever comes first. The case file says so.
 */
@Component
public class Escalation {

	/** The priority of a task that is late. */
	static final int LATE = 100;

	private final ObjectProvider<ProcessEngine> engine;

	private final Assignment assignment;

	private final CaseFiles caseFiles;

	private final Drafts drafts;

	private final MissedDeadlines register;

	private final LadderCalls calls;

	private final ApplicationEventPublisher events;

	Escalation(ObjectProvider<ProcessEngine> engine, Assignment assignment, CaseFiles caseFiles, Drafts drafts,
			MissedDeadlines register, LadderCalls calls, ApplicationEventPublisher events) {
		this.engine = engine;
		this.assignment = assignment;
		this.caseFiles = caseFiles;
		this.drafts = drafts;
		this.register = register;
		this.calls = calls;
		this.events = events;
	}

	/**
	 * Offers an open task to the next level and records it; if its time is over, in the
	 * register too (D17).
	 * @return the accounts it was offered to besides those who had it
	 */
	@Transactional
	public List<String> toNextLevel(String taskId) {
		Task task = find(taskId);
		if (task == null) {
			return List.of();
		}
		missed(task);
		Set<String> told = new LinkedHashSet<>(owners(task));
		List<String> added = this.assignment.widen(refOf(task), offer(task), candidates(taskId));
		tasks().setPriority(taskId, LATE);
		offerTo(task, added);
		told.addAll(added);
		tell(StepWaits.Kind.ESCALATION, task, told);
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
		if (!added.isEmpty() || isAway(task)) {
			offerTo(task, added);
			tell(StepWaits.Kind.ESCALATION, task, added);
		}
	}

	/**
	 * Notes in the register that the time of a task is over, and who had it then.
	 */
	@Transactional
	void missed(Task task) {
		this.register.missed(task, refOf(task), offer(task), owners(task));
	}

	/**
	 * Reminds those who have a task that its time is almost over.
	 */
	@Transactional
	void remind(Task task) {
		this.caseFiles.write(refOf(task),
				NewEntry.system("reminded", task.getTaskDefinitionKey(), task.getId(), Map.of("task", task.getName())));
		tell(StepWaits.Kind.REMINDER, task, isAway(task) ? candidates(task.getId()) : owners(task));
	}

	/**
	 * Tells those who have a task of a process once more that it waits, where the model
	 * draws the reminder itself. What stands in the case file of it is the model's.
	 * @param element the task's element
	 */
	@Transactional
	public void tellAgain(DelegateExecution execution, String element) {
		tasks().createTaskQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.taskDefinitionKey(element)
			.list()
			.forEach((task) -> tell(StepWaits.Kind.REMINDER, task, owners(task)));
	}

	private Set<String> owners(Task task) {
		return (task.getAssignee() != null) ? Set.of(task.getAssignee()) : candidates(task.getId());
	}

	/**
	 * Brings an urgent task to the next persons because whoever was told of it could not
	 * be reached or has not looked (F29). Who has begun to fill in its form keeps it.
	 * @param bounced whether the message did not arrive; otherwise nobody has read it
	 */
	@Transactional
	public void unheard(String taskId, boolean bounced) {
		Task task = find(taskId);
		if (task == null || (task.getAssignee() != null && !isAway(task) && hasBegun(task))) {
			return;
		}
		CaseRef ref = refOf(task);
		Offer offer = offer(task);
		if (task.getAssignee() != null && !isAway(task) && offer.ladderEvery().isPresent()) {
			// he has taken it himself
			return;
		}
		List<String> added = this.assignment.widen(ref, offer, candidates(taskId));
		added.forEach((account) -> tasks().addCandidateUser(taskId, account));
		if (task.getAssignee() != null && !added.isEmpty()) {
			tasks().setAssignee(taskId, null);
		}
		tasks().setPriority(taskId, LATE);
		this.caseFiles.write(ref, NewEntry.system(bounced ? "messageBounced" : "messageUnread",
				task.getTaskDefinitionKey(), taskId, Map.of("task", task.getName(), "offeredTo", added)));
		tell(StepWaits.Kind.CALL, task, added);
	}

	/** Who has to be told is, in this transaction. */
	private void tell(StepWaits.Kind kind, Task task, Collection<String> accounts) {
		if (!accounts.isEmpty()) {
			this.events.publishEvent(
					new StepWaits(kind, refOf(task), task.getId(), accounts.stream().sorted().toList(), wakes(task)));
		}
	}

	private boolean wakes(Task task) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine.getObject()
			.getProcessEngineConfiguration();
		Object urgency = configuration.getCommandExecutorTxRequired()
			.execute((context) -> context.getTaskManager().findTaskById(task.getId()).getVariable(Offer.URGENCY));
		return offer(task).wakes(urgency, task.getCreateTime(), task.getDueDate());
	}

	/**
	 * Calls the next level of a task that nobody has taken yet; after the last one
	 * everybody again, until somebody takes it (F29). Each call is an entry.
	 */
	@Transactional
	void callNext(String taskId) {
		LadderCalls.Waiting waiting = this.calls.take(taskId).orElse(null);
		if (waiting == null) {
			return;
		}
		Task task = find(taskId);
		if (task == null) {
			this.calls.end(taskId);
			return;
		}
		CaseRef ref = refOf(task);
		if (task.getAssignee() != null && !isAway(task)) {
			this.calls.waitFor(waiting, ref, 0);
			return;
		}
		Set<String> before = candidates(taskId);
		List<String> added = this.assignment.widen(ref, offer(task), before);
		added.forEach((account) -> tasks().addCandidateUser(taskId, account));
		if (task.getAssignee() != null) {
			tasks().setAssignee(taskId, null);
		}
		tasks().setPriority(taskId, LATE);
		boolean again = added.isEmpty();
		this.caseFiles
			.write(ref, NewEntry.system(again ? "calledAgain" : "calledNext", task.getTaskDefinitionKey(), taskId,
					Map.of("task", task.getName(), "offeredTo", again ? before.stream().sorted().toList() : added)));
		this.calls.waitFor(waiting, ref, again ? waiting.again() + 1 : 0);
		tell(StepWaits.Kind.CALL, task, again ? before : added);
	}

	/**
	 * Deals an open task anew because somebody's work has changed (he left, is absent,
	 * came back, answers for something else): from whoever may not keep it or is away it
	 * is taken, to whoever it belongs now it is offered. What has changed hands stands in
	 * the case file.
	 * @param account whose work has changed
	 */
	@Transactional
	void dealAnew(String taskId, String account) {
		Task task = find(taskId);
		if (task == null) {
			return;
		}
		CaseRef ref = refOf(task);
		Offer offer = offer(task);
		observe(task, ref, account);
		Set<String> candidates = candidates(taskId);
		List<String> rightful = this.assignment.rightful(ref, offer);
		boolean late = task.getPriority() >= LATE;
		String assignee = task.getAssignee();
		boolean his = account.equals(assignee);
		boolean linked = his || candidates.contains(account);
		boolean belongs = rightful.contains(account)
				|| (late && this.assignment.isHere(account) && this.assignment.mayKeepLate(ref, offer, account));
		boolean taken = his && (!belongs || !this.assignment.isHere(account));
		boolean lost = linked && !belongs;
		boolean won = !linked && rightful.contains(account);
		// a substitute whose time is over, or whose colleague answers for it now
		boolean givenBack = won && assignee != null && !late && !rightful.contains(assignee) && !hasBegun(task);
		boolean nobodys = assignee == null && candidates.isEmpty() && !rightful.isEmpty();
		if (!taken && !lost && !won && !nobodys) {
			return;
		}
		if (lost && candidates.remove(account)) {
			tasks().deleteCandidateUser(taskId, account);
		}
		if (givenBack && candidates.remove(assignee)) {
			tasks().deleteCandidateUser(taskId, assignee);
		}
		boolean free = assignee == null || taken || givenBack;
		if (assignee != null && free) {
			tasks().setAssignee(taskId, null);
		}
		List<String> added = rightful.stream()
			.filter((person) -> won ? person.equals(account) || free : true)
			.filter(candidates::add)
			.toList();
		added.forEach((person) -> tasks().addCandidateUser(taskId, person));
		if (free && candidates.size() == 1 && rightful.containsAll(candidates) && offer.ladderEvery().isEmpty()) {
			tasks().setAssignee(taskId, candidates.iterator().next());
		}
		this.caseFiles.write(ref, NewEntry.system("reassigned", task.getTaskDefinitionKey(), taskId,
				Map.of("task", task.getName(), "offeredTo", candidates.stream().sorted().toList())));
		tell(StepWaits.Kind.NEW_STEP, task, added);
	}

	private void observe(Task task, CaseRef ref, String account) {
		boolean observes = tasks().getIdentityLinksForTask(task.getId())
			.stream()
			.anyMatch((link) -> Gatekeeper.OBSERVER.equals(link.getType()) && account.equals(link.getUserId()));
		boolean may = this.assignment.observers(this.caseFiles.get(ref)).contains(account);
		if (may && !observes) {
			tasks().addUserIdentityLink(task.getId(), account, Gatekeeper.OBSERVER);
		}
		else if (observes && !may) {
			tasks().deleteUserIdentityLink(task.getId(), account, Gatekeeper.OBSERVER);
		}
	}

	private void offerTo(Task task, List<String> added) {
		added.forEach((account) -> tasks().addCandidateUser(task.getId(), account));
		if (isAway(task) || (!added.isEmpty() && task.getAssignee() != null && !hasBegun(task))) {
			tasks().setAssignee(task.getId(), null);
		}
		this.caseFiles.write(refOf(task), NewEntry.system("escalated", task.getTaskDefinitionKey(), task.getId(),
				Map.of("task", task.getName(), "offeredTo", added)));
	}

	/** Offers a task anew that nobody is left for (rule of practice 2). */
	void offerAnew(Task task, CaseRef ref) {
		List<String> owners = this.assignment.rightful(ref, offer(task));
		owners.forEach((account) -> tasks().addCandidateUser(task.getId(), account));
		if (owners.size() == 1) {
			tasks().setAssignee(task.getId(), owners.get(0));
		}
		tell(StepWaits.Kind.NEW_STEP, task, owners);
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

	/** Whether the one who has it has left, or is absent today. */
	private boolean isAway(Task task) {
		return task.getAssignee() != null && !this.assignment.isHere(task.getAssignee());
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
		return Offer.of(definition, task.getTaskDefinitionKey()).since(task.getCreateTime());
	}

}
