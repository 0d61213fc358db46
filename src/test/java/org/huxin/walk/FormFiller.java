package org.huxin.walk;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.huxin.walk.OpenedForm.Field;

/**
 * Fills any form with random values that it takes: what it hides stays blank, what it
 * demands is filled in, every typed text carries a mark by which it is found again.
 */
final class FormFiller {

	/** Stands in every typed text, and nowhere else. */
	static final String MARK = "走查字";

	private static final int PASSES = 6;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

	private final LocalDateTime now;

	private final String me;

	private final Random dice;

	/** How often a preferred value is taken. */
	private final double hinted;

	private final boolean best;

	private int texts;

	FormFiller(LocalDateTime now, String me, Random dice, double hinted, boolean best, int texts) {
		this.now = now;
		this.me = me;
		this.dice = dice;
		this.hinted = hinted;
		this.best = best;
		this.texts = texts;
	}

	/** How many texts have been typed so far. */
	int texts() {
		return this.texts;
	}

	/**
	 * Fills the form.
	 * @param before what was tried before and refused, empty at first
	 * @param mend the keys that the refusal named: they are answered anew
	 * @return the values, empty if the form demands a choice and offers none
	 */
	Optional<Map<String, Object>> fill(OpenedForm form, Map<String, Object> before, Set<String> mend) {
		Map<String, Object> values = new LinkedHashMap<>();
		Set<String> answered = new java.util.HashSet<>();
		before.forEach((key, value) -> {
			if (!mend.contains(key)) {
				values.put(key, value);
				answered.add(key);
			}
		});
		for (int pass = 0; pass < PASSES; pass++) {
			boolean changed = false;
			for (Field field : form.fields()) {
				if (field.readOnly()) {
					continue;
				}
				boolean hidden = field.isHidden(context(form, values));
				if (hidden) {
					changed |= values.remove(field.key()) != null;
					answered.remove(field.key());
				}
				else if (answered.add(field.key())) {
					Object value = answer(form, field, mend.contains(field.key()));
					if (value != null) {
						values.put(field.key(), value);
						changed = true;
					}
				}
			}
			if (!changed) {
				break;
			}
		}
		// nobody ticks a guardian as safe and unsafe to tell
		if (values.get("informSafe") instanceof List<?> safe && values.get("informUnsafe") instanceof List<?> unsafe) {
			values.put("informSafe", safe.stream().filter((guardian) -> !unsafe.contains(guardian)).toList());
		}
		Map<String, Object> context = context(form, values);
		boolean impossible = form.fields()
			.stream()
			.anyMatch((field) -> !field.readOnly() && field.required() && !values.containsKey(field.key())
					&& !field.isHidden(context));
		return impossible ? Optional.empty() : Optional.of(values);
	}

	/** Everything that conditions may ask for. */
	static Map<String, Object> context(OpenedForm form, Map<String, Object> values) {
		Map<String, Object> context = new HashMap<>(values);
		form.fields().stream().filter(Field::readOnly).map(Field::key).forEach(context::remove);
		context.putAll(form.shown());
		return context;
	}

	private Object answer(OpenedForm form, Field field, boolean mend) {
		if (!mend && field.begins().isPresent() && this.dice.nextInt(3) > 0) {
			return field.begins().get();
		}
		Optional<String> hint = (this.dice.nextDouble() < (mend ? this.hinted / 2 : this.hinted))
				? Hints.of(form.id(), field.key(), this.dice, this.best) : Optional.empty();
		if (hint.isPresent()) {
			Object value = hinted(field, hint.get());
			if (value != null || (!field.required() && !mend)) {
				return value;
			}
		}
		boolean blank = !field.required() && !mend && this.dice.nextInt(10) < 6;
		return blank ? null : any(field);
	}

