package org.huxin.walk;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What walks have done, for the summary.
 */
final class WalkReport {

	private final Map<String, Integer> submissions = new TreeMap<>();

	private final Map<String, Integer> refusals = new TreeMap<>();

	private final Map<String, String> reasons = new TreeMap<>();

	private final Map<String, Integer> stuck = new TreeMap<>();

	private final Map<String, Integer> rude = new TreeMap<>();

	private final Map<String, Integer> ends = new TreeMap<>();

	private final Map<String, Long> nanos = new TreeMap<>();

	private int lives;

	private int steps;

	void life() {
		this.lives++;
	}

	void step() {
		this.steps++;
	}

	void submitted(String form) {
		this.submissions.merge(form, 1, Integer::sum);
	}

	void refused(String form, String reason) {
		this.refusals.merge(form, 1, Integer::sum);
		this.reasons.put(form, reason);
	}

	void stuck(String form) {
		this.stuck.merge(form, 1, Integer::sum);
	}

	void rude(String kind) {
		this.rude.merge(kind, 1, Integer::sum);
	}

	void ended(String kind) {
		this.ends.merge(kind, 1, Integer::sum);
	}

	void spent(String what, long time) {
		this.nanos.merge(what, time, Long::sum);
	}

	int lives() {
		return this.lives;
	}

	/** Forms that several people opened and that no one ever could complete. */
	Set<String> neverCompleted() {
		Set<String> never = new TreeSet<>();
		this.stuck.forEach((form, times) -> {
			if (times >= 5 && !this.submissions.containsKey(form)) {
				never.add(form);
			}
		});
		return never;
	}

	/**
	 * The summary.
	 * @param all every element of every model
	 * @param visited those that walks have passed
	 */
	String summary(Map<String, Set<String>> all, Map<String, Set<String>> visited) {
		StringBuilder text = new StringBuilder();
		text.append("The random walk: %d lives, %d steps, %d submissions, %d refusals%n".formatted(this.lives,
				this.steps, sum(this.submissions), sum(this.refusals)));
		text.append("  ends: %s%n  invalid, all refused: %s%n  submissions by form: %s%n  refusals by form: %s%n"
			.formatted(this.ends, this.rude, this.submissions, this.refusals));
		if (!this.stuck.isEmpty()) {
			text.append("  given up after many tries: %s%n".formatted(this.stuck));
			this.stuck.keySet()
				.forEach((form) -> text.append("    %s: %s%n".formatted(form,
						this.reasons.getOrDefault(form, "a choice is demanded and none is offered"))));
		}
		all.forEach((process, elements) -> {
			Set<String> missing = new TreeSet<>(elements);
			missing.removeAll(visited.getOrDefault(process, Set.of()));
			text.append("  %s: %d of %d elements visited%s%n".formatted(process, elements.size() - missing.size(),
					elements.size(), missing.isEmpty() ? "" : ", never " + missing));
		});
		this.nanos.forEach((what, time) -> text.append("  time for %s: %d ms%n".formatted(what, time / 1_000_000)));
		return text.toString();
	}

	private static int sum(Map<String, Integer> counts) {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

}
