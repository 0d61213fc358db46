package org.huxin.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The picture of a model, drawn from its own diagram data: the same on every machine, in
 * the shapes that Camunda Modeler uses.
 */
final class Diagram {

	private static final double MARGIN = 24;

	private static final double LABEL_WIDTH = 90;

	private final BpmnModelInstance model;

	private final SvgPaper paper = new SvgPaper();

	private Diagram(BpmnModelInstance model) {
		this.model = model;
	}

	/**
	 * Draws a model.
	 * @param title what a reader who cannot see the picture is told
	 * @return the SVG
	 */
	static String svg(BpmnModelInstance model, String title) {
		return new Diagram(model).draw(title);
	}

	private String draw(String title) {
		Collection<BpmnShape> shapes = this.model.getModelElementsByType(BpmnShape.class);
		Collection<BpmnEdge> edges = this.model.getModelElementsByType(BpmnEdge.class);
		shapes.stream().filter(Diagram::isFrame).forEach(this::frame);
		edges.forEach(this::edge);
		shapes.stream().filter((shape) -> !isFrame(shape) && !isBoundary(shape)).forEach(this::shape);
		shapes.stream().filter(Diagram::isBoundary).forEach(this::shape);
		edges.forEach(this::edgeLabel);
		return this.paper.finish(title, MARGIN);
	}

	private static boolean isFrame(BpmnShape shape) {
		return shape.getBpmnElement() instanceof SubProcess && shape.isExpanded();
	}

	private static boolean isBoundary(BpmnShape shape) {
		return shape.getBpmnElement() instanceof BoundaryEvent;
	}

	private void frame(BpmnShape shape) {
		SubProcess process = (SubProcess) shape.getBpmnElement();
		Box box = Box.of(shape.getBounds());
		this.paper.rectangle(box, 10, process.triggeredByEvent() ? "frame event" : "frame");
		this.paper.text(List.of(name(process)), box.x() + 12, box.y() + 18, "start", "title");
		markers(process, box);
	}

	private void shape(BpmnShape shape) {
		BaseElement element = shape.getBpmnElement();
		Box box = Box.of(shape.getBounds());
		if (element instanceof Activity activity) {
			activity(activity, box);
		}
		else if (element instanceof Event event) {
			event(event, box);
			label(name(event), shape.getBpmnLabel(), box);
		}
		else if (element instanceof Gateway gateway) {
			gateway(gateway, box);
			label(name(gateway), shape.getBpmnLabel(), box);
		}
		else if (element instanceof TextAnnotation note) {
			this.paper.path(
					"M %s %s h -12 v %s h 12".formatted(number(box.x() + 12), number(box.y()), number(box.height())),
					"line");
			this.paper.text(Lines.of(note.getText().getTextContent(), box.width() - 16, 12), box.x() + 8, box.y() + 16,
					"start", "label");
		}
		else {
			this.paper.rectangle(box, 0, "frame");
		}
	}

	private void activity(Activity activity, Box box) {
		String kind = (activity instanceof UserTask) ? "task person"
				: (activity instanceof CallActivity) ? "task called" : "task";
		this.paper.rectangle(box, 10, kind);
		Icons.task(this.paper, activity, box);
		markers(activity, box);
		int size = 12;
		List<String> lines = Lines.of(name(activity), box.width() - 14, size);
		if (lines.size() > 4) {
			size = 10;
			lines = Lines.of(name(activity), box.width() - 10, size);
		}
		double line = size * 1.3;
		double first = box.y() + box.height() / 2 - (lines.size() - 1) * line / 2 + size * 0.36;
		this.paper.text(lines, box.x() + box.width() / 2, first, "middle", (size == 12) ? "name" : "name small");
	}

