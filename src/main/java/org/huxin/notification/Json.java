package org.huxin.notification;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What is said to gateways and robots, and what they answer.
 */
final class Json {

	/** No answer that can be read. */
	private static final int UNREADABLE = -1;

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
	}

	static String of(Map<String, ?> values) {
		try {
			return MAPPER.writeValueAsString(values);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("No JSON can be made of it", ex);
		}
	}

	static int number(String text, String field) {
		try {
			JsonNode node = MAPPER.readTree(text);
			return (node != null) ? node.path(field).asInt(UNREADABLE) : UNREADABLE;
		}
		catch (JsonProcessingException ex) {
			return UNREADABLE;
		}
	}

}
