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

	private final Clock clock;

	TaskDates(TaskService tasks, Deadlines deadlines, Clock clock) {
		this.tasks = tasks;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * The open tasks at an element are due a period of the policy from now at the latest.
	 */
	public void bringForward(CaseRef ref, String element, String policyKey) {
		Date latest = Date.from(this.deadlines.after(ref, this.clock.instant(), policyKey));
		this.tasks.createTaskQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.taskDefinitionKey(element)
			.list()
			.stream()
			.filter((task) -> task.getDueDate() == null || task.getDueDate().after(latest))
			.map(Task::getId)
			.forEach((id) -> this.tasks.setDueDate(id, latest));
	}

}
