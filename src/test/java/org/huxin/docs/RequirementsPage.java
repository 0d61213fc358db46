package org.huxin.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.huxin.engine.RoutingFacts;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What each requirement became: the elements of models, fields of forms, rows of decision
 * tables and policy values that name it, the classes that name it, and the tests that
 * name it or walk to one of its elements.
 */
final class RequirementsPage {

	private static final Pattern CONSTANT = Pattern.compile("\\b(\\w+Process)\\.([A-Z][A-Z0-9_]+)\\b");

	private static final Pattern FORM = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

	private final Catalogue catalogue;

	private final Map<String, String> titles = csv("requirements.csv", "title");

	private final Map<String, String> left = csv("left.csv", "reason");

	private final Map<String, Set<String>> models = new TreeMap<>();

	private final Map<String, Set<String>> code = new TreeMap<>();

	private final Map<String, Set<String>> tests = new TreeMap<>();

	RequirementsPage(Catalogue catalogue) {
		this.catalogue = catalogue;
		Map<String, Set<String>> rowsOfThing = new TreeMap<>();
		readModels(rowsOfThing);
		readForms(rowsOfThing);
		readDecisionsAndPolicies();
		sources("src/main/java").forEach((name, text) -> RowIds.in(text).forEach((row) -> add(this.code, row, name)));
		Map<String, String> elements = elements();
		sources("src/test/java").forEach((name, text) -> {
			if (!name.endsWith("Tests") || name.startsWith("Document")) {
				return;
			}
			RowIds.in(text).forEach((row) -> add(this.tests, row, name));
			things(text, elements).forEach(
					(thing) -> rowsOfThing.getOrDefault(thing, Set.of()).forEach((row) -> add(this.tests, row, name)));
		});
	}

	private void readModels(Map<String, Set<String>> rowsOfThing) {
		this.catalogue.models().forEach((file, model) -> {
			for (BaseElement element : model.getModelElementsByType(BaseElement.class)) {
				Set<String> rows = new TreeSet<>();
				Catalogue.property(element, "requirement").map(RowIds::in).ifPresent(rows::addAll);
				rows.addAll(RowIds.in(Catalogue.documentation(element)));
				for (String row : rows) {
					add(this.models, row, "[" + label(element) + "](processes/" + file + ".md)");
					add(rowsOfThing, element.getId(), row);
					if (element instanceof UserTask task) {
						add(rowsOfThing, String.valueOf(task.getCamundaFormRef()), row);
					}
				}
			}
		});
	}

	private static String label(BaseElement element) {
		String name = (element instanceof FlowElement flow) ? Catalogue.name(flow) : "";
		return name.isEmpty() ? "`" + element.getId() + "`" : name;
	}

	private void readForms(Map<String, Set<String>> rowsOfThing) {
		this.catalogue.forms().forEach((id, form) -> rowsOf(form).forEach((row) -> {
			add(this.models, row, "form [" + id + "](../forms/" + id + ".form)");
			add(rowsOfThing, id, row);
		}));
	}

	private static Set<String> rowsOf(JsonNode component) {
		Set<String> rows = new TreeSet<>(RowIds.in(component.path("properties").path("requirement").asText()));
		component.path("components").forEach((inner) -> rows.addAll(rowsOf(inner)));
		return rows;
	}

	private void readDecisionsAndPolicies() {
		this.catalogue.decisions().forEach((file, model) -> {
			String link = "](processes/" + file + ".md)";
			String name = Catalogue.decision(model).getName();
			RowIds.in(DecisionPage.description(Catalogue.decision(model)))
				.forEach((row) -> add(this.models, row, "[" + name + link));
			model.getModelElementsByType(Rule.class)
				.forEach((rule) -> RowIds.in(DecisionPage.description(rule))
					.forEach((row) -> add(this.models, row, "[" + name + link)));
		});
		this.catalogue.policies()
			.values()
			.forEach((policy) -> RowIds.in(policy.source())
				.forEach((row) -> add(this.models, row, "policy `" + policy.key() + "`")));
	}

