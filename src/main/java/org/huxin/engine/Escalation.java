package org.huxin.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
 * to level after level; one whose owner's work has changed to whom it belongs now. Who is
 * filling in the form of a late task keeps it once; who has only begun, or taken it,
 * loses it at the next step and keeps his draft: a task ends by being submitted. It is
 * free for whoever comes first. The case file says so.
 */
@Component
public class Escalation {

	/** The priority of a task that is late. */
	static final int LATE = 100;

	/** The policy's time between two steps of a late task. */
	private static final String AGAIN = "escalation.again";

	/** The same for the first hours of an emergency. */
	private static final String AGAIN_AT_ONCE = "escalation.again.NOW";

	/** How young a draft has to be to say that somebody is at work. */
	private static final String DRAFT = "escalation.draft";

	private final ObjectProvider<ProcessEngine> engine;

	private final Assignment assignment;

	private final CaseFiles caseFiles;

	private final Drafts drafts;

	private final MissedDeadlines register;

	private final LadderCalls calls;

	private final LateClimbs climbs;

	private final Deadlines deadlines;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Escalation(ObjectProvider<ProcessEngine> engine, Assignment assignment, CaseFiles caseFiles, Drafts drafts,
			MissedDeadlines register, LadderCalls calls, LateClimbs climbs, Deadlines deadlines,
			ApplicationEventPublisher events, Clock clock) {
		this.engine = engine;
		this.assignment = assignment;
		this.caseFiles = caseFiles;
		this.drafts = drafts;
		this.register = register;
		this.calls = calls;
		this.climbs = climbs;
		this.deadlines = deadlines;
		this.events = events;
		this.clock = clock;
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
	 * Brings a task that is late still to the level after those that have it, once in
	 * each further period of the policy (D17). When everybody has it nothing more is
	 * said, but who takes it and lets a whole period pass loses it to the others.
	 */
	@Transactional
	void climb(String taskId) {
		LateClimbs.Step step = this.climbs.take(taskId).orElse(null);
		if (step == null) {
			return;
		}
		Task task = find(taskId);
		if (task == null) {
			this.climbs.end(taskId);
			return;
		}
		if (task.isSuspended()) {
			return;
		}
		CaseRef ref = refOf(task);
		Set<String> before = candidates(taskId);
		List<String> added = this.assignment.climb(ref, offer(task), before);
		String owner = task.getAssignee();
		boolean idle = owner != null && step.heldBy().filter(owner::equals).isPresent();
		boolean free = (!added.isEmpty() || idle) && mayBeTaken(task, ref, before, added);
		Set<String> told = new TreeSet<>(added);
		if (free) {
			takeBack(task, ref);
			told.addAll(before);
		}
		if (!added.isEmpty()) {
			added.forEach((account) -> tasks().addCandidateUser(taskId, account));
			tasks().setPriority(taskId, LATE);
			this.caseFiles.write(ref, NewEntry.system("escalated", task.getTaskDefinitionKey(), taskId,
					Map.of("task", task.getName(), "offeredTo", added)));
		}
		tell(StepWaits.Kind.ESCALATION, task, told);
		this.climbs.again(taskId, nextStep(task, ref), free ? null : owner, added.isEmpty());
	}

	private Instant nextStep(Task task, CaseRef ref) {
		return this.deadlines.after(ref, this.clock.instant(), wakes(task) ? AGAIN_AT_ONCE : AGAIN);
	}

	/**
	 * Whether a late task is taken from the one who has it: somebody else is there for
	 * it, and he is not filling in its form, or has kept it for that once already.
	 */
	private boolean mayBeTaken(Task task, CaseRef ref, Collection<String> before, Collection<String> added) {
		String owner = task.getAssignee();
		return owner != null && !isAway(task) && isForOthers(owner, before, added)
				&& !(isAtWork(task, ref) && this.climbs.spare(task.getId()));
	}

	private boolean isForOthers(String owner, Collection<String> before, Collection<String> added) {
		return Stream.concat(before.stream(), added.stream())
			.anyMatch((account) -> !account.equals(owner) && this.assignment.isHere(account));
	}

	/** His draft stays his; so does his right to do it, if he is the first. */
	private void takeBack(Task task, CaseRef ref) {
		String owner = task.getAssignee();
		if (!candidates(task.getId()).contains(owner)) {
			tasks().addCandidateUser(task.getId(), owner);
		}
		tasks().setAssignee(task.getId(), null);
		this.caseFiles.write(ref, NewEntry.system("takenBack", task.getTaskDefinitionKey(), task.getId(),
				Map.of("task", task.getName(), "takenFrom", owner)));
	}

	/**
	 * Offers a late task whose owners have all left, or are absent, to whoever has come
	 * into its roles since: nothing waits for ever for somebody who is gone.
	 * @param present the accounts that work here and are there today
	 */
	@Transactional
	void toNewcomers(Task task, Set<String> present) {
		Set<String> candidates = candidates(task.getId());
		boolean owned = (task.getAssignee() != null) ? present.contains(task.getAssignee())
				: candidates.stream().anyMatch(present::contains);
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
	 * Notes in the register that the time of a task is over, and who had it then; from
	 * now on it climbs, unless it calls level after level anyway.
	 */
	@Transactional
	void missed(Task task) {
		CaseRef ref = refOf(task);
		Offer offer = offer(task);
		if (this.register.missed(task, ref, offer, owners(task)) && offer.ladderEvery().isEmpty()) {
			this.climbs.begin(task.getId(), nextStep(task, ref));
		}
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
	 * be reached or has not looked (F29). Who is filling in its form keeps it.
	 * @param bounced whether the message did not arrive; otherwise nobody has read it
	 */
	@Transactional
	public void unheard(String taskId, boolean bounced) {
		Task task = find(taskId);
		if (task == null) {
			return;
		}
		CaseRef ref = refOf(task);
		if (task.getAssignee() != null && !isAway(task) && isAtWork(task, ref)) {
			return;
		}
		Offer offer = offer(task);
		if (task.getAssignee() != null && !isAway(task) && offer.ladderEvery().isPresent()) {
			// he has taken it himself; the calls see to it that he does it
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
	 * Calls the next level of a task that nobody has confirmed yet; after the last one
	 * everybody again, until somebody submits its form (F29). Who takes it slows the
	 * calls by one step, once; then it is free again, and his draft stays his. Each call
	 * is an entry.
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
		String owner = task.getAssignee();
		boolean held = owner != null && !isAway(task);
		if (held && !waiting.spared().contains(owner)) {
			this.calls.spare(waiting, ref, owner);
			return;
		}
		Set<String> before = candidates(taskId);
		List<String> added = this.assignment.widen(ref, offer(task), before);
		added.forEach((account) -> tasks().addCandidateUser(taskId, account));
		boolean takenBack = held && isForOthers(owner, before, added);
		if (takenBack) {
			takeBack(task, ref);
			before.add(owner);
		}
		else if (owner != null && !held) {
			tasks().setAssignee(taskId, null);
		}
		tasks().setPriority(taskId, LATE);
		boolean again = added.isEmpty();
		this.caseFiles
			.write(ref, NewEntry.system(again ? "calledAgain" : "calledNext", task.getTaskDefinitionKey(), taskId,
					Map.of("task", task.getName(), "offeredTo", again ? before.stream().sorted().toList() : added)));
		this.calls.waitFor(waiting, ref, again ? waiting.again() + 1 : 0);
		Set<String> told = new TreeSet<>(added);
		if (again || takenBack) {
			told.addAll(before);
		}
		tell(StepWaits.Kind.CALL, task, told);
	}

	/**
	 * Deals an open task anew because somebody's work has changed (he left, is absent,
	 * came back, answers for something else): from whoever may not keep it or is away it
	 * is taken, to whoever it belongs now it is offered. One that only absent people have
	 * goes to whoever is there, as a new one would, and comes back to its own people with
	 * them. What has changed hands stands in the case file.
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
		// offered to several, and now all of them are away
		boolean deserted = assignee == null && candidates.stream().noneMatch(this.assignment::isHere)
				&& rightful.stream()
					.anyMatch((person) -> !candidates.contains(person) && this.assignment.isHere(person));
		// those who stood in for absent people
		Set<String> standIns = (assignee == null && !late && rightful.contains(account)
				&& this.assignment.isHere(account)) ? this.assignment.staffAmong(candidates) : new HashSet<>();
		standIns.removeAll(rightful);
		if (!taken && !lost && !won && !nobodys && !deserted && standIns.isEmpty()) {
			return;
		}
		standIns.stream().filter(candidates::remove).forEach((person) -> tasks().deleteCandidateUser(taskId, person));
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
		if (free && candidates.size() == 1 && rightful.containsAll(candidates) && offer.ladderEvery().isEmpty()
				&& candidates.stream().allMatch(this.assignment::isHere)) {
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
		CaseRef ref = refOf(task);
		added.forEach((account) -> tasks().addCandidateUser(task.getId(), account));
		if (isAway(task)) {
			tasks().setAssignee(task.getId(), null);
		}
		else if (!added.isEmpty() && offer(task).ladderEvery().isEmpty() && mayBeTaken(task, ref, Set.of(), added)) {
			if (hasBegun(task)) {
				takeBack(task, ref);
			}
			else {
				tasks().setAssignee(task.getId(), null);
			}
		}
		this.caseFiles.write(ref, NewEntry.system("escalated", task.getTaskDefinitionKey(), task.getId(),
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

	/** Whether the one who has it has typed into its form just now. */
	private boolean isAtWork(Task task, CaseRef ref) {
		Instant now = this.clock.instant();
		return this.drafts.savedAt(task.getAssignee(), Door.draftOfTask(task.getId()))
			.filter((saved) -> now.isBefore(this.deadlines.after(ref, saved, DRAFT)))
			.isPresent();
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
