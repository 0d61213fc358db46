package org.huxin.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One life of a case as it was recorded from the product: who submitted what where and
 * when, which facts went on to the engine, and what delegates and deadlines answered.
 * Only what the engine was told is in it; how the product came to it is left behind.
 */
final class Script {

	private final String name;

	private final Instant begin;

	private final UUID student;

	private final List<String> guardians;

	private final List<Step> steps = new ArrayList<>();

	private final Map<String, List<Map<String, Object>>> delegates = new ConcurrentHashMap<>();

	private final Map<String, List<Date>> deadlines = new ConcurrentHashMap<>();

	private String caseNumber;

	/**
	 * A start, or a task.
	 *
	 * @param account who submits
	 * @param process the process, where it is a start
	 * @param element the task's element, where it is none
	 * @param at the business time
	 * @param content what was typed
	 * @param facts what went on to the engine
	 * @param claimed whether the task had to be taken first
	 */
	record Step(String account, String process, String element, Instant at, Map<String, Object> content,
			Map<String, Object> facts, boolean claimed) {

		boolean isStart() {
			return this.process != null;
		}

		boolean isWait() {
			return this.process == null && this.element == null;
		}

	}

	Script(String name, Instant begin, UUID student, List<String> guardians) {
		this.name = name;
		this.begin = begin;
		this.student = student;
		this.guardians = List.copyOf(guardians);
	}

	void add(Step step) {
		this.steps.add(step);
	}

	void answered(String delegate, Map<String, Object> facts) {
		this.delegates.computeIfAbsent(delegate, (key) -> new ArrayList<>()).add(facts);
	}

	void due(String call, Date date) {
		this.deadlines.computeIfAbsent(call, (key) -> new ArrayList<>()).add(date);
	}

	void about(String number) {
		this.caseNumber = number;
	}

	String name() {
		return this.name;
	}

	Instant begin() {
		return this.begin;
	}

	UUID student() {
		return this.student;
	}

	List<String> guardians() {
		return this.guardians;
	}

	String caseNumber() {
		return this.caseNumber;
	}

	List<Step> steps() {
		return this.steps;
	}

	long tasks() {
		return this.steps.stream().filter((step) -> step.element() != null).count();
	}

	Map<String, Object> delegateAnswer(String delegate, int time) {
		List<Map<String, Object>> answers = this.delegates.get(delegate);
		if (answers == null) {
			throw new IllegalStateException("The life " + this.name + " never came to " + delegate);
		}
		return answers.get(Math.min(time, answers.size() - 1));
	}

	Date dueDate(String call, int time) {
		List<Date> dates = this.deadlines.get(call);
		if (dates == null) {
			throw new IllegalStateException("The life " + this.name + " never asked for " + call);
		}
		return dates.get(Math.min(time, dates.size() - 1));
	}

}
