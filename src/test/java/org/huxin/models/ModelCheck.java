package org.huxin.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.huxin.engine.ProcessVariable;

/**
 * Compares the models with the code, both ways: a name that only one of them knows is a
 * finding.
 */
final class ModelCheck {

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

	private static final Pattern DEADLINE = Pattern
		.compile("deadlines\\.(\\w+)\\(\\s*execution\\s*,\\s*'([^']+)'\\s*\\)");

	private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

	/** Ways to ask the deadlines for the day of a routing fact. */
	private static final List<String> VARIABLE_METHODS = List.of("on", "morningOf");

	private static final List<String> URGENCIES = List.of("NOW", "TODAY", "WEEK");

	private static final ObjectMapper JSON = new ObjectMapper();

	private final ModelSet set;

	private final CodeNames code;

	private final List<String> findings = new ArrayList<>();

	private final Map<String, BpmnModelInstance> models = new TreeMap<>();

	private final Map<String, JsonNode> forms = new TreeMap<>();

	private final Map<String, List<JsonNode>> fields = new TreeMap<>();

	private final Map<String, Set<String>> decisions = new TreeMap<>();

	private final Set<String> policyKeysUsed = new HashSet<>();

	private ModelCheck(ModelSet set, CodeNames code) {
		this.set = set;
		this.code = code;
	}

	static List<String> findings(ModelSet set, CodeNames code) {
		ModelCheck check = new ModelCheck(set, code);
		check.read();
		check.processes();
		check.forms();
		check.decisions();
		check.policies();
		return check.findings;
	}

	private void say(String where, String what) {
		this.findings.add(where + ": " + what);
	}

