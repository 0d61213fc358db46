package org.huxin.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What arrives with a form, whatever way it was typed on the wire, as plain values: text,
 * number, boolean or a list of texts. Anything else is not a value of a form.
 */
final class FormValues {

	private static final ObjectMapper JSON = new ObjectMapper();

	private FormValues() {
	}

	/**
	 * The plain values by key; what was left empty is left out. Dates stay texts.
	 */
	static Map<String, Object> plain(@Nullable Map<String, Object> submitted) {
		Map<String, Object> plain = new LinkedHashMap<>();
		if (submitted == null) {
			return plain;
		}
		VariableMap variables = Variables.fromMap(submitted);
		for (String key : submitted.keySet()) {
			Object value = value(variables.<TypedValue>getValueTyped(key));
			if (value != null && !isEmpty(value)) {
				plain.put(key, value);
			}
		}
		return plain;
	}

	private static @Nullable Object value(@Nullable TypedValue typed) {
		if (typed == null) {
			return null;
		}
		if (typed instanceof SerializableValue serialized) {
			return json(serialized.getValueSerialized());
		}
		Object value = typed.getValue();
		if (value instanceof Collection<?> list) {
			return texts(list);
		}
		if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
			return value;
		}
		return new Unreadable();
	}

	private static @Nullable Object json(@Nullable String serialized) {
		if (serialized == null) {
			return null;
		}
		try {
			JsonNode node = JSON.readTree(serialized);
			if (node.isNull()) {
				return null;
			}
			List<Object> values = new ArrayList<>();
			if (!node.isArray()) {
				return new Unreadable();
			}
			node.forEach((item) -> values.add(item.isTextual() ? item.asText() : new Unreadable()));
			return values;
		}
		catch (JsonProcessingException ex) {
			return new Unreadable();
		}
	}

	private static List<Object> texts(Collection<?> list) {
		return list.stream().<Object>map((item) -> (item instanceof String) ? item : new Unreadable()).toList();
	}

	static boolean isEmpty(Object value) {
		return (value instanceof String text && text.isBlank())
				|| (value instanceof Collection<?> list && list.isEmpty());
	}

	/**
	 * Reads a date, or a date and time, as form-js sends it.
	 * @return the moment in the school's time zone, or {@code null} if it is none
	 */
	static @Nullable LocalDateTime moment(Object value) {
		if (!(value instanceof String text)) {
			return null;
		}
		try {
			if (text.length() == 10) {
				return LocalDate.parse(text).atStartOfDay();
			}
			if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
				return OffsetDateTime.parse(text).atZoneSameInstant(EngineConfiguration.ZONE).toLocalDateTime();
			}
			return LocalDateTime.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/** A value that no field of a form can have. */
	record Unreadable() {
	}

}
