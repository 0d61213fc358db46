package org.huxin.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The work that a term makes (rule of practice 13): how many tasks, and how many minutes
 * of filling in, for whom and in which week.
 */
final class Workload {

	static final int WEEKS = 20;

	/** Seconds for a field, by its type. */
	private static final Map<String, Integer> SECONDS = new LinkedHashMap<>();

	static {
		SECONDS.put("checkbox", 2);
		SECONDS.put("radio", 3);
		SECONDS.put("select", 4);
		SECONDS.put("datetime", 5);
		SECONDS.put("number", 4);
		SECONDS.put("checklist", 6);
		SECONDS.put("taglist", 6);
		SECONDS.put("textfield", 12);
		SECONDS.put("textarea", 30);
	}

	private final Instant begin;

	private final Map<String, String> forms = new HashMap<>();

	private final Map<String, String> names = new HashMap<>();

	private final Map<String, Map<String, JsonNode>> fields = new HashMap<>();

	private final List<Done> done = new ArrayList<>();

	private record Done(String account, String element, String about, int week, double minutes) {
	}

	Workload(Instant begin) throws IOException {
		this.begin = begin;
		for (File file : java.util.Objects.requireNonNull(new File("processes").listFiles())) {
			if (file.getName().endsWith(".bpmn") && !file.getName().equals("postvention.bpmn")) {
				read(Bpmn.readModelFromFile(file));
			}
		}
	}

	private void read(BpmnModelInstance model) {
		Process process = model.getModelElementsByType(Process.class).iterator().next();
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			this.forms.put(task.getId(), task.getCamundaFormRef());
			this.names.put(task.getId(), task.getName());
		}
		for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
			if (start.getCamundaFormRef() != null) {
				this.forms.put(process.getId(), start.getCamundaFormRef());
				this.names.put(process.getId(), process.getName());
			}
		}
	}

	void add(String about, List<BenchmarkWalk.Work> work) {
		for (BenchmarkWalk.Work one : work) {
			long days = Duration.between(this.begin, one.at()).toDays();
			if (!one.at().isBefore(this.begin) && days < WEEKS * 7) {
				this.done.add(new Done(one.account(), one.element(), about, (int) (days / 7), minutes(one)));
			}
		}
	}

	private double minutes(BenchmarkWalk.Work work) {
		Map<String, JsonNode> form = this.fields.computeIfAbsent(this.forms.get(work.element()), Workload::fieldsOf);
		int seconds = 0;
		for (String key : work.values().keySet()) {
			JsonNode field = form.get(key);
			if (field != null && field.path("validate").path("required").asBoolean()) {
				seconds += SECONDS.get(field.path("type").asText());
			}
		}
		return seconds / 60.0;
	}

	private static Map<String, JsonNode> fieldsOf(String form) {
		try {
			Map<String, JsonNode> fields = new HashMap<>();
			collect(new ObjectMapper().readTree(Files.readString(Path.of("forms", form + ".form"))), fields);
			return fields;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void collect(JsonNode node, Map<String, JsonNode> fields) {
		if (node.has("key")) {
			fields.put(node.path("key").asText(), node);
		}
		node.path("components").forEach((child) -> collect(child, fields));
	}

	/** The most tasks of one role in one week. */
	double[] tasks(String account) {
		double[] weeks = new double[WEEKS];
		this.done.stream().filter((one) -> one.account().equals(account)).forEach((one) -> weeks[one.week()]++);
		return weeks;
	}

	double[] minutes(String account) {
		double[] weeks = new double[WEEKS];
		this.done.stream()
			.filter((one) -> one.account().equals(account))
			.forEach((one) -> weeks[one.week()] += one.minutes());
		return weeks;
	}

	/**
	 * In how many weeks of a case the role had how many tasks, the report not counted.
	 */
	private TreeMap<Integer, Integer> perCaseAndWeek(String account) {
		Map<String, Integer> tasks = new HashMap<>();
		this.done.stream()
			.filter((one) -> one.account().equals(account) && !one.element().equals("CrisisCase"))
			.forEach((one) -> tasks.merge(one.about() + "#" + one.week(), 1, Integer::sum));
		TreeMap<Integer, Integer> counts = new TreeMap<>();
		tasks.values().forEach((count) -> counts.merge(count, 1, Integer::sum));
		return counts;
	}

	void print(Report report, Map<String, String> roles, String cases) {
		report.line("# Workload of a term");
		report.line("");
		report.line("Generated by `mvn -Pbenchmark verify` (`org.huxin.benchmark.HuxinBenchmark`); do not edit.");
		report.line("");
		report.line("A school of 2,000 with one counsellor, " + WEEKS + " weeks from " + this.begin + ": " + cases
				+ ". Every task is one that the real models created on the moved clock and that somebody completed "
				+ "through the door with plausible answers. Minutes are minutes of filling in: for each required field "
				+ "that was answered " + SECONDS
				+ " seconds, by its type; reading, talking and sessions are not in it. "
				+ "Rule of practice 13: the counsellor at most 25 tasks and 75 minutes a week, a leader at most 5 tasks "
				+ "a week, a head teacher at most one task per case and week, of 2 minutes.");
		report.head("role", "tasks in the term", "tasks a week: median", "most", "minutes a week: median", "most",
				"minutes a task");
		roles.forEach((account, role) -> {
			double[] tasks = tasks(account);
			double[] minutes = minutes(account);
			double all = java.util.Arrays.stream(tasks).sum();
			if (all > 0) {
				report.row(role, (int) all, Figures.number(Figures.median(tasks)), (int) max(tasks),
						Figures.number(Figures.median(minutes)), Figures.number(max(minutes)),
						Figures.number(java.util.Arrays.stream(minutes).sum() / all));
			}
		});
		report.line("");
		report.line("## Week by week");
		List<Object> head = new ArrayList<>(List.of("week"));
		roles.values().forEach((role) -> head.add(role + " tasks · min"));
		report.head(head.toArray());
		for (int week = 0; week < WEEKS; week++) {
			List<Object> row = new ArrayList<>(List.of(week + 1));
			for (String account : roles.keySet()) {
				row.add((int) tasks(account)[week] + " · " + Math.round(minutes(account)[week]));
			}
			report.row(row.toArray());
		}
		report.line("");
		report.line("## Head teacher: tasks per case and week");
		report.line("");
		report.line("Weeks of a case with so many tasks (the report itself not counted): " + perCaseAndWeek("teacher")
				+ ".");
		report.line("");
		report.line("## What it is");
		report.head("role", "task", "in the term", "most in a week", "minutes each");
		roles.forEach((account, role) -> kinds(report, account, role));
	}

	private void kinds(Report report, String account, String role) {
		Map<String, List<Done>> byElement = new TreeMap<>();
		this.done.stream()
			.filter((one) -> one.account().equals(account))
			.forEach((one) -> byElement.computeIfAbsent(one.element(), (key) -> new ArrayList<>()).add(one));
		byElement.entrySet()
			.stream()
			.sorted((one, other) -> other.getValue().size() - one.getValue().size())
			.forEach((entry) -> {
				double[] weeks = new double[WEEKS];
				entry.getValue().forEach((one) -> weeks[one.week()]++);
				report.row(role, this.names.get(entry.getKey()), entry.getValue().size(), (int) max(weeks),
						Figures.number(entry.getValue().stream().mapToDouble(Done::minutes).average().orElse(0)));
			});
	}

	private static double max(double[] values) {
		return java.util.Arrays.stream(values).max().orElse(0);
	}

}
