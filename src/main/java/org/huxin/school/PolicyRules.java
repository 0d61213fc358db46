package org.huxin.school;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What may stand in a profile. The kind of a value follows from the packaged profiles;
 * {@code policy-keys.csv} names the keys that may last longer, or less, than a year, and
 * codes that no packaged profile uses.
 */
@Component
class PolicyRules {

	static final TemporalAmount LONGEST = Period.ofYears(1);

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final int LARGEST = 999;

	private static final Pattern PERIOD = Pattern
		.compile("P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?|PT(?=.)(\\d+H)?(\\d+M)?(\\d+S)?");

	private static final Pattern MIXED = Pattern.compile("P[\\dYMWD]+T[\\dHMS]+");

	/** No leap year begins or ends here: P1Y is 365 days. */
	private static final LocalDateTime ANCHOR = LocalDateTime.of(2026, Month.JANUARY, 1, 0, 0);

	private final PolicyFile file;

	private final List<Rule> rules = new ArrayList<>();

	PolicyRules(PolicyFile file) {
		this.file = file;
		try (Reader reader = new InputStreamReader(
				new ClassPathResource("policy-keys.csv", PolicyRules.class).getInputStream(), StandardCharsets.UTF_8);
				CSVParser parser = CSVFormat.DEFAULT.builder()
					.setHeader()
					.setSkipHeaderRecord(true)
					.setTrim(true)
					.setIgnoreEmptyLines(true)
					.get()
					.parse(reader)) {
			parser.forEach((line) -> this.rules.add(new Rule(line.get("key"), line.get("longest"), line.get("codes"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something special about a key, or about all that begin alike ({@code *}). */
	private record Rule(String key, String longest, String codes) {

		boolean isFor(String wanted) {
			return this.key.endsWith("*") ? wanted.startsWith(this.key.substring(0, this.key.length() - 1))
					: this.key.equals(wanted);
		}

	}

	PolicyType type(String key) {
		Set<String> values = this.file.valuesOf(key);
		if (values.isEmpty()) {
			return PolicyType.CODE;
		}
		if (values.stream().allMatch((value) -> PERIOD.matcher(value).matches())) {
			return PolicyType.PERIOD;
		}
		return values.stream().allMatch((value) -> value.matches("\\d+")) ? PolicyType.NUMBER : PolicyType.CODE;
	}

	/** What was typed, as it is kept. */
	String tidy(String key, String typed) {
		String value = typed.strip();
		return (type(key) == PolicyType.PERIOD) ? value.toUpperCase(Locale.ROOT) : value;
	}

	/**
	 * Why a value cannot stand under a key, empty if it can.
	 */
	Optional<PolicyProblem> check(String key, String value) {
		if (value.isEmpty()) {
			return Optional.of(PolicyProblem.of("blank"));
		}
		return switch (type(key)) {
			case PERIOD -> period(key, value);
			case NUMBER -> number(key, value);
			case CODE -> code(key, value);
		};
	}

	/**
	 * The key of the limit that a reminder comes before, empty for other keys.
	 */
	Optional<String> limitOfReminder(String key) {
		return key.contains(".reminder") ? Optional.of(key.replace(".reminder", ".limit")) : Optional.empty();
	}

	static boolean isShorter(String one, String other) {
		return ANCHOR.plus(amount(one)).isBefore(ANCHOR.plus(amount(other)));
	}

	private Optional<PolicyProblem> period(String key, String value) {
		if (value.contains("-") && PERIOD.matcher(value.replace("-", "")).matches()) {
			return Optional.of(PolicyProblem.of("negative"));
		}
		if (MIXED.matcher(value).matches()) {
			return Optional.of(PolicyProblem.of("mixed"));
		}
		if (!PERIOD.matcher(value).matches()) {
			return Optional.of(PolicyProblem.of("period"));
		}
		TemporalAmount longest = longest(key);
		try {
			LocalDateTime end = ANCHOR.plus(amount(value));
			if (end.isBefore(ANCHOR.plus(SHORTEST))) {
				return Optional.of(PolicyProblem.of("zero"));
			}
			if (end.isAfter(ANCHOR.plus(longest))) {
				return Optional.of(PolicyProblem.of("long", longest.toString()));
			}
		}
		catch (DateTimeException | ArithmeticException ex) {
			return Optional.of(PolicyProblem.of("long", longest.toString()));
		}
		return Optional.empty();
	}

	private Optional<PolicyProblem> number(String key, String value) {
		if (value.matches("-\\d+")) {
			return Optional.of(PolicyProblem.of("negative"));
		}
		if (!value.matches("\\d+")) {
			return Optional.of(PolicyProblem.of("number"));
		}
		if (value.length() > 3) {
			return Optional.of(PolicyProblem.of("large", Integer.toString(LARGEST)));
		}
		boolean mayBeNone = this.file.valuesOf(key).contains("0");
		return (Integer.parseInt(value) == 0 && !mayBeNone) ? Optional.of(PolicyProblem.of("zero")) : Optional.empty();
	}

	private Optional<PolicyProblem> code(String key, String value) {
		Set<String> known = codes(key);
		return words(value).stream().allMatch(known::contains) ? Optional.empty()
				: Optional.of(PolicyProblem.of("code", String.join("、", known)));
	}

	/** What may be chosen under a key that takes codes; nothing under another. */
	List<String> choices(String key) {
		return (type(key) == PolicyType.CODE) ? List.copyOf(codes(key)) : List.of();
	}

	/** Whether a key takes more than one code. */
	boolean takesSeveral(String key) {
		return type(key) == PolicyType.CODE
				&& this.file.valuesOf(key).stream().anyMatch((value) -> words(value).size() > 1);
	}

	/** The codes that may stand under a key. */
	private Set<String> codes(String key) {
		Set<String> codes = this.file.valuesOf(key)
			.stream()
			.flatMap((value) -> words(value).stream())
			.collect(Collectors.toCollection(TreeSet::new));
		this.rules.stream().filter((rule) -> rule.isFor(key)).forEach((rule) -> codes.addAll(words(rule.codes())));
		return codes;
	}

	private TemporalAmount longest(String key) {
		return this.rules.stream()
			.filter((rule) -> rule.isFor(key) && !rule.longest().isEmpty())
			.findFirst()
			.map((rule) -> amount(rule.longest()))
			.orElse(LONGEST);
	}

	private static TemporalAmount amount(String value) {
		return value.startsWith("PT") ? Duration.parse(value) : Period.parse(value);
	}

	private static List<String> words(String value) {
		return Arrays.stream(value.split("[\\s,;|]+")).filter((word) -> !word.isEmpty()).toList();
	}

	/**
	 * Whatever cannot be taken, by key.
	 * @param all the values that would be in force
	 * @param typed the keys that were typed
	 */
	Map<String, PolicyProblem> check(Map<String, String> all, Set<String> typed) {
		Map<String, PolicyProblem> problems = new java.util.TreeMap<>();
		typed
			.forEach((key) -> check(key, all.getOrDefault(key, "")).ifPresent((problem) -> problems.put(key, problem)));
		all.keySet().forEach((reminder) -> limitOfReminder(reminder).filter(all::containsKey).ifPresent((limit) -> {
			boolean touched = typed.contains(reminder) || typed.contains(limit);
			if (touched && !problems.containsKey(reminder) && !problems.containsKey(limit)
					&& !isShorter(all.getOrDefault(reminder, ""), all.getOrDefault(limit, ""))) {
				problems.put(typed.contains(reminder) ? reminder : limit, PolicyProblem.of("reminder", limit));
			}
		}));
		return problems;
	}

}
