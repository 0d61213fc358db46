package org.huxin.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Checks a submission against the deployed form: nothing that the form does not ask for,
 * everything that it demands, every value of its type, length, pattern and option list.
 */
@Component
class FormCheck {

	/** No text is longer, whatever the form says. */
	private static final int LONGEST = 4000;

	/** What a field may be called; anything else is not repeated to anybody. */
	private static final Pattern NAME = Pattern.compile("\\w{1,40}");

	/** {@code 23:59:59.999+08:00} */
	private static final int LONGEST_TIME = 18;

	private final FormConditions conditions;

	private final FormOptions options;

	private final DoorMessages messages;

	private final Clock clock;

	FormCheck(FormConditions conditions, FormOptions options, DoorMessages messages, Clock clock) {
		this.conditions = conditions;
		this.options = options;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Checks what was submitted.
	 * @param shown what the read-only fields of the form showed
	 * @param errors receives what is to be mended
	 * @return the accepted values by key, without read-only and hidden fields
	 */
	Map<String, Object> check(Visit visit, Map<String, Object> submitted, Map<String, Object> shown,
			List<FieldError> errors) {
		FormSchema schema = visit.schema();
		submitted.keySet()
			.stream()
			.filter((key) -> schema.field(key).isEmpty())
			.forEach((key) -> errors.add(error("unknownField", NAME.matcher(key).matches() ? key : "…")));
		// what a read-only field says is the case file's word, whatever was sent along
		Map<String, Object> context = new LinkedHashMap<>(submitted);
		schema.fields().stream().filter(FormField::readOnly).map(FormField::key).forEach(context::remove);
		context.putAll(shown);
		Set<String> hidden = this.conditions.hidden(schema, context);
		Map<String, Object> accepted = new LinkedHashMap<>();
		for (FormField field : schema.fields()) {
			if (field.readOnly()) {
				continue;
			}
			Object value = submitted.get(field.key());
			if (hidden.contains(field.key())) {
				// an untouched checkbox is sent as false, also when it is hidden
				if (value != null && !Boolean.FALSE.equals(value)) {
					errors.add(error("hiddenField", field.label()));
				}
				continue;
			}
			if (value == null) {
				if (field.isRequired()) {
					errors.add(error("required", field.label()));
				}
				continue;
			}
			Optional<FieldError> wrong = wrong(visit, field, value);
			wrong.ifPresent(errors::add);
			if (wrong.isEmpty()) {
				accepted.put(field.key(), value);
			}
		}
		return accepted;
	}

	private Optional<FieldError> wrong(Visit visit, FormField field, Object value) {
		return Optional.ofNullable(switch (field.type()) {
			case "textfield", "textarea" -> wrongText(field, value);
			case "number" -> wrongNumber(field, value);
			case "checkbox" -> wrongCheckbox(field, value);
			case "datetime" -> wrongDate(field, value);
			case "radio", "select" -> wrongChoice(visit, field, List.of(value));
			default ->
				(value instanceof Collection<?> list) ? wrongChoice(visit, field, list) : error("type", field.label());
		});
	}

	private @Nullable FieldError wrongText(FormField field, Object value) {
		if (!(value instanceof String text)) {
			return error("type", field.label());
		}
		if (!isPlain(text)) {
			return error("signs", field.label());
		}
		JsonNode validate = field.node().path("validate");
		int most = Math.min(validate.path("maxLength").asInt(LONGEST), LONGEST);
		if (text.length() > most) {
			return error("tooLong", field.label(), most, text.length());
		}
		int least = validate.path("minLength").asInt(0);
		if (text.strip().length() < least) {
			return error("tooShort", field.label(), least);
		}
		String pattern = validate.path("pattern").asText();
		if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
			return error("pattern", field.label());
		}
		return null;
	}

	// a sign that no keyboard types, or half of one: nothing could show, print or export
	// it
	private static boolean isPlain(String text) {
		return text.codePoints()
			.noneMatch((sign) -> (Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t')
					|| Character.getType(sign) == Character.SURROGATE);
	}

	private static boolean hasTooManyDecimals(FormField field, Number number) {
		JsonNode most = field.node().path("decimalDigits");
		boolean whole = field.isRouting() || (most.isNumber() && most.asInt() == 0);
		return whole && number.doubleValue() != Math.rint(number.doubleValue());
	}

	private @Nullable FieldError wrongNumber(FormField field, Object value) {
		if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
			return error("type", field.label());
		}
		if (hasTooManyDecimals(field, number)) {
			return error("decimals", field.label());
		}
		JsonNode validate = field.node().path("validate");
		if (validate.has("min") && number.doubleValue() < validate.path("min").asDouble()) {
			return error("tooSmall", field.label(), validate.path("min").asText());
		}
		if (validate.has("max") && number.doubleValue() > validate.path("max").asDouble()) {
			return error("tooLarge", field.label(), validate.path("max").asText());
		}
		return null;
	}

	private @Nullable FieldError wrongCheckbox(FormField field, Object value) {
		if (!(value instanceof Boolean ticked)) {
			return error("type", field.label());
		}
		return (field.isRequired() && !ticked) ? error("required", field.label()) : null;
	}

	private @Nullable FieldError wrongDate(FormField field, Object value) {
		if (field.subtype().equals("time")) {
			return isTime(value) ? null : error("date", field.label());
		}
		LocalDateTime moment = FormValues.moment(value);
		if (moment == null || moment.getYear() < 1950 || moment.getYear() > 2200) {
			return error("date", field.label());
		}
		LocalDateTime now = LocalDateTime.now(this.clock);
		boolean day = field.subtype().equals("date");
		// a clock that is a few minutes ahead is no lie
		if (field.property("notFuture").isPresent() && moment.isAfter(now.plusMinutes(5))) {
			return error("future", field.label());
		}
		if (field.property("notPast").isPresent()
				&& (day ? moment.toLocalDate().isBefore(now.toLocalDate()) : moment.isBefore(now.minusMinutes(5)))) {
			return error("past", field.label());
		}
		return null;
	}

	private static boolean isTime(Object value) {
		try {
			return value instanceof String text && text.length() <= LONGEST_TIME
					&& LocalTime.parse(text.replaceFirst("(Z|[+-]\\d{2}:\\d{2})$", "")) != null;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private @Nullable FieldError wrongChoice(Visit visit, FormField field, Collection<?> chosen) {
		Set<String> offered = this.options.offered(visit, field)
			.stream()
			.map(FormField.Choice::value)
			.collect(Collectors.toSet());
		boolean each = offered.containsAll(chosen) && Set.copyOf(chosen).size() == chosen.size();
		return each ? null : error("choice", field.label());
	}

	private FieldError error(String code, Object... arguments) {
		return new FieldError(String.valueOf(arguments[0]), this.messages.text("door." + code, arguments));
	}

	/**
	 * An error that a rule of the form found.
	 */
	FieldError ruled(FormSchema schema, String field, String message, Object... arguments) {
		String label = schema.field(field).map(FormField::label).orElse(field);
		List<Object> all = new ArrayList<>(List.of(label));
		all.addAll(List.of(arguments));
		return new FieldError(label, this.messages.text(message, all.toArray()));
	}

}