	private Object hinted(Field field, String hint) {
		if (hint.equals("-")) {
			return null;
		}
		return switch (field.type()) {
			case "checkbox" -> hint.equals("true");
			case "number" -> Double.valueOf(hint).intValue();
			case "datetime" -> hint.startsWith("h") ? minute(this.now.plusHours(Integer.parseInt(hint.substring(1))))
					: moment(field, Integer.parseInt(hint.replace("+", "")));
			case "textfield", "textarea" -> text(field);
			case "checklist", "taglist" -> list(field, hint);
			default -> choice(field, hint);
		};
	}

	private Object choice(Field field, String hint) {
		if (field.choices().contains(hint)) {
			return hint;
		}
		if (field.choices().isEmpty()) {
			return null;
		}
		return switch (hint) {
			case "FIRST" -> field.choices().get(0);
			case "LAST" -> field.choices().get(field.choices().size() - 1);
			case "ME" -> field.choices().contains(this.me) ? this.me : null;
			default -> one(field.choices());
		};
	}

	private Object list(Field field, String hint) {
		if (field.choices().contains(hint)) {
			return List.of(hint);
		}
		List<String> real = field.choices().stream().filter((code) -> !code.startsWith("NONE")).toList();
		if (real.isEmpty()) {
			return null;
		}
		return switch (hint) {
			case "ALL" -> real;
			case "FIRST" -> List.of(real.get(0));
			case "LAST" -> List.of(real.get(real.size() - 1));
			default -> some(real);
		};
	}

	private Object any(Field field) {
		return switch (field.type()) {
			case "checkbox" -> field.required() || this.dice.nextBoolean();
			case "number" -> {
				int least = field.node().path("validate").path("min").asInt(0);
				int most = field.node().path("validate").path("max").asInt(least + 100);
				yield least + this.dice.nextInt(most - least + 1);
			}
			case "datetime" -> moment(field, null);
			case "textfield", "textarea" -> text(field);
			case "checklist", "taglist" -> {
				// nothing and something do not go together
				if (field.choices().isEmpty()) {
					yield null;
				}
				List<String> real = field.choices().stream().filter((code) -> !code.startsWith("NONE")).toList();
				boolean nothing = real.size() < field.choices().size() && this.dice.nextInt(4) == 0;
				yield (nothing || real.isEmpty()) ? List.of(field.choices()
					.stream()
					.filter((code) -> code.startsWith("NONE"))
					.findFirst()
					.orElse(field.choices().get(0))) : some(real);
			}
			default -> field.choices().isEmpty() ? null : one(field.choices());
		};
	}

	private List<String> some(List<String> from) {
		List<String> rest = new ArrayList<>(from);
		List<String> some = new ArrayList<>();
		int count = 1 + this.dice.nextInt(Math.min(3, rest.size()));
		for (int i = 0; i < count; i++) {
			some.add(rest.remove(this.dice.nextInt(rest.size())));
		}
		return some;
	}

	private String one(List<String> choices) {
		return choices.get(this.dice.nextInt(choices.size()));
	}

	private String text(Field field) {
		this.texts++;
		int most = field.node().path("validate").path("maxLength").asInt(80);
		String text = MARK + this.texts + "。" + ((this.dice.nextInt(4) == 0) ? "一段\n较长的话，说清看到了什么。" : "");
		return (text.length() <= most) ? text : (MARK + this.texts);
	}

	private String moment(Field field, Integer days) {
		boolean day = field.node().path("subtype").asText().equals("date");
		LocalDateTime moment;
		if (days != null) {
			moment = this.now.plusDays(days);
			if (days == 0 && field.is("notPast")) {
				moment = moment.plusHours(1);
			}
		}
		else if (field.is("notFuture")) {
			moment = this.now.minusMinutes(this.dice.nextInt(this.dice.nextBoolean() ? 60 : 60 * 24 * 3));
		}
		else {
			moment = this.now.plusHours(1 + this.dice.nextInt(this.dice.nextBoolean() ? 24 * 7 : 24 * 40));
		}
		return day ? moment.toLocalDate().toString() : minute(moment);
	}

	private static String minute(LocalDateTime moment) {
		return MINUTE.format(moment.truncatedTo(ChronoUnit.MINUTES)) + "+08:00";
	}

}
