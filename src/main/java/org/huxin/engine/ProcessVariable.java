package org.huxin.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A routing fact of the engine: its name, its type and, for codes, every value it may
 * take. What is not declared as one (here or as a routing field of a deployed form) is
 * refused by the variable guard.
 *
 * @param <T> {@link String} for codes, {@link Boolean}, {@link Long} or {@link Date}
 */
public final class ProcessVariable<T> {

	private final String name;

	private final Class<T> type;

	private final Set<String> codes;

	private final @Nullable Pattern pattern;

	private ProcessVariable(String name, Class<T> type, Set<String> codes, @Nullable Pattern pattern) {
		this.name = name;
		this.type = type;
		this.codes = codes;
		this.pattern = pattern;
	}

	/**
	 * A fact that is one of the given codes.
	 */
	public static ProcessVariable<String> code(String name, String... codes) {
		return new ProcessVariable<>(name, String.class, Set.copyOf(List.of(codes)), null);
	}

	/**
	 * A fact that matches a narrow pattern, for example a case number.
	 */
	public static ProcessVariable<String> pattern(String name, String regex) {
		return new ProcessVariable<>(name, String.class, Set.of(), Pattern.compile(regex));
	}

	/**
	 * A yes or no.
	 */
	public static ProcessVariable<Boolean> flag(String name) {
		return new ProcessVariable<>(name, Boolean.class, Set.of(), null);
	}

	/**
	 * A whole number.
	 */
	public static ProcessVariable<Long> number(String name) {
		return new ProcessVariable<>(name, Long.class, Set.of(), null);
	}

	/**
	 * A moment.
	 */
	public static ProcessVariable<Date> date(String name) {
		return new ProcessVariable<>(name, Date.class, Set.of(), null);
	}

	/**
	 * The name in models and expressions.
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The Java type of the value.
	 */
	public Class<T> type() {
		return this.type;
	}

	/**
	 * The codes it may take; empty for other types and for patterns.
	 */
	public Set<String> codes() {
		return this.codes;
	}

	/**
	 * Reads the fact.
	 * @return its value, or {@code null} where it is not set yet
	 */
	public @Nullable T from(VariableScope scope) {
		Object value = scope.getVariable(this.name);
		return (value != null) ? this.type.cast(value) : null;
	}

	/**
	 * Reads a fact that an earlier step must have set.
	 * @throws IllegalStateException naming the fact, if it is not set
	 */
	public T require(VariableScope scope) {
		T value = from(scope);
		if (value == null) {
			throw new IllegalStateException("The routing fact " + this.name + " is not set");
		}
		return value;
	}

	/**
	 * Sets the fact.
	 */
	public void set(VariableScope scope, T value) {
		scope.setVariable(this.name, value);
	}

	/**
	 * Whether the guard lets this value pass.
	 */
	boolean accepts(Object value) {
		if (!this.type.isInstance(value)) {
			return this.type == Long.class && (value instanceof Integer || value instanceof Short);
		}
		if (value instanceof String text) {
			return (this.pattern != null) ? this.pattern.matcher(text).matches() : this.codes.contains(text);
		}
		return true;
	}

}
