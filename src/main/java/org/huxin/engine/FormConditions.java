package org.huxin.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * Which fields a form hides, by the engine's own FEEL: the same expressions that form-js
 * evaluates in the browser. A key without value is {@code null}.
 */
@Component
class FormConditions {

	private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

	/**
	 * The keys of the fields that are hidden.
	 * @param values every value of the form by key, read-only ones too
	 */
	Set<String> hidden(FormSchema schema, Map<String, Object> values) {
		Map<String, Object> context = new HashMap<>();
		schema.fields().forEach((field) -> context.put(field.key(), values.get(field.key())));
		return schema.fields()
			.stream()
			.filter((field) -> field.hidden().stream().anyMatch((condition) -> holds(condition, context)))
			.map(FormField::key)
			.collect(Collectors.toSet());
	}

	private boolean holds(String condition, Map<String, Object> context) {
		Object result = this.feel.evaluateSimpleExpression(condition.substring(condition.indexOf('=') + 1),
				Variables.fromMap(context).asVariableContext());
		return Boolean.TRUE.equals(result);
	}

}
