package org.huxin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of a form as the server reads it.
 *
 * @param key the key of its value
 * @param type the form-js type
 * @param label what people call it
 * @param readOnly shown, never accepted
 * @param hidden conditions under which it is not shown: its own and its groups'
 * @param choices the codes it offers, in the form's order
 * @param node the component itself
 */
record FormField(String key, String type, String label, boolean readOnly, List<String> hidden, List<Choice> choices,
		JsonNode node) {

	/** Components that carry a value. */
	private static final List<String> VALUED = List.of("textfield", "textarea", "number", "checkbox", "checklist",
			"radio", "select", "taglist", "datetime");

	/** An option: its code and what people read. */
	record Choice(String value, String label) {
	}

	static boolean isValued(JsonNode component) {
		return VALUED.contains(component.path("type").asText());
	}

	static FormField of(JsonNode component, List<String> outerConditions) {
		List<String> hidden = new ArrayList<>(outerConditions);
		condition(component).ifPresent(hidden::add);
		String label = Stream.of("label", "dateLabel", "timeLabel")
			.map((name) -> component.path(name).asText())
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse(component.path("key").asText());
		return new FormField(component.path("key").asText(), component.path("type").asText(), label,
				component.path("readonly").asBoolean() || component.path("disabled").asBoolean(), List.copyOf(hidden),
				StreamSupport.stream(component.path("values").spliterator(), false)
					.map((choice) -> new Choice(choice.path("value").asText(), choice.path("label").asText()))
					.toList(),
				component);
	}

	static Optional<String> condition(JsonNode component) {
		String hide = component.path("conditional").path("hide").asText();
		return hide.isEmpty() ? Optional.empty() : Optional.of(hide);
	}

	/**
	 * A custom property, as an administrator sets it in the Modeler.
	 */
	Optional<String> property(String name) {
		JsonNode value = this.node.path("properties").path(name);
		return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
	}

	boolean isRouting() {
		return property("routing").map(Boolean::parseBoolean).orElse(false);
	}

	boolean isList() {
		return this.type.equals("checklist") || this.type.equals("taglist");
	}

	boolean isChoice() {
		return this.type.equals("radio") || this.type.equals("select") || isList();
	}

	boolean isRequired() {
		return this.node.path("validate").path("required").asBoolean();
	}

	/** {@code date}, {@code time} or {@code datetime}. */
	String subtype() {
		return this.node.path("subtype").asText("datetime");
	}

	/**
	 * The label of a code, or the code itself where the form no longer knows it.
	 */
	String labelOf(String code) {
		return this.choices.stream()
			.filter((choice) -> choice.value().equals(code))
			.map(Choice::label)
			.findFirst()
			.orElse(code);
	}

}
