package org.huxin.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A form as the door rendered it for one person: option lists and earlier answers are in
 * it.
 */
final class OpenedForm {

	private static final Set<String> VALUED = Set.of("textfield", "textarea", "number", "checkbox", "checklist",
			"radio", "select", "taglist", "datetime");

	private final JsonNode json;

	private final List<Field> fields = new ArrayList<>();

	OpenedForm(JsonNode json) {
		this.json = json;
		collect(json, List.of());
	}

	/**
	 * A field that carries a value.
	 *
	 * @param hidden conditions under which it is not shown
	 * @param choices the codes that it offers
	 * @param begins what it begins with, if anything
	 */
	record Field(String key, String type, boolean readOnly, boolean required, List<String> hidden, List<String> choices,
			Optional<Object> begins, JsonNode node) {

		boolean isHidden(Map<String, Object> values) {
			return this.hidden.stream().anyMatch((condition) -> Feel.holds(condition, values));
		}

		boolean isList() {
			return this.type.equals("checklist") || this.type.equals("taglist");
		}

		boolean isText() {
			return this.type.equals("textfield") || this.type.equals("textarea");
		}

		boolean isChoice() {
			return this.type.equals("radio") || this.type.equals("select") || isList();
		}

		boolean is(String property) {
			return this.node.path("properties").has(property);
		}

		String property(String name) {
			return this.node.path("properties").path(name).asText();
		}

		String label() {
			for (String name : List.of("label", "dateLabel", "timeLabel")) {
				if (!this.node.path(name).asText().isEmpty()) {
					return this.node.path(name).asText();
				}
			}
			return this.key;
		}

	}

	/**
	 * The answers that a refusal advises: 「…」 that is the label of an option.
	 */
	Map<String, Object> advised(String refusal) {
		Map<String, Object> advised = new LinkedHashMap<>();
		for (Field field : this.fields) {
			if (!field.readOnly() && field.isChoice() && !field.isList()) {
				field.node().path("values").forEach((choice) -> {
					if (refusal.contains("请选「" + choice.path("label").asText() + "」")) {
						advised.put(field.key(), choice.path("value").asText());
					}
				});
			}
		}
		return advised;
	}

	String id() {
		return this.json.path("id").asText();
	}

	JsonNode json() {
		return this.json;
	}

	List<Field> fields() {
		return this.fields;
	}

	Optional<Field> field(String key) {
		return this.fields.stream().filter((field) -> field.key().equals(key)).findFirst();
	}

	/** What the read-only fields say, by key. */
	Map<String, Object> shown() {
		Map<String, Object> shown = new LinkedHashMap<>();
		this.fields.stream()
			.filter(Field::readOnly)
			.forEach((field) -> field.begins().ifPresent((value) -> shown.put(field.key(), value)));
		return shown;
	}

	private void collect(JsonNode parent, List<String> outer) {
		for (JsonNode component : parent.path("components")) {
			List<String> conditions = new ArrayList<>(outer);
			String hide = component.path("conditional").path("hide").asText();
			if (!hide.isEmpty()) {
				conditions.add(hide);
			}
			if (VALUED.contains(component.path("type").asText())) {
				this.fields.add(field(component, conditions));
			}
			else {
				collect(component, conditions);
			}
		}
	}

	private static Field field(JsonNode component, List<String> conditions) {
		List<String> choices = new ArrayList<>();
		component.path("values").forEach((choice) -> choices.add(choice.path("value").asText()));
		return new Field(component.path("key").asText(), component.path("type").asText(),
				component.path("readonly").asBoolean() || component.path("disabled").asBoolean(),
				component.path("validate").path("required").asBoolean(), conditions, choices,
				Optional.ofNullable(plain(component.path("defaultValue"))), component);
	}

	private static Object plain(JsonNode value) {
		if (value.isTextual()) {
			return value.asText();
		}
		if (value.isBoolean()) {
			return value.asBoolean();
		}
		if (value.isNumber()) {
			return value.numberValue();
		}
		if (value.isArray()) {
			List<Object> items = new ArrayList<>();
			value.forEach((item) -> items.add(item.asText()));
			return items;
		}
		return null;
	}

}
