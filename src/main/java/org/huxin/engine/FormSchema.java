package org.huxin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A deployed form as the server reads it.
 */
final class FormSchema {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String version;

	private final ObjectNode root;

	private final Map<String, FormField> fields = new LinkedHashMap<>();

	private FormSchema(String version, ObjectNode root) {
		this.version = version;
		this.root = root;
		collect(root, List.of());
	}

	/**
	 * Reads a form.
	 * @param version the deployment it belongs to
	 */
	static FormSchema read(String version, InputStream form) {
		try (form) {
			return new FormSchema(version, (ObjectNode) JSON.readTree(form));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void collect(JsonNode parent, List<String> conditions) {
		for (JsonNode component : parent.path("components")) {
			if (FormField.isValued(component)) {
				FormField field = FormField.of(component, conditions);
				this.fields.put(field.key(), field);
			}
			else {
				List<String> inner = new ArrayList<>(conditions);
				FormField.condition(component).ifPresent(inner::add);
				collect(component, inner);
			}
		}
	}

	String id() {
		return this.root.path("id").asText();
	}

	/** The deployment the form came from. */
	String version() {
		return this.version;
	}

	/** Every field that carries a value, in the form's order. */
	List<FormField> fields() {
		return List.copyOf(this.fields.values());
	}

	Optional<FormField> field(String key) {
		return Optional.ofNullable(this.fields.get(key));
	}

	/** The field that a custom property marks, for example {@code meaning = student}. */
	Optional<FormField> marked(String property, String value) {
		return this.fields.values()
			.stream()
			.filter((field) -> field.property(property).filter(value::equals).isPresent())
			.findFirst();
	}

	/** A copy of the JSON that may be filled in for one person. */
	ObjectNode copy() {
		return this.root.deepCopy();
	}

}
