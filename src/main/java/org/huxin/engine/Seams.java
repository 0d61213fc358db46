package org.huxin.engine;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.huxin.school.Role;

/**
 * Sews the seams into every model as it is parsed: a user task is offered to persons of
 * the case when it is created, and completes, like a case starts, only through the door.
 */
class Seams extends AbstractBpmnParseListener {

	private final Assignment assignment;

	private final MissedDeadlines register;

	private final DoorMessages messages;

	Seams(Assignment assignment, MissedDeadlines register, DoorMessages messages) {
		this.assignment = assignment;
		this.register = register;
		this.messages = messages;
	}

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		Set<Role> roles = definition.getCandidateGroupIdExpressions()
			.stream()
			.map(Expression::getExpressionText)
			.flatMap((id) -> Role.of(id.trim()).stream())
			.collect(Collectors.toSet());
		// the model names roles, the task holds persons
		definition.getCandidateGroupIdExpressions().clear();
		Offer offer = Offer.read(element, roles);
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (task) -> this.assignment.offer(task, offer));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::requireOwnHand);
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::requireDoor);
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (task) -> this.register.done(task, offer));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE,
				(task) -> this.register.withdrawn(task, offer));
		offer.keepWith(activity);
	}

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity definition) {
		definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) (execution) -> {
			boolean called = ((ExecutionEntity) execution).getSuperExecution() != null;
			if (!called && !Door.isPassing(Door.START)) {
				throw new BadUserRequestException(this.messages.text("door.notThroughDoor"));
			}
		});
	}

	// a person takes a task or gives it back, but hands it to nobody else; an assignee is
	// a text that anything could be typed into
	private void requireOwnHand(DelegateTask task) {
		// null in a job: there the engine names the school alone
		String person = Context.getCommandContext().getAuthenticatedUserId();
		String assignee = task.getAssignee();
		if (person != null && assignee != null && !assignee.equals(person) && !Door.isOpen()) {
			throw new BadUserRequestException(this.messages.text("door.notAllowed"));
		}
	}

	private void requireDoor(DelegateTask task) {
		if (!Door.isPassing(task.getId())) {
			throw new BadUserRequestException(this.messages.text("door.notThroughDoor"));
		}
	}

}