	private void markers(Activity activity, Box box) {
		boolean closed = activity instanceof CallActivity || (activity instanceof SubProcess && !isExpanded(activity));
		double x = box.x() + box.width() / 2;
		double y = box.y() + box.height() - 10;
		Optional<MultiInstanceLoopCharacteristics> many = Optional.ofNullable(activity.getLoopCharacteristics())
			.filter(MultiInstanceLoopCharacteristics.class::isInstance)
			.map(MultiInstanceLoopCharacteristics.class::cast);
		if (closed) {
			double left = many.isPresent() ? x - 10 : x;
			this.paper.path("M %1$s %2$s h 12 v 12 h -12 z M %3$s %4$s v 8 M %5$s %6$s h 8".formatted(number(left - 6),
					number(y - 4), number(left), number(y - 2), number(left - 4), number(y + 2)), "line");
		}
		many.ifPresent((loop) -> {
			double right = closed ? x + 10 : x;
			this.paper.path((loop.isSequential() ? "M %1$s %4$s h 10 m -10 4 h 10 m -10 4 h 10"
					: "M %1$s %4$s v 10 M %2$s %4$s v 10 M %3$s %4$s v 10")
				.formatted(number(right - 4), number(right), number(right + 4), number(y - 3)), "mark");
		});
	}

	private boolean isExpanded(Activity activity) {
		return activity.getDiagramElement() instanceof BpmnShape shape && shape.isExpanded();
	}

	private void event(Event event, Box box) {
		double radius = box.width() / 2;
		double x = box.x() + radius;
		double y = box.y() + box.height() / 2;
		boolean dashed = (event instanceof BoundaryEvent boundary && !boundary.cancelActivity())
				|| (event instanceof StartEvent start && !start.isInterrupting());
		String dash = dashed ? " dashed" : "";
		if (event instanceof EndEvent) {
			this.paper.circle(x, y, radius, "event end");
		}
		else {
			this.paper.circle(x, y, radius, "event" + dash);
		}
		if (!(event instanceof EndEvent) && !(event instanceof StartEvent)) {
			this.paper.circle(x, y, radius - 3, "event" + dash);
		}
		Collection<EventDefinition> definitions = (event instanceof CatchEvent caught) ? caught.getEventDefinitions()
				: ((ThrowEvent) event).getEventDefinitions();
		boolean filled = event instanceof ThrowEvent;
		definitions.stream().findFirst().ifPresent((definition) -> symbol(definition, x, y, filled));
	}

	private void symbol(EventDefinition definition, double x, double y, boolean filled) {
		String kind = filled ? "full" : "line";
		if (definition instanceof TimerEventDefinition) {
			Icons.clock(this.paper, x, y);
		}
		else if (definition instanceof MessageEventDefinition) {
			Icons.envelope(this.paper, x, y, filled);
		}
		else if (definition instanceof EscalationEventDefinition) {
			this.paper.path(at("m 0 -9 l 7 16 l -7 -7 l -7 7 z", x, y), kind);
		}
		else if (definition instanceof ErrorEventDefinition) {
			this.paper.path(at("m -9 8 l 5 -14 l 6 8 l 6 -11 l -5 15 l -6 -8 z", x, y), kind);
		}
		else if (definition instanceof SignalEventDefinition) {
			this.paper.path(at("m 0 -9 l 9 15 h -18 z", x, y), kind);
		}
		else if (definition instanceof TerminateEventDefinition) {
			this.paper.circle(x, y, 10, "full");
		}
		else if (definition instanceof ConditionalEventDefinition) {
			this.paper.path(at("m -7 -8 h 14 v 16 h -14 z m 2 4 h 10 m -10 4 h 10 m -10 4 h 10", x, y), "line");
		}
		else if (definition instanceof LinkEventDefinition) {
			this.paper.path(at("m -9 -4 h 9 v -5 l 9 9 l -9 9 v -5 h -9 z", x, y), kind);
		}
		else if (definition instanceof CompensateEventDefinition) {
			this.paper.path(at("m -10 0 l 9 -8 v 16 z m 9 0 l 9 -8 v 16 z", x, y), kind);
		}
		else if (definition instanceof CancelEventDefinition) {
			this.paper.path(at("m -7 -7 l 14 14 m 0 -14 l -14 14", x, y), "mark");
		}
	}

	private static String at(String path, double x, double y) {
		return "M %s %s %s".formatted(number(x), number(y), path);
	}