	private void read() {
		this.set.ending(".bpmn")
			.forEach((file, text) -> this.models.put(file,
					Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
		this.set.ending(".form").forEach((file, text) -> {
			String id = file.substring(file.indexOf('/') + 1, file.length() - ".form".length());
			try {
				JsonNode form = JSON.readTree(text);
				this.forms.put(id, form);
				List<JsonNode> all = new ArrayList<>();
				collect(form, all);
				this.fields.put(id, all);
				if (!form.path("id").asText().equals(id)) {
					say(file, "its id is " + form.path("id").asText());
				}
			}
			catch (JsonProcessingException ex) {
				say(file, "no JSON");
			}
		});
		this.set.ending(".dmn").forEach((file, text) -> {
			DmnModelInstance model = Dmn
				.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
			for (Decision decision : model.getModelElementsByType(Decision.class)) {
				if (!decision.getId().equals(pascal(file))) {
					say(file, "the decision is called " + decision.getId());
				}
				if (!timeToLive(decision.getCamundaHistoryTimeToLiveString())) {
					say(file, "no history time to live in days");
				}
				Set<String> names = new TreeSet<>();
				model.getModelElementsByType(Input.class)
					.forEach((input) -> names.add(input.getInputExpression().getText().getTextContent()));
				model.getModelElementsByType(Output.class).forEach((output) -> names.add(output.getName()));
				this.decisions.put(decision.getId(), names);
			}
		});
	}

	private static void collect(JsonNode parent, List<JsonNode> all) {
		for (JsonNode component : parent.path("components")) {
			if (component.has("key")) {
				all.add(component);
			}
			collect(component, all);
		}
	}

	// processes

	private void processes() {
		compare("processes", this.models.keySet(), this.code.models(), "model");
		Set<String> beansUsed = new HashSet<>();
		Set<String> formsUsed = new HashSet<>();
		Set<String> decisionsUsed = new HashSet<>(this.code.decisions());
		Set<String> keys = this.models.keySet()
			.stream()
			.filter(this.code.models()::contains)
			.map(this.code::key)
			.collect(Collectors.toSet());
		this.models.forEach((file, model) -> {
			if (this.code.models().contains(file)) {
				elements(file, model);
				expressions(file, model, beansUsed);
				tasks(file, model, formsUsed);
				calls(file, model, keys);
				model.getModelElementsByType(BusinessRuleTask.class)
					.forEach((task) -> decisionsUsed.add(String.valueOf(task.getCamundaDecisionRef())));
				model.getModelElementsByType(StartEvent.class)
					.forEach((start) -> formsUsed.add(String.valueOf(start.getCamundaFormRef())));
				submissionsRunNoCode(file, model);
			}
		});
		formsUsed.remove("null");
		compare("beans", beansUsed, this.code.delegates(), "delegate");
		compare("forms", formsUsed, this.forms.keySet(), "form");
		compare("decisions", decisionsUsed, this.decisions.keySet(), "decision");
	}

	private void elements(String file, BpmnModelInstance model) {
		Process process = model.getModelElementsByType(Process.class).iterator().next();
		if (!process.getId().equals(this.code.key(file)) || !process.getId().equals(pascal(file))) {
			say(file, "the process is called " + process.getId());
		}
		if (!timeToLive(process.getCamundaHistoryTimeToLiveString())) {
			say(file, "no history time to live in days");
		}
		groups(file, process.getId(), process.getCamundaCandidateStarterGroupsList());
		Set<String> ids = model.getModelElementsByType(FlowNode.class)
			.stream()
			.map(BaseElement::getId)
			.collect(Collectors.toSet());
		compare(file, ids, this.code.elements(file), "element");
	}

	private void expressions(String file, BpmnModelInstance model, Set<String> beansUsed) {
		Map<String, ProcessVariable<?>> facts = this.code.facts();
		Set<String> used = new HashSet<>();
		Matcher matcher = EXPRESSION.matcher(this.set.files().get(file));
		while (matcher.find()) {
			String expression = matcher.group(1).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
			deadlines(file, expression);
			Matcher comparison = Pattern.compile("(\\w+) == '(\\w+)'").matcher(expression);
			while (comparison.find()) {
				ProcessVariable<?> fact = facts.get(comparison.group(1));
				if (fact != null && !fact.codes().contains(comparison.group(2))) {
					say(file, "the routing fact " + fact.name() + " is never " + comparison.group(2));
				}
			}
			Matcher variable = Pattern.compile("deadlines\\.(?:on|morningOf)\\(\\s*execution\\s*,\\s*'(\\w+)'")
				.matcher(expression);
			if (variable.find()) {
				used.add(variable.group(1));
			}
			for (String word : words(expression)) {
				if (this.code.delegates().contains(word)) {
					beansUsed.add(word);
				}
				else if (!word.equals("deadlines") && !word.equals("execution")) {
					used.add(word);
				}
			}
		}
		model.getModelElementsByType(CamundaIn.class)
			.forEach((in) -> add(used, in.getCamundaSource(), in.getCamundaTarget()));
		model.getModelElementsByType(CamundaOut.class)
			.forEach((out) -> add(used, out.getCamundaSource(), out.getCamundaTarget()));
		Matcher named = Pattern.compile(
				"(?:resultVariable|escalationCodeVariable|errorCodeVariable|variableName|(?:input|output)Parameter name)=\"(\\w+)\"")
			.matcher(this.set.files().get(file));
		while (named.find()) {
			used.add(named.group(1));
		}
		used.stream()
			.filter((name) -> !facts.containsKey(name))
			.forEach((name) -> say(file, "nobody declares " + name));
		Set<String> known = new HashSet<>(used);
		model.getModelElementsByType(BusinessRuleTask.class)
			.forEach((task) -> known.addAll(this.decisions.getOrDefault(task.getCamundaDecisionRef(), Set.of())));
		this.code.declaredBy(file)
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> say(file, "does not use the routing fact " + name));
	}

	private static Set<String> words(String expression) {
		String bare = expression.replaceAll("'[^']*'", "").replaceAll("\\.\\w+", "");
		Set<String> words = new TreeSet<>();
		Matcher matcher = WORD.matcher(bare);
		while (matcher.find()) {
			if (!Set.of("true", "false", "null", "and", "or", "not").contains(matcher.group())) {
				words.add(matcher.group());
			}
		}
		return words;
	}

	private static void add(Set<String> names, String... found) {
		for (String name : found) {
			if (name != null) {
				names.add(name);
			}
		}
	}

	private void deadlines(String file, String expression) {
		Matcher matcher = DEADLINE.matcher(expression);
		while (matcher.find()) {
			String method = matcher.group(1);
			if (!this.code.deadlineMethods().contains(method)) {
				say(file, "deadlines cannot " + method);
			}
			if (method.endsWith("yUrgency")) {
				URGENCIES.forEach((urgency) -> this.policyKeysUsed.add(matcher.group(2) + "." + urgency));
			}
			else if (!VARIABLE_METHODS.contains(method)) {
				this.policyKeysUsed.add(matcher.group(2));
			}
		}
		if (expression.contains("deadlines") && !DEADLINE.matcher(expression).find()) {
			say(file, "not a way to ask the deadlines: " + expression);
		}
	}

	private void tasks(String file, BpmnModelInstance model, Set<String> formsUsed) {
		// the author of a step may stand in any model of the case
		Set<String> ids = this.models.values()
			.stream()
			.flatMap((any) -> any.getModelElementsByType(UserTask.class).stream())
			.map(BaseElement::getId)
			.collect(Collectors.toSet());
		ids.add("start");
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			formsUsed.add(String.valueOf(task.getCamundaFormRef()));
			groups(file, task.getId(), task.getCamundaCandidateGroupsList());
			if (task.getCamundaCandidateGroupsList().isEmpty() || task.getCamundaAssignee() != null
					|| task.getCamundaCandidateUsers() != null) {
				say(file, task.getId() + " must be offered to roles, not to persons");
			}
			if (task.getCamundaDueDate() == null) {
				say(file, task.getId() + " is never due");
			}
			properties(task).forEach((name, value) -> {
				if (name.equals("differentFrom")) {
					Arrays.stream(value.split(","))
						.map(String::strip)
						.filter((id) -> !ids.contains(id))
						.forEach((id) -> say(file,
								task.getId() + " wants another person than at " + id + ", which does not exist"));
				}
				if (name.equals("escalateTo")) {
					groups(file, task.getId(), Arrays.stream(value.split(",")).map(String::strip).toList());
				}
				if (name.equals("ladderEvery")) {
					this.policyKeysUsed.add(value);
				}
				if (!Set.of("differentFrom", "requirement", "ownTimers", "escalateTo", "ladderEvery", "qualified")
					.contains(name)) {
					say(file, task.getId() + " has an unknown property " + name);
				}
			});
		}
	}

