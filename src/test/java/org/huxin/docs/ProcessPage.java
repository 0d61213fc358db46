package org.huxin.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The page of one model: what it is for, its picture, who does what with which form until
 * when, what it waits for, and the policy values behind it.
 */
final class ProcessPage {

	private static final List<String> KINDS = List.of("小学", "中学", "中职", "高校");

	private final Catalogue catalogue;

	private final String file;

	private final BpmnModelInstance model;

	private final Process process;

	private final Page page = new Page();

	private ProcessPage(Catalogue catalogue, String file) {
		this.catalogue = catalogue;
		this.file = file;
		this.model = catalogue.models().get(file);
		this.process = Catalogue.process(this.model);
	}

	static String of(Catalogue catalogue, String file) {
		return new ProcessPage(catalogue, file).write();
	}

	private String write() {
		this.page.line("# " + this.process.getName() + " · `" + this.process.getId() + "`");
		this.page.line(Page.GENERATED);
		this.page.line("> " + Catalogue.documentation(this.process));
		this.page.line("[![" + this.process.getName() + "](" + this.file + ".svg)](" + this.file + ".svg)");
		this.page.line("Model: [`processes/" + this.file + ".bpmn`](../../processes/" + this.file + ".bpmn)");
		connections();
		tasks();
		advice();
		timers();
		signals();
		automatic();
		policies();
		rows();
		return this.page.text();
	}

	private void connections() {
		List<String> lines = new ArrayList<>();
		Collection<String> starters = this.process.getCamundaCandidateStarterGroupsList();
		if (!starters.isEmpty()) {
			String forms = nodes(StartEvent.class).stream()
				.map(StartEvent::getCamundaFormRef)
				.filter((form) -> form != null && !form.isBlank())
				.map(ProcessPage::form)
				.collect(Collectors.joining(", "));
			lines.add("- Started by: " + this.catalogue.roles(starters) + (forms.isEmpty() ? "" : ", with " + forms));
		}
		String callers = this.catalogue.models()
			.entrySet()
			.stream()
			.filter((other) -> other.getValue()
				.getModelElementsByType(CallActivity.class)
				.stream()
				.anyMatch((call) -> this.process.getId().equals(call.getCalledElement())))
			.map((other) -> link(Catalogue.process(other.getValue()).getName(), other.getKey()))
			.collect(Collectors.joining(", "));
		if (!callers.isEmpty()) {
			lines.add("- Called by: " + callers);
		}
		String calls = nodes(CallActivity.class).stream()
			.map((call) -> Catalogue.name(call) + " → "
					+ this.catalogue.fileOf(call.getCalledElement())
						.map((found) -> link("`" + call.getCalledElement() + "`", found))
						.orElse("`" + call.getCalledElement() + "`"))
			.distinct()
			.collect(Collectors.joining(", "));
		if (!calls.isEmpty()) {
			lines.add("- Calls: " + calls);
		}
		String decisions = nodes(BusinessRuleTask.class).stream()
			.map(BusinessRuleTask::getCamundaDecisionRef)
			.filter((decision) -> decision != null)
			.distinct()
			.map((decision) -> this.catalogue.fileOfDecision(decision)
				.map((found) -> link("`" + decision + "`", found))
				.orElse("`" + decision + "`"))
			.collect(Collectors.joining(", "));
		if (!decisions.isEmpty()) {
			lines.add("- Decides by: " + decisions);
		}
		this.page.lines(lines);
	}

	private void tasks() {
		List<UserTask> tasks = nodes(UserTask.class);
		this.page.table("Who does what", List.of("Task", "Who", "Form", "Due", "Late", "Rows"), tasks,
				(task) -> List.of(element(task), who(task), form(task.getCamundaFormRef()),
						this.catalogue.when(String.valueOf(task.getCamundaDueDate())), late(task),
						Catalogue.property(task, "requirement").orElse("")));
	}

	private String who(UserTask task) {
		String roles = this.catalogue.roles(task.getCamundaCandidateGroupsList());
		String others = Catalogue.property(task, "differentFrom")
			.map((ids) -> Arrays.stream(ids.split(","))
				.map((id) -> nameOf(id.strip()))
				.collect(Collectors.joining("、")))
			.map((names) -> "<br>not who did " + names)
			.orElse("");
		return roles + others;
	}

	private String nameOf(String id) {
		return (this.model.getModelElementById(id) instanceof FlowElement element) ? Catalogue.name(element) : id;
	}

	private String late(UserTask task) {
		boolean own = Catalogue.property(task, "ownTimers").map(Boolean::parseBoolean).orElse(false);
		return own ? "as drawn" : Catalogue.property(task, "escalateTo")
			.map((roles) -> "→ "
					+ Arrays.stream(roles.split(",")).map(this.catalogue::role).collect(Collectors.joining(" → ")))
			.orElse("others in the role");
	}

	private void advice() {
		List<UserTask> tasks = nodes(UserTask.class);
		if (!tasks.isEmpty()) {
			this.page.heading("What each task says");
			this.page.lines(tasks.stream()
				.map((task) -> "- **" + Catalogue.name(task) + "**: " + Catalogue.documentation(task))
				.toList());
		}
	}

