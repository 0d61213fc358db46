package org.huxin.engine;

import java.time.Clock;
import java.util.Date;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.huxin.casefile.CaseRef;

import org.springframework.stereotype.Component;

/**
 * Brings open tasks of a case forward when they have become more urgent. Nothing is ever
 * put off here.
 */
@Component
public class TaskDates {

	private final TaskService tasks;

	private final Deadlines deadlines;

	private final Escalation escalation;

	private final Clock clock;

	TaskDates(TaskService tasks, Deadlines deadlines, Escalation escalation, Clock clock) {
		this.tasks = tasks;
		this.deadlines = deadlines;
		this.escalation = escalation;
		this.clock = clock;
	}

	/**
	 * The open tasks at an element are due a period of the policy from now at the latest,
	 * and whoever has them is told.
	 */
	public void bringForward(CaseRef ref, String element, String policyKey) {
		Date latest = Date.from(this.deadlines.after(ref, this.clock.instant(), policyKey));
		this.tasks.createTaskQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.taskDefinitionKey(element)
			.list()
			.forEach((task) -> bringForward(task, latest));
	}

	// told even where the date stays: what is worse is looked at now
	private void bringForward(Task task, Date latest) {
		if (task.getDueDate() == null || task.getDueDate().after(latest)) {
			this.tasks.setDueDate(task.getId(), latest);
		}
		this.escalation.remind(task);
	}

}
