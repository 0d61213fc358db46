package org.huxin.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of FEEL that the conditions of the forms use, read once and evaluated fast: a
 * second reader beside the product's, so that both must agree on what a form hides.
 */
final class Feel {

	private static final Map<String, Function<Map<String, Object>, Object>> KNOWN = new ConcurrentHashMap<>();

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(\"[^\"]*\"|[A-Za-z_][A-Za-z_0-9]*|\\d+(?:\\.\\d+)?|!=|<=|>=|[=<>(),])");

	private final List<String> tokens = new ArrayList<>();

	private int at;

	private Feel(String text) {
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			this.tokens.add(matcher.group(1));
			end = matcher.end();
		}
		if (!text.substring(end).isBlank()) {
			throw new IllegalArgumentException("Not understood: " + text.substring(end) + " in " + text);
		}
	}

	/** Whether a condition holds. */
	static boolean holds(String condition, Map<String, Object> values) {
		Function<Map<String, Object>, Object> read = KNOWN.computeIfAbsent(condition, (text) -> {
			Feel feel = new Feel(text.replaceFirst("^\\s*=", ""));
			Function<Map<String, Object>, Object> whole = feel.either();
			if (feel.at != feel.tokens.size()) {
				throw new IllegalArgumentException("Not understood: " + text);
			}
			return whole;
		});
		return Boolean.TRUE.equals(read.apply(values));
	}

	private Function<Map<String, Object>, Object> either() {
		Function<Map<String, Object>, Object> left = both();
		while (take("or")) {
			Function<Map<String, Object>, Object> first = left;
			Function<Map<String, Object>, Object> second = both();
			left = (values) -> Boolean.TRUE.equals(first.apply(values)) || Boolean.TRUE.equals(second.apply(values));
		}
		return left;
	}

	private Function<Map<String, Object>, Object> both() {
		Function<Map<String, Object>, Object> left = comparison();
		while (take("and")) {
			Function<Map<String, Object>, Object> first = left;
			Function<Map<String, Object>, Object> second = comparison();
			left = (values) -> Boolean.TRUE.equals(first.apply(values)) && Boolean.TRUE.equals(second.apply(values));
		}
		return left;
	}

	private Function<Map<String, Object>, Object> comparison() {
		Function<Map<String, Object>, Object> left = value();
		for (String operator : List.of("=", "!=", "<", "<=", ">", ">=")) {
			if (take(operator)) {
				Function<Map<String, Object>, Object> right = value();
				return (values) -> compare(operator, left.apply(values), right.apply(values));
			}
		}
		return left;
	}

	private static Object compare(String operator, Object left, Object right) {
		if (operator.equals("=")) {
			return Objects.equals(left, right);
		}
		if (operator.equals("!=")) {
			return !Objects.equals(left, right);
		}
		if (!(left instanceof Double first) || !(right instanceof Double second)) {
			return null;
		}
		return switch (operator) {
			case "<" -> first < second;
			case "<=" -> first <= second;
			case ">" -> first > second;
			default -> first >= second;
		};
	}

	private Function<Map<String, Object>, Object> value() {
		String token = this.tokens.get(this.at++);
		if (token.equals("(")) {
			Function<Map<String, Object>, Object> inner = either();
			expect(")");
			return inner;
		}
		if (token.startsWith("\"")) {
			String text = token.substring(1, token.length() - 1);
			return (values) -> text;
		}
		if (Character.isDigit(token.charAt(0))) {
			Double number = Double.valueOf(token);
			return (values) -> number;
		}
		return switch (token) {
			case "null" -> (values) -> null;
			case "true" -> (values) -> Boolean.TRUE;
			case "false" -> (values) -> Boolean.FALSE;
			case "not" -> {
				expect("(");
				Function<Map<String, Object>, Object> inner = either();
				expect(")");
				yield (values) -> (inner.apply(values) instanceof Boolean is) ? !is : null;
			}
			case "count" -> {
				expect("(");
				Function<Map<String, Object>, Object> inner = value();
				expect(")");
				yield (values) -> (inner.apply(values) instanceof Collection<?> list) ? (double) list.size() : null;
			}
			case "list" -> {
				expect("contains");
				expect("(");
				Function<Map<String, Object>, Object> list = value();
				expect(",");
				Function<Map<String, Object>, Object> item = value();
				expect(")");
				yield (values) -> (list.apply(values) instanceof Collection<?> items)
						? items.contains(item.apply(values)) : null;
			}
			default -> (values) -> (values.get(token) instanceof Number number) ? (Object) number.doubleValue()
					: values.get(token);
		};
	}

	private boolean take(String token) {
		if (this.at < this.tokens.size() && this.tokens.get(this.at).equals(token)) {
			this.at++;
			return true;
		}
		return false;
	}

	private void expect(String token) {
		if (!take(token)) {
			throw new IllegalArgumentException("Expected " + token + " in " + this.tokens);
		}
	}

}