	private void timers() {
		List<CatchEvent> timers = nodes(CatchEvent.class).stream()
			.filter((event) -> definition(event, TimerEventDefinition.class).isPresent())
			.toList();
		this.page.table("Timers", List.of("Timer", "When", "At"), timers, (event) -> {
			TimerEventDefinition timer = definition(event, TimerEventDefinition.class).orElseThrow();
			String expression = Arrays.asList(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
				.stream()
				.filter((each) -> each != null)
				.map((each) -> each.getTextContent().strip())
				.findFirst()
				.orElse("");
			return List.of(element(event), this.catalogue.when(expression), place(event));
		});
	}

	private String place(FlowNode event) {
		if (event instanceof BoundaryEvent boundary) {
			return Catalogue.name(boundary.getAttachedTo()) + (boundary.cancelActivity() ? " (ends it)" : " (goes on)");
		}
		return (event.getParentElement() instanceof SubProcess outer) ? Catalogue.name(outer) : "";
	}

	private void signals() {
		Map<String, List<String>> caught = new TreeMap<>();
		Map<String, List<String>> thrown = new TreeMap<>();
		for (FlowNode node : nodes(FlowNode.class)) {
			for (EventDefinition definition : node.getChildElementsByType(EventDefinition.class)) {
				String kind = signal(definition);
				if (!kind.isEmpty()) {
					((node instanceof CatchEvent) ? caught : thrown).computeIfAbsent(kind, (fresh) -> new ArrayList<>())
						.add(element(node) + (place(node).isEmpty() ? "" : "<br>" + place(node)));
				}
			}
			if (node instanceof ReceiveTask receive && receive.getMessage() != null) {
				caught.computeIfAbsent("message `" + receive.getMessage().getName() + "`", (fresh) -> new ArrayList<>())
					.add(element(node));
			}
		}
		TreeSet<String> all = new TreeSet<>(caught.keySet());
		all.addAll(thrown.keySet());
		this.page.table("Messages, escalations, errors", List.of("What", "Caught at", "Thrown at"), all,
				(kind) -> List.of(kind, String.join("<br>", caught.getOrDefault(kind, List.of())),
						String.join("<br>", thrown.getOrDefault(kind, List.of()))));
	}

	private static String signal(EventDefinition definition) {
		if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
			return "message `" + message.getMessage().getName() + "`";
		}
		if (definition instanceof EscalationEventDefinition escalation && escalation.getEscalation() != null) {
			return "escalation `" + escalation.getEscalation().getEscalationCode() + "`";
		}
		if (definition instanceof ErrorEventDefinition error && error.getError() != null) {
			return "error `" + error.getError().getErrorCode() + "`";
		}
		if (definition instanceof SignalEventDefinition signal && signal.getSignal() != null) {
			return "signal `" + signal.getSignal().getName() + "`";
		}
		return "";
	}

	private void automatic() {
		List<FlowNode> steps = new ArrayList<>();
		steps.addAll(nodes(ServiceTask.class));
		steps.addAll(nodes(SendTask.class));
		this.page.table("Steps that run by themselves", List.of("Step", "Bean", "Rows"), steps,
				(step) -> List.of(element(step), bean(step), Catalogue.property(step, "requirement").orElse("")));
	}

	private static String bean(FlowNode step) {
		String expression = (step instanceof ServiceTask service) ? service.getCamundaDelegateExpression()
				: ((SendTask) step).getCamundaDelegateExpression();
		return Optional.ofNullable(expression).map((text) -> "`" + text.replaceAll("[${}]", "") + "`").orElse("");
	}

	private void policies() {
		List<Catalogue.Policy> policies = this.catalogue.policiesIn(Bpmn.convertToString(this.model));
		List<String> head = new ArrayList<>(List.of("Key"));
		head.addAll(KINDS);
		head.add("Source");
		this.page.table("Policy keys", head, policies, (policy) -> {
			List<String> cells = new ArrayList<>(List.of("`" + policy.key() + "`"));
			cells.addAll(policy.values());
			cells.add(policy.source());
			return cells;
		});
	}

	private void rows() {
		String rows = this.model.getModelElementsByType(BaseElement.class)
			.stream()
			.flatMap((element) -> Catalogue.property(element, "requirement").stream())
			.flatMap((ids) -> RowIds.in(ids).stream())
			.distinct()
			.sorted()
			.collect(Collectors.joining(" "));
		if (!rows.isEmpty()) {
			this.page.line("Rows of the [requirements](../requirements.md): " + rows);
		}
	}

	private <T extends FlowNode> List<T> nodes(Class<T> type) {
		return List.copyOf(this.model.getModelElementsByType(type));
	}

	private static <T extends EventDefinition> Optional<T> definition(FlowNode event, Class<T> type) {
		return event.getChildElementsByType(type).stream().findFirst();
	}

	private static String element(FlowElement element) {
		String name = Catalogue.name(element);
		return (name.isEmpty() ? "" : name + "<br>") + "`" + element.getId() + "`";
	}

	private static String form(String id) {
		return (id == null) ? "" : "[" + id + "](../../forms/" + id + ".form)";
	}

	private static String link(String text, String file) {
		return "[" + text + "](" + file + ".md)";
	}

	/** A page of Markdown. */
	static final class Page {

		static final String GENERATED = "<!-- generated from the models by DocumentsTests: change the model, not this page -->";

		private final StringBuilder text = new StringBuilder();

		void line(String line) {
			this.text.append(line).append("\n\n");
		}

		void lines(Collection<String> lines) {
			if (!lines.isEmpty()) {
				line(String.join("\n", lines));
			}
		}

		void heading(String heading) {
			line("## " + heading);
		}

		<T> void table(String heading, List<String> head, Collection<T> things, Function<T, List<String>> cells) {
			if (things.isEmpty()) {
				return;
			}
			if (!heading.isEmpty()) {
				heading(heading);
			}
			List<String> rows = new ArrayList<>(List.of(row(head), row(head.stream().map((cell) -> "---").toList())));
			things.forEach((thing) -> rows.add(row(cells.apply(thing))));
			lines(rows);
		}

		private static String row(List<String> cells) {
			return "| " + cells.stream()
				.map((cell) -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
				.collect(Collectors.joining(" | ")) + " |";
		}

		String text() {
			return this.text.toString().strip() + "\n";
		}

	}

}
