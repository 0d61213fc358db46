package org.huxin.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.Drafts;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Fills a form for one person: facts of the case, option lists, what earlier entries say
 * under exactly the keys that the form names, and the person's own draft. The form is the
 * need-to-know list.
 */
@Component
class FormFill {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm",
			Locale.SIMPLIFIED_CHINESE);

	private final SchoolDirectory directory;

	private final FormOptions options;

	private final Drafts drafts;

	private final DoorMessages messages;

	private final Clock clock;

	FormFill(SchoolDirectory directory, FormOptions options, Drafts drafts, DoorMessages messages, Clock clock) {
		this.directory = directory;
		this.options = options;
		this.drafts = drafts;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What the read-only fields show.
	 */
	Map<String, Object> shown(Visit visit) {
		Map<String, Object> shown = new LinkedHashMap<>();
		visit.schema()
			.fields()
			.stream()
			.filter(FormField::readOnly)
			.forEach((field) -> value(visit, field).ifPresent((value) -> shown.put(field.key(), value)));
		return shown;
	}

	/**
	 * Every value the form begins with: read-only fields, prefilled ones, the draft.
	 */
	Map<String, Object> begin(Visit visit) {
		Map<String, Object> values = new LinkedHashMap<>(shown(visit));
		visit.schema()
			.fields()
			.stream()
			.filter((field) -> !field.readOnly() && field.property("from").isPresent())
			.forEach((field) -> value(visit, field).ifPresent((value) -> values.put(field.key(), value)));
		this.drafts.find(visit.person().name(), visit.draft())
			.ifPresent((draft) -> visit.schema()
				.fields()
				.stream()
				.filter((field) -> !field.readOnly() && draft.containsKey(field.key()))
				.forEach((field) -> keep(values, field.key(), draft.get(field.key()))));
		return values;
	}

	private static void keep(Map<String, Object> values, String key, @Nullable Object value) {
		if (value == null) {
			values.remove(key);
		}
		else {
			values.put(key, value);
		}
	}

	/**
	 * The same values as Tasklist wants them from the engine.
	 */
	VariableMap variables(Visit visit) {
		VariableMap variables = Variables.createVariables();
		begin(visit).forEach((key, value) -> {
			if (value instanceof Collection<?> list) {
				variables.putValueTyped(key, SpinValues.jsonValue(json(list)).create());
			}
			else {
				variables.putValue(key, value);
			}
		});
		return variables;
	}

	/**
	 * The form's JSON with everything that belongs to this person in it.
	 */
	InputStream render(Visit visit) {
		ObjectNode form = visit.schema().copy();
		Map<String, Object> values = begin(visit);
		fill(visit, form, values);
		try {
			return new ByteArrayInputStream(JSON.writeValueAsBytes(form));
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void fill(Visit visit, JsonNode parent, Map<String, Object> values) {
		for (JsonNode node : parent.path("components")) {
			ObjectNode component = (ObjectNode) node;
			if (FormField.isValued(component)) {
				visit.schema().field(component.path("key").asText()).ifPresent((field) -> {
					if (field.property("options").isPresent()) {
						component.set("values", choices(visit, field));
					}
					if (values.containsKey(field.key())) {
						component.set("defaultValue", JSON.valueToTree(values.get(field.key())));
					}
				});
			}
			else if (component.path("properties").path("fact").asText().equals("emergencyNumbers")) {
				component.put("text", component.path("text").asText()
						+ this.messages.text("door.dutyPhone", this.directory.school(visit.school()).dutyPhone()));
			}
			fill(visit, component, values);
		}
	}

	private ArrayNode choices(Visit visit, FormField field) {
		ArrayNode values = JSON.createArrayNode();
		this.options.offered(visit, field)
			.forEach((choice) -> values.addObject().put("label", choice.label()).put("value", choice.value()));
		return values;
	}

	private Optional<Object> value(Visit visit, FormField field) {
		Optional<String> fact = field.property("fact");
		if (fact.isPresent()) {
			return fact(visit, fact.get());
		}
		return visit.latest(field.property("from").orElse(field.key()));
	}

	private Optional<Object> fact(Visit visit, String fact) {
		CaseSummary caseFile = visit.caseFile();
		if (caseFile == null) {
			return Optional.empty();
		}
		return switch (fact) {
			case "caseNo" -> Optional.of(caseFile.ref().number());
			case "student" -> caseFile.isEvent() ? Optional.of(this.messages.text("door.eventFile"))
					: this.directory.student(caseFile.student()).map(StudentEntry::line);
			case "timeLeft" -> timeLeft(visit);
			default -> Optional.empty();
		};
	}

	private Optional<Object> timeLeft(Visit visit) {
		Visit.TaskFacts task = visit.task();
		LocalDateTime due = (task != null) ? task.due() : null;
		if (due == null) {
			return Optional.empty();
		}
		Duration left = Duration.between(LocalDateTime.now(this.clock), due);
		String key = left.isNegative() ? "door.late" : "door.left";
		return Optional.of(this.messages.text(key, DUE.format(due), span(left.abs())));
	}

	private String span(Duration duration) {
		if (duration.toHours() < 1) {
			return this.messages.text("door.minutes", Math.max(1, duration.toMinutes()));
		}
		return (duration.toHours() < 48) ? this.messages.text("door.hours", duration.toHours())
				: this.messages.text("door.days", duration.toDays());
	}

	private static String json(Collection<?> list) {
		try {
			return JSON.writeValueAsString(list);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