	private static Map<String, String> properties(UserTask task) {
		Map<String, String> properties = new LinkedHashMap<>();
		if (task.getExtensionElements() != null) {
			task.getExtensionElements()
				.getElementsQuery()
				.list()
				.forEach((element) -> element.getChildElementsByType(CamundaProperty.class)
					.forEach((property) -> properties.put(property.getCamundaName(), property.getCamundaValue())));
		}
		return properties;
	}

	private void groups(String file, String where, Collection<String> groups) {
		groups.stream()
			.filter((group) -> !this.code.roles().contains(group))
			.forEach((group) -> say(file, where + " names the role " + group + ", which does not exist"));
	}

	private void calls(String file, BpmnModelInstance model, Set<String> keys) {
		for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
			if (!keys.contains(call.getCalledElement())) {
				say(file, call.getId() + " calls " + call.getCalledElement() + ", which does not exist");
			}
			Collection<CamundaIn> ins = call.getExtensionElements().getChildElementsByType(CamundaIn.class);
			if (ins.stream().noneMatch((in) -> in.getCamundaBusinessKey() != null)) {
				say(file, call.getId() + " does not hand on the business key");
			}
			Set<String> handed = ins.stream().map(CamundaIn::getCamundaTarget).collect(Collectors.toSet());
			for (String fact : List.of("caseNo", "discoveredAt", "urgency")) {
				if (!handed.contains(fact)) {
					say(file, call.getId() + " does not hand on " + fact);
				}
			}
		}
	}

	/**
	 * What a person submits must never be lost to code that fails: between a form and the
	 * first delegate lies an asynchronous step.
	 */
	private void submissionsRunNoCode(String file, BpmnModelInstance model) {
		List<FlowNode> begin = new ArrayList<>(model.getModelElementsByType(UserTask.class));
		begin.addAll(model.getModelElementsByType(StartEvent.class));
		Set<FlowNode> seen = new HashSet<>();
		List<FlowNode> open = begin.stream()
			.flatMap((node) -> node.getSucceedingNodes().list().stream())
			.collect(Collectors.toCollection(ArrayList::new));
		while (!open.isEmpty()) {
			FlowNode node = open.remove(0);
			if (!seen.add(node) || node.isCamundaAsyncBefore() || node instanceof UserTask) {
				continue;
			}
			if (node instanceof ServiceTask) {
				say(file, node.getId() + " runs code in somebody's submission: asyncBefore is missing");
			}
			if (node instanceof SubProcess subProcess) {
				subProcess.getChildElementsByType(StartEvent.class).forEach(open::add);
			}
			open.addAll(node.getSucceedingNodes().list());
			if (node.getSucceedingNodes().list().isEmpty() && node.getParentElement() instanceof SubProcess scope) {
				open.addAll(scope.getSucceedingNodes().list());
			}
		}
		model.getModelElementsByType(BoundaryEvent.class)
			.stream()
			.flatMap((event) -> event.getSucceedingNodes().list().stream())
			.filter((node) -> node instanceof ServiceTask && !node.isCamundaAsyncBefore())
			.forEach((node) -> say(file, node.getId() + " needs asyncBefore"));
		model.getModelElementsByType(ExclusiveGateway.class)
			.stream()
			.filter((gateway) -> gateway.getOutgoing().size() > 1 && gateway.getDefault() == null)
			.forEach((gateway) -> say(file, gateway.getId() + " has no default"));
	}

	// forms

	private void forms() {
		Map<String, Set<String>> asked = this.code.keysByForm();
		Map<String, Set<String>> recorded = this.code.recordedByForm();
		compareOneWay("rules", asked.keySet(), this.forms.keySet(), "form");
		Map<String, ProcessVariable<?>> facts = this.code.facts();
		this.fields.forEach((form, all) -> {
			String file = "forms/" + form + ".form";
			Map<String, JsonNode> byKey = all.stream()
				.collect(Collectors.toMap((field) -> field.path("key").asText(), Function.identity(),
						(first, second) -> {
							say(file, "asks twice for " + first.path("key").asText());
							return first;
						}));
			asked.getOrDefault(form, Set.of())
				.stream()
				.filter((key) -> !byKey.containsKey(key) || byKey.get(key).path("readonly").asBoolean())
				.forEach((key) -> say(file, "does not ask for " + key + ", but its rule does"));
			byKey.values().forEach((field) -> field(file, field, facts, recorded));
		});
	}

	private void field(String file, JsonNode field, Map<String, ProcessVariable<?>> facts,
			Map<String, Set<String>> recorded) {
		String key = field.path("key").asText();
		if (!field.path("id").asText().equals(key)) {
			say(file, key + " has another id");
		}
		if (field.path("properties").path("routing").asBoolean()) {
			ProcessVariable<?> fact = facts.get(key);
			if (fact == null) {
				say(file, "nobody declares " + key);
			}
			else if (field.has("values")) {
				field.path("values").forEach((value) -> {
					if (!fact.codes().contains(value.path("value").asText())) {
						say(file, key + " may not be " + value.path("value").asText());
					}
				});
			}
		}
		String from = field.path("properties").path("from").asText();
		if (from.contains(".")) {
			String[] source = from.split("\\.");
			boolean known = this.fields.getOrDefault(source[0], List.of())
				.stream()
				.anyMatch(
						(other) -> other.path("key").asText().equals(source[1]) && !other.path("readonly").asBoolean())
					|| recorded.getOrDefault(source[0], Set.of()).contains(source[1]);
			if (!known) {
				say(file, key + " comes from " + from + ", which nobody enters");
			}
		}
		for (JsonNode value : field.path("values")) {
			if (!value.path("value").asText().matches("[A-Z][A-Z0-9_]*")) {
				say(file, key + " offers " + value.path("value").asText() + ", which is no code");
			}
		}
	}

	// decisions and policies

	private void decisions() {
		Map<String, ProcessVariable<?>> facts = this.code.facts();
		this.models.forEach((file, model) -> model.getModelElementsByType(BusinessRuleTask.class)
			.forEach((task) -> this.decisions.getOrDefault(task.getCamundaDecisionRef(), Set.of())
				.stream()
				.filter((name) -> !facts.containsKey(name))
				.forEach((name) -> say(file,
						task.getCamundaDecisionRef() + " asks for " + name + ", which is no routing fact"))));
	}

	private void policies() {
		Set<String> keys = this.set.files()
			.get("policies.csv")
			.lines()
			.skip(1)
			.map((line) -> line.substring(0, line.indexOf(',')))
			.collect(Collectors.toCollection(TreeSet::new));
		this.policyKeysUsed.stream()
			.filter((key) -> !keys.contains(key))
			.forEach((key) -> say("policies.csv", "says nothing about " + key));
		keys.stream()
			.filter((key) -> !this.policyKeysUsed.contains(key) && !this.code.writes(key)
					&& !this.code.writes(key.replaceAll("\\.[A-Z_]+$", ".\"")))
			.forEach((key) -> say("policies.csv", "nobody asks for " + key));
	}

	private void compare(String where, Set<String> here, Set<String> there, String kind) {
		compareOneWay(where, here, there, kind);
		there.stream()
			.filter((name) -> !here.contains(name))
			.sorted()
			.forEach((name) -> say(where, "the " + kind + " " + name + " is used by nobody"));
	}

	private void compareOneWay(String where, Set<String> here, Set<String> there, String kind) {
		here.stream()
			.filter((name) -> !there.contains(name))
			.sorted()
			.forEach((name) -> say(where, "the " + kind + " " + name + " does not exist"));
	}

	private static boolean timeToLive(String text) {
		return text != null && text.matches("P\\d+D");
	}

	/** crisis-case.bpmn holds CrisisCase. */
	private static String pascal(String file) {
		String name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
		StringBuilder pascal = new StringBuilder();
		for (String word : name.split("-")) {
			pascal.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
		}
		return pascal.toString();
	}

}