	/** The constants of the names classes with the elements that they name. */
	private static Map<String, String> elements() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(RoutingFacts.class));
		Map<String, String> elements = new LinkedHashMap<>();
		scanner.findCandidateComponents("org.huxin").forEach((bean) -> {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()),
					RequirementsPage.class.getClassLoader());
			for (Field field : type.getFields()) {
				if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
					elements.put(type.getSimpleName() + "." + field.getName(), text(field));
				}
			}
		});
		return elements;
	}

	private static String text(Field field) {
		try {
			return (String) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The elements and forms that a test speaks of. */
	private static Set<String> things(String text, Map<String, String> elements) {
		Set<String> things = new TreeSet<>();
		Matcher constant = CONSTANT.matcher(text);
		while (constant.find()) {
			String element = elements.get(constant.group(1) + "." + constant.group(2));
			if (element != null) {
				things.add(element);
			}
		}
		Matcher form = FORM.matcher(text);
		while (form.find()) {
			things.add(form.group(1));
		}
		return things;
	}

	/** The rows that nothing was made of and no reason is given for. */
	Set<String> missing() {
		Set<String> missing = new TreeSet<>(this.titles.keySet());
		missing.removeIf((row) -> isBuilt(row) || this.left.containsKey(row));
		return missing;
	}

	/** The rows that are built but named by no test. */
	Set<String> untested() {
		Set<String> untested = new TreeSet<>(this.titles.keySet());
		untested.removeIf((row) -> !isBuilt(row) || this.tests.containsKey(row) || this.left.containsKey(row));
		return untested;
	}

	/** Rows that anything names but that are not in the list. */
	Set<String> unknown() {
		Set<String> unknown = new TreeSet<>(this.models.keySet());
		unknown.addAll(this.left.keySet());
		unknown.removeIf((row) -> row.startsWith("B") || this.titles.containsKey(row));
		return unknown;
	}

	private boolean isBuilt(String row) {
		return this.models.containsKey(row) || this.code.containsKey(row);
	}

	String write() {
		ProcessPage.Page page = new ProcessPage.Page();
		page.line("# Requirements");
		page.line(ProcessPage.Page.GENERATED);
		page.line(
				"What each row of the requirements became: in models, forms, decision tables and policy values (property "
						+ "`requirement`, descriptions, sources), in classes that name the row, and the tests that name it or go through one "
						+ "of its elements. A test fails when a row is neither built nor listed with a reason.");
		List<String> open = this.titles.keySet().stream().filter((row) -> !isBuilt(row)).toList();
		page.line(this.titles.size() - open.size() + " of " + this.titles.size() + " rows are built, " + open.size()
				+ " are left.");
		page.table("Left, with the reason", List.of("Row", "What", "Why not here"), this.left.keySet(),
				(row) -> List.of(row, this.titles.getOrDefault(row, ""), this.left.get(row)));
		group(page, "A", "Organisation, roles, networks");
		group(page, "C", "Signs");
		group(page, "D", "Discovery, report, escalation");
		group(page, "E", "Assessment");
		group(page, "S", "Level schemes");
		group(page, "F", "Intervention");
		group(page, "G", "Suspension, return, follow-up, closing");
		group(page, "H", "Records, evidence, confidentiality");
		group(page, "K", "Contradictions that became policy");
		return page.text();
	}

	private void group(ProcessPage.Page page, String letter, String heading) {
		page.table(letter + " " + heading, List.of("Row", "What", "Models, forms, tables, policies", "Code", "Tests"),
				this.titles.keySet().stream().filter((row) -> row.startsWith(letter)).toList(),
				(row) -> List.of(row, this.titles.get(row), shortened(this.models.get(row), 6),
						shortened(ticked(this.code.get(row)), 5), shortened(ticked(this.tests.get(row)), 5)));
	}

	private static Collection<String> ticked(Set<String> names) {
		return (names == null) ? List.of() : names.stream().map((name) -> "`" + name + "`").toList();
	}

	private static String shortened(Collection<String> things, int most) {
		if (things == null || things.isEmpty()) {
			return "–";
		}
		List<String> shown = new ArrayList<>(things.stream().limit(most).toList());
		if (things.size() > most) {
			shown.add("and " + (things.size() - most) + " more");
		}
		return String.join(", ", shown);
	}

	private static void add(Map<String, Set<String>> map, String key, String value) {
		map.computeIfAbsent(key, (fresh) -> new TreeSet<>()).add(value);
	}

	/** Java files by class name. */
	private static Map<String, String> sources(String folder) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			Map<String, String> sources = new TreeMap<>();
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String name = file.getFileName().toString().replace(".java", "");
				if (!name.equals("package-info")) {
					sources.put(name, Files.readString(file));
				}
			}
			return sources;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> csv(String name, String column) {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (InputStream input = RequirementsPage.class.getResourceAsStream(name)) {
			Map<String, String> lines = new LinkedHashMap<>();
			for (CSVRecord line : format.parse(new InputStreamReader(input, StandardCharsets.UTF_8))) {
				lines.put(line.get("id"), line.get(column));
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
