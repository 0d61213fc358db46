package org.huxin.docs;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Everything that the pages are made from: models, decision tables, forms, policy values,
 * the words for roles.
 */
final class Catalogue {

	private static final Pattern DEADLINE = Pattern.compile("deadlines\\.(\\w+)\\(execution, *'([\\w.]+)'\\)");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

	private final Map<String, BpmnModelInstance> models = new TreeMap<>();

	private final Map<String, DmnModelInstance> decisions = new TreeMap<>();

	private final Map<String, JsonNode> forms = new TreeMap<>();

	private final Map<String, Policy> policies = new LinkedHashMap<>();

	private final Properties words = new Properties();

	/**
	 * A line of the policy profiles.
	 *
	 * @param values primary, secondary, vocational, university
	 */
	record Policy(String key, List<String> values, String source) {
	}

	Catalogue() {
		try {
			for (Path file : files("processes")) {
				String name = file.getFileName().toString();
				if (name.endsWith(".bpmn")) {
					this.models.put(name.replace(".bpmn", ""), Bpmn.readModelFromFile(file.toFile()));
				}
				else if (name.endsWith(".dmn")) {
					this.decisions.put(name.replace(".dmn", ""), Dmn.readModelFromFile(file.toFile()));
				}
			}
			ObjectMapper json = new ObjectMapper();
			for (Path file : files("forms")) {
				this.forms.put(file.getFileName().toString().replace(".form", ""), json.readTree(file.toFile()));
			}
			readPolicies();
			try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
				this.words.load(reader);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(String folder) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			return files.sorted().toList();
		}
	}

	private void readPolicies() throws IOException {
		Path file = Path.of("src/main/resources/org/huxin/school/policies.csv");
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setCommentMarker('#')
			.setIgnoreEmptyLines(true)
			.get();
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			for (CSVRecord line : format.parse(reader)) {
				this.policies.put(line.get("key"), new Policy(line.get("key"), List.of(line.get("primary"),
						line.get("secondary"), line.get("vocational"), line.get("university")), line.get("source")));
			}
		}
	}

	/** The models by file name without ending. */
	Map<String, BpmnModelInstance> models() {
		return this.models;
	}

	/** The decision tables by file name without ending. */
	Map<String, DmnModelInstance> decisions() {
		return this.decisions;
	}

	/** The forms by id. */
	Map<String, JsonNode> forms() {
		return this.forms;
	}

	Map<String, Policy> policies() {
		return this.policies;
	}

	static Process process(BpmnModelInstance model) {
		return model.getModelElementsByType(Process.class)
			.stream()
			.filter(Process::isExecutable)
			.findFirst()
			.orElseThrow();
	}

	static Decision decision(DmnModelInstance model) {
		return model.getModelElementsByType(Decision.class).iterator().next();
	}

	/** The file of a process. */
	Optional<String> fileOf(String processKey) {
		return this.models.entrySet()
			.stream()
			.filter((entry) -> process(entry.getValue()).getId().equals(processKey))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** The file of a decision. */
	Optional<String> fileOfDecision(String decision) {
		return this.decisions.entrySet()
			.stream()
			.filter((entry) -> decision(entry.getValue()).getId().equals(decision))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** What people call a role. */
	String role(String id) {
		return this.words.getProperty("role." + id.strip(), id.strip());
	}

	String roles(Collection<String> ids) {
		return String.join("、", ids.stream().map(this::role).toList());
	}

	static String name(FlowElement element) {
		return Optional.ofNullable(element.getName()).orElse("").replaceAll("\\s+", " ").strip();
	}

	static String documentation(BaseElement element) {
		return String
			.join(" ", element.getDocumentations().stream().map((text) -> text.getTextContent().strip()).toList())
			.replaceAll("\\s+", " ");
	}

	/** An extension property of an element. */
	static Optional<String> property(BaseElement element, String name) {
		if (element.getExtensionElements() == null) {
			return Optional.empty();
		}
		return element.getExtensionElements()
			.getElementsQuery()
			.list()
			.stream()
			.flatMap((extension) -> extension.getChildElementsByType(CamundaProperty.class).stream())
			.filter((property) -> name.equals(property.getCamundaName()))
			.map(CamundaProperty::getCamundaValue)
			.findFirst();
	}

	/** Says in words when something is due. */
	String when(String expression) {
		Matcher deadline = DEADLINE.matcher(expression);
		if (deadline.find()) {
			String key = deadline.group(2);
			return switch (deadline.group(1)) {
				case "sinceDiscovery" -> "`" + key + "` after the discovery";
				case "fromNow" -> "`" + key + "` after it begins";
				case "byUrgency" -> "`" + key + "` of the urgency, after the discovery";
				case "fromNowByUrgency" -> "`" + key + "` of the urgency, after it begins";
				case "on" -> "at the end of the working day of `" + key + "`";
				default -> "`" + key + "` (" + deadline.group(1) + ")";
			};
		}
		Matcher variable = VARIABLE.matcher(expression);
		if (variable.matches()) {
			String name = variable.group(1);
			List<String> origins = origins(name);
			return "`" + name + "`"
					+ (origins.isEmpty() ? "" : ": " + String.join("; or ", origins.stream().map(this::when).toList()));
		}
		return "`" + expression + "`";
	}

	/** The expressions from which models fill a variable. */
	private List<String> origins(String variable) {
		List<String> origins = new ArrayList<>();
		for (BpmnModelInstance model : this.models.values()) {
			model.getModelElementsByType(CamundaOutputParameter.class)
				.stream()
				.filter((parameter) -> variable.equals(parameter.getCamundaName()))
				.map((parameter) -> parameter.getTextContent().strip())
				.forEach(origins::add);
			model.getModelElementsByType(CallActivity.class)
				.forEach((call) -> ins(call).stream()
					.filter((in) -> variable.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
					.map((in) -> in.getCamundaSourceExpression().strip())
					.forEach(origins::add));
		}
		return origins.stream().distinct().filter((origin) -> DEADLINE.matcher(origin).find()).toList();
	}

	private static Collection<CamundaIn> ins(CallActivity call) {
		return (call.getExtensionElements() != null)
				? call.getExtensionElements().getChildElementsByType(CamundaIn.class) : List.of();
	}

	/** The policy values that a text of a model asks for. */
	List<Policy> policiesIn(String text) {
		List<Policy> found = new ArrayList<>();
		Matcher matcher = DEADLINE.matcher(text);
		while (matcher.find()) {
			String key = matcher.group(2);
			this.policies.values()
				.stream()
				.filter((policy) -> policy.key().equals(key) || policy.key().matches(Pattern.quote(key) + "\\.[A-Z_]+"))
				.filter((policy) -> !found.contains(policy))
				.forEach(found::add);
		}
		return found;
	}

}
