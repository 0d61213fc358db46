package org.huxin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

import org.springframework.stereotype.Component;

/**
 * Which fields a form hides, by the engine's own FEEL: the same expressions that form-js
 * evaluates in the browser. A key without value is {@code null}.
 */
@Component
class FormConditions {

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

	/**
	 * To read a condition takes longer than to answer it; there are as many as the forms
	 * have.
	 */
	private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

	/**
	 * The keys of the fields that are hidden.
	 * @param values every value of the form by key, read-only ones too
	 */
	Set<String> hidden(FormSchema schema, Map<String, Object> values) {
		Map<String, Object> context = new HashMap<>();
		schema.fields().forEach((field) -> context.put(field.key(), values.get(field.key())));
		// the fields of a group share its condition
		Map<String, Boolean> answers = new HashMap<>();
		return schema.fields()
			.stream()
			.filter((field) -> field.hidden()
				.stream()
				.anyMatch((condition) -> answers.computeIfAbsent(condition, (asked) -> holds(asked, context))))
			.map(FormField::key)
			.collect(Collectors.toSet());
	}

	private boolean holds(String condition, Map<String, Object> context) {
		ParsedExpression expression = this.parsed.computeIfAbsent(condition, this::parse);
		return Boolean.TRUE.equals(this.feel.evaluate(expression, context).result());
	}

	private ParsedExpression parse(String condition) {
		return this.feel.parseExpression(condition.substring(condition.indexOf('=') + 1)).parsedExpression();
	}

}
