package org.huxin.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
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

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private final Assignment assignment;

	private final DoorMessages messages;

	Seams(Assignment assignment, DoorMessages messages) {
		this.assignment = assignment;
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
		Optional<String> differentFrom = property(element, "differentFrom");
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE,
				(task) -> this.assignment.offer(task, roles, differentFrom));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::requireDoor);
		activity.setProperty(OFFERED_TO, roles);
		differentFrom.ifPresent((step) -> activity.setProperty(SECOND_PERSON_TO, step));
		activity.setProperty(OWN_TIMERS, property(element, "ownTimers").map(Boolean::parseBoolean).orElse(false));
	}

	/** The roles a user task is offered to, kept with the parsed activity. */
	static final String OFFERED_TO = "huxin.offeredTo";

	/** The step whose author may not do this one. */
	static final String SECOND_PERSON_TO = "huxin.secondPersonTo";

	/**
	 * Whether the model itself reminds and escalates, so that the watch leaves it alone.
	 */
	static final String OWN_TIMERS = "huxin.ownTimers";

	@Override
	public void parseProcess(Element element, ProcessDefinitionEntity definition) {
		definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) (execution) -> {
			boolean called = ((ExecutionEntity) execution).getSuperExecution() != null;
			if (!called && !Door.isPassing(Door.START)) {
				throw new BadUserRequestException(this.messages.text("door.notThroughDoor"));
			}
		});
	}

	private void requireDoor(DelegateTask task) {
		if (!Door.isPassing(task.getId())) {
			throw new BadUserRequestException(this.messages.text("door.notThroughDoor"));
		}
	}

	static Optional<String> property(Element element, String name) {
		Element extensions = element.element("extensionElements");
		Element properties = (extensions != null)
				? extensions.elementNS(new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), "properties")
				: null;
		if (properties == null) {
			return Optional.empty();
		}
		return properties.elements()
			.stream()
			.filter((property) -> name.equals(property.attribute("name")))
			.map((property) -> property.attribute("value"))
			.findFirst();
	}

}
