package org.huxin.web;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.huxin.school.PolicyProblem;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Keys and values of policy profiles in words.
 */
@Component
class PolicyWords {

	private final MessageSource messages;

	PolicyWords(MessageSource messages) {
		this.messages = messages;
	}

	/** What a key means, or the key itself where nobody has described it. */
	String key(String key) {
		return word("policy.key." + key, key);
	}

	/** Where a value comes from: the rows, without our notes on them. */
	String source(String source) {
		String rows = source.replaceFirst(":.*", "").strip();
		return rows.replace("law ", word("policy.source.law", "law "))
			.replace("invariant ", word("policy.source.invariant", "invariant "));
	}

	/** A value as people say it: PT24H is 24 hours. */
	String value(String key, String value) {
		try {
			if (value.startsWith("PT")) {
				Duration duration = Duration.parse(value);
				return parts(List.of("hours", "minutes"), List.of(duration.toHours(), (long) duration.toMinutesPart()),
						value);
			}
			if (value.startsWith("P")) {
				Period period = Period.parse(value);
				return parts(List.of("years", "months", "days"),
						List.of((long) period.getYears(), (long) period.getMonths(), (long) period.getDays()), value);
			}
		}
		catch (DateTimeParseException ex) {
			// a code that begins like a period
			return codes(key, value);
		}
		return codes(key, value);
	}

	private String codes(String key, String value) {
		return Arrays.stream(value.split(" +")).map((code) -> code(key, code)).collect(Collectors.joining("、"));
	}

	/** A code as people say it; one word may mean something else under another key. */
	String code(String key, String code) {
		return word("policy.code." + key + "." + code, word("policy.code." + code, code));
	}

	/** What is wrong with a value, and what to do. */
	String problem(PolicyProblem problem) {
		String argument = problem.argument();
		return word(problem.messageKey(), problem.messageKey(),
				argument.contains(".") ? key(argument) : value("", argument));
	}

	private String parts(List<String> units, List<Long> amounts, String value) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < units.size(); i++) {
			if (amounts.get(i) != 0) {
				parts.add(word("policy.unit." + units.get(i), value, amounts.get(i)));
			}
		}
		return parts.isEmpty() ? value : String.join(" ", parts);
	}

	private String word(String key, String otherwise, Object... arguments) {
		Locale locale = LocaleContextHolder.getLocale();
		String word = this.messages.getMessage(key, arguments, null, locale);
		return (word != null) ? word : otherwise;
	}

}
