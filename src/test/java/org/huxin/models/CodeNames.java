package org.huxin.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.CaseFacts;
import org.huxin.engine.Deadlines;
import org.huxin.engine.FormRule;
import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;
import org.huxin.school.Role;
import org.mockito.Answers;
import org.mockito.Mockito;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What the code says: the names classes, the routing facts, the delegates, the form rules
 * and what they ask of their forms.
 */
final class CodeNames {

	private static final Pattern FIELD = Pattern
		.compile("submission\\s*\\.(?:text|texts|isBlank|number|date|isYes|refuse)\\(\"(\\w+)\"");

	private static final Pattern RECORDED = Pattern.compile("submission\\s*\\.record\\(\"(\\w+)\"");

	private static final Pattern DECISION = Pattern.compile("submission\\s*\\.decide\\(\"(\\w+)\"");

	/** The names classes by the model that they name. */
	private static final Map<String, Class<? extends RoutingFacts>> PROCESSES = processes();

	private final Map<Path, String> sources = sources();

	private final Map<String, ProcessVariable<?>> facts = readFacts();

	private final Set<String> delegates = scan(JavaDelegate.class).stream()
		.map((type) -> type.getAnnotation(Component.class).value())
		.collect(Collectors.toCollection(TreeSet::new));

	private final Map<String, Set<String>> asked = byForm(FIELD);

	private final Map<String, Set<String>> recorded = byForm(RECORDED);

	private static Map<String, Class<? extends RoutingFacts>> processes() {
		Map<String, Class<? extends RoutingFacts>> processes = new TreeMap<>();
		scan(RoutingFacts.class).stream()
			.filter((type) -> type.getSimpleName().endsWith("Process"))
			.forEach((type) -> processes.put(model(type), type.asSubclass(RoutingFacts.class)));
		return processes;
	}

	/** CrisisCaseProcess names processes/crisis-case.bpmn. */
	private static String model(Class<?> type) {
		String name = type.getSimpleName().replaceAll("Process$", "");
		return "processes/" + name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".bpmn";
	}

	Set<String> models() {
		return new TreeSet<>(PROCESSES.keySet());
	}

	String key(String model) {
		return constants(model).get("KEY");
	}

	/** The element ids that the names class of a model declares. */
	Set<String> elements(String model) {
		Map<String, String> constants = constants(model);
		constants.remove("KEY");
		return new TreeSet<>(constants.values());
	}

	private static Map<String, String> constants(String model) {
		Map<String, String> constants = new LinkedHashMap<>();
		for (Field field : PROCESSES.get(model).getFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
				constants.put(field.getName(), (String) value(field));
			}
		}
		return constants;
	}

	private static Object value(Field field) {
		try {
			return field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The routing facts that the names class of a model declares. */
	Set<String> declaredBy(String model) {
		return facts(PROCESSES.get(model)).stream().map(ProcessVariable::name).collect(Collectors.toSet());
	}

	/** Every routing fact by name. */
	Map<String, ProcessVariable<?>> facts() {
		return this.facts;
	}

	private static Map<String, ProcessVariable<?>> readFacts() {
		Map<String, ProcessVariable<?>> facts = new TreeMap<>();
		Stream.concat(scan(RoutingFacts.class).stream(), Stream.of(CaseFacts.class))
			.flatMap((type) -> facts(type.asSubclass(RoutingFacts.class)).stream())
			.forEach((fact) -> {
				if (facts.put(fact.name(), fact) != null) {
					throw new IllegalStateException("The routing fact " + fact.name() + " is declared twice");
				}
			});
		return facts;
	}

	private static List<ProcessVariable<?>> facts(Class<? extends RoutingFacts> type) {
		return List.copyOf(Mockito.mock(type, Answers.CALLS_REAL_METHODS).all());
	}

	/** The bean names of the delegates. */
	Set<String> delegates() {
		return this.delegates;
	}

	Set<String> deadlineMethods() {
		return Arrays.stream(Deadlines.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.map(Method::getName)
			.collect(Collectors.toSet());
	}

	Set<String> roles() {
		return Arrays.stream(Role.values()).map(Role::id).collect(Collectors.toSet());
	}

	/** The forms that have a rule, with the keys that the rule asks for. */
	Map<String, Set<String>> keysByForm() {
		return this.asked;
	}

	/** What the rule of a form adds to its entries. */
	Map<String, Set<String>> recordedByForm() {
		return this.recorded;
	}

	private Map<String, Set<String>> byForm(Pattern pattern) {
		Map<String, Set<String>> byForm = new TreeMap<>();
		for (Class<?> type : scan(FormRule.class)) {
			String form = ((FormRule) Mockito.mock(type, Answers.CALLS_REAL_METHODS)).form();
			byForm.computeIfAbsent(form, (key) -> new TreeSet<>()).addAll(found(pattern, source(type.getSimpleName())));
		}
		return byForm;
	}

	/** The decisions that rules evaluate. */
	Set<String> decisions() {
		return this.sources.values()
			.stream()
			.flatMap((source) -> found(DECISION, source).stream())
			.collect(Collectors.toSet());
	}

	/** Whether any class of the product writes this text. */
	boolean writes(String text) {
		return this.sources.values().stream().anyMatch((source) -> source.contains("\"" + text));
	}

	private String source(String simpleName) {
		return this.sources.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(simpleName + ".java"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static Set<String> found(Pattern pattern, String source) {
		Set<String> found = new TreeSet<>();
		Matcher matcher = pattern.matcher(source);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static List<Class<?>> scan(Class<?> type) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(type));
		return scanner.findCandidateComponents("org.huxin")
			.stream()
			.<Class<?>>map((bean) -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()),
					CodeNames.class.getClassLoader()))
			.filter((found) -> found.isAnnotationPresent(Component.class))
			.toList();
	}

	private static Map<Path, String> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			Map<Path, String> sources = new TreeMap<>();
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				sources.put(file, Files.readString(file));
			}
			return sources;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
