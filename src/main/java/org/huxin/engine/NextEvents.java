package org.huxin.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what will happen next by itself, in all cases. For the demo's clock.
 */
@Component
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
class NextEvents {

	/** More than a demo has. */
	private static final int MANY = 500;

	private final ProcessEngine engine;

	private final Escalation escalation;

	private final LadderCalls calls;

	private final LateClimbs climbs;

	private final Clock clock;

	NextEvents(ProcessEngine engine, Escalation escalation, LadderCalls calls, LateClimbs climbs, Clock clock) {
		this.engine = engine;
		this.escalation = escalation;
		this.calls = calls;
		this.climbs = climbs;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Optional<NextEvent> first() {
		return Stream.of(timer(), task(), call(), climb())
			.flatMap(Optional::stream)
			.min(Comparator.comparing(NextEvent::at));
	}

	private Optional<NextEvent> timer() {
		List<Job> next = this.engine.getManagementService()
			.createJobQuery()
			.timers()
			.active()
			.withRetriesLeft()
			.duedateHigherThan(now())
			.orderByJobDuedate()
			.asc()
			.listPage(0, MANY);
		return next.stream()
			.filter((job) -> job.getProcessInstanceId() != null)
			.findFirst()
			.map((job) -> new NextEvent(NextEvent.Kind.TIMER, job.getDuedate().toInstant(), step(job),
					caseNo(job.getProcessInstanceId())));
	}

	private Optional<NextEvent> task() {
		Instant now = this.clock.instant();
		return this.engine.getTaskService()
			.createTaskQuery()
			.active()
			.dueAfter(now())
			.orderByDueDate()
			.asc()
			.listPage(0, MANY)
			.stream()
			.map((task) -> event(task, now))
			.min(Comparator.comparing(NextEvent::at));
	}

	private NextEvent event(Task task, Instant now) {
		Instant due = task.getDueDate().toInstant();
		Instant reminder = DeadlineWatch.remindAt(task.getCreateTime().toInstant(), due);
		boolean first = reminder.isAfter(now) && !this.escalation.hasOwnTimers(task);
		return new NextEvent(first ? NextEvent.Kind.REMINDER : NextEvent.Kind.DUE, first ? reminder : due,
				task.getName(), caseNo(task.getProcessInstanceId()));
	}

	private Optional<NextEvent> call() {
		return this.calls.next().flatMap(this::event);
	}

	private Optional<NextEvent> climb() {
		return this.climbs.next(MANY).stream().flatMap((climb) -> event(climb).stream()).findFirst();
	}

	private Optional<NextEvent> event(LadderCalls.Planned planned) {
		@Nullable Task task = this.engine.getTaskService().createTaskQuery().taskId(planned.taskId()).singleResult();
		return (task == null) ? Optional.empty() : Optional
			.of(new NextEvent(NextEvent.Kind.CALL, planned.at(), task.getName(), caseNo(task.getProcessInstanceId())));
	}

	private String step(Job job) {
		@Nullable JobDefinition definition = this.engine.getManagementService()
			.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		if (definition == null) {
			return "";
		}
		@Nullable ModelElementInstance element = this.engine.getRepositoryService()
			.getBpmnModelInstance(job.getProcessDefinitionId())
			.getModelElementById(definition.getActivityId());
		return (element instanceof FlowElement step && step.getName() != null) ? step.getName() : "";
	}

	private String caseNo(String instance) {
		@Nullable ProcessInstance process = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(instance)
			.singleResult();
		return (process != null && process.getBusinessKey() != null) ? process.getBusinessKey() : "";
	}

	private Date now() {
		return Date.from(this.clock.instant());
	}

}