	private void gateway(Gateway gateway, Box box) {
		double x = box.x() + box.width() / 2;
		double y = box.y() + box.height() / 2;
		double half = box.width() / 2;
		this.paper.path(
				"M %s %s l %3$s %3$s l -%3$s %3$s l -%3$s -%3$s z".formatted(number(x), number(y - half), number(half)),
				"gateway");
		if (gateway instanceof ParallelGateway) {
			this.paper.path(at("m -11 0 h 22 m -11 -11 v 22", x, y), "mark");
		}
		else if (gateway instanceof InclusiveGateway) {
			this.paper.circle(x, y, 11, "ring");
		}
		else if (gateway instanceof EventBasedGateway) {
			this.paper.circle(x, y, 13, "event");
			this.paper.circle(x, y, 10, "event");
			this.paper.path(at("m 0 -7 l 7 5 l -3 8 h -8 l -3 -8 z", x, y), "line");
		}
		else if (gateway instanceof ComplexGateway) {
			this.paper.path(at("m -11 0 h 22 m -11 -11 v 22 m -8 -3 l 16 -16 m 0 16 l -16 -16", x, y), "mark");
		}
		else {
			this.paper.path(at("m -8 -8 l 16 16 m 0 -16 l -16 16", x, y), "mark");
		}
	}

	private void label(String name, BpmnLabel label, Box box) {
		if (name.isEmpty()) {
			return;
		}
		Box place = (label != null && label.getBounds() != null) ? Box.of(label.getBounds())
				: new Box(box.x() + box.width() / 2 - LABEL_WIDTH / 2, box.y() + box.height() + 4, LABEL_WIDTH, 14);
		text(name, place);
	}

	private void text(String name, Box place) {
		List<String> lines = Lines.of(name, Math.max(LABEL_WIDTH, place.width() + 2), 11);
		this.paper.text(lines, place.x() + place.width() / 2, place.y() + 11, "middle", "label");
	}

	private void edge(BpmnEdge edge) {
		List<Waypoint> points = List.copyOf(edge.getWaypoints());
		StringBuilder path = new StringBuilder();
		for (Waypoint point : points) {
			path.append(path.isEmpty() ? "M " : " L ")
				.append(number(point.getX()))
				.append(' ')
				.append(number(point.getY()));
			this.paper.reach(point.getX(), point.getY());
		}
		boolean dotted = edge.getBpmnElement() instanceof Association;
		this.paper.path(path.toString(), dotted ? "dotted" : "flow");
		if (edge.getBpmnElement() instanceof SequenceFlow flow && isDefault(flow)) {
			slash(points.get(0), points.get(1));
		}
	}

	private static boolean isDefault(SequenceFlow flow) {
		ModelElementInstance source = flow.getSource();
		return flow.getId().equals(source.getAttributeValue("default"));
	}

	private void slash(Waypoint from, Waypoint to) {
		double length = Math.hypot(to.getX() - from.getX(), to.getY() - from.getY());
		double dx = (to.getX() - from.getX()) / length;
		double dy = (to.getY() - from.getY()) / length;
		double x = from.getX() + dx * 11;
		double y = from.getY() + dy * 11;
		double along = dx * 3;
		double down = dy * 3;
		this.paper.path("M %s %s L %s %s".formatted(number(x - along + dy * 5), number(y - down - dx * 5),
				number(x + along - dy * 5), number(y + down + dx * 5)), "line");
	}

	private void edgeLabel(BpmnEdge edge) {
		if (!(edge.getBpmnElement() instanceof SequenceFlow flow) || name(flow).isEmpty()) {
			return;
		}
		BpmnLabel label = edge.getBpmnLabel();
		if (label != null && label.getBounds() != null) {
			text(name(flow), Box.of(label.getBounds()));
			return;
		}
		List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
		int middle = (points.size() - 1) / 2;
		double x = (points.get(middle).getX() + points.get(middle + 1).getX()) / 2;
		double y = (points.get(middle).getY() + points.get(middle + 1).getY()) / 2;
		text(name(flow), new Box(x - LABEL_WIDTH / 2, y - 18, LABEL_WIDTH, 14));
	}

	private static String name(FlowElement element) {
		return Optional.ofNullable(element.getName()).orElse("").replace('\n', ' ').strip();
	}

	static String number(double value) {
		double rounded = Math.round(value * 10) / 10.0;
		return (rounded == Math.rint(rounded)) ? String.valueOf((long) rounded)
				: String.format(Locale.ROOT, "%.1f", rounded);
	}

	/** Where something is drawn. */
	record Box(double x, double y, double width, double height) {

		static Box of(Bounds bounds) {
			return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
		}

	}

}
