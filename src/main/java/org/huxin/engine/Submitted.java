package org.huxin.engine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.DecisionService;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.NewEntry;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way through the door: accepted values, what the rules derive from
 * them, what they refuse.
 */
final class Submitted implements Submission {

	private final Visit visit;

	private final UUID student;

	private final Map<String, Object> values;

	private final Surroundings surroundings;

	private final List<FieldError> errors = new ArrayList<>();

	private final Map<String, Object> routed = new LinkedHashMap<>();

	private final Map<String, Object> recorded = new LinkedHashMap<>();

	private final List<NewEntry> decisions = new ArrayList<>();

	private @Nullable String level;

	/** What a submission may ask about the world around it. */
	interface Surroundings {

		LocalDateTime now();

		LocalDateTime after(LocalDateTime from, String policyKey);

		String policy(String key);

		Optional<Object> fact(String name);

		FieldError error(String field, String message, Object... arguments);

		DecisionService decisionService();

		Decisions decisions();

	}

	Submitted(Visit visit, UUID student, Map<String, Object> values, Surroundings surroundings) {
		this.visit = visit;
		this.student = student;
		this.values = values;
		this.surroundings = surroundings;
		for (FormField field : visit.schema().fields()) {
			Object value = values.get(field.key());
			if (field.isRouting() && value != null) {
				this.routed.put(field.key(), fact(field, value));
			}
		}
	}

	private static Object fact(FormField field, Object value) {
		if (field.type().equals("datetime")) {
			LocalDateTime moment = FormValues.moment(value);
			return (moment != null) ? Date.from(moment.atZone(zone()).toInstant()) : value;
		}
		return (value instanceof Number number) ? number.longValue() : value;
	}

	private static ZoneId zone() {
		return EngineConfiguration.ZONE;
	}

	@Override
	public String form() {
		return this.visit.schema().id();
	}

	@Override
	public String author() {
		return this.visit.person().name();
	}

	@Override
	public UUID student() {
		return this.student;
	}

	@Override
	public boolean isBlank(String key) {
		return !this.values.containsKey(key);
	}

	@Override
	public String text(String key) {
		Object value = this.values.get(key);
		return (value != null) ? value.toString() : "";
	}

	@Override
	public List<String> texts(String key) {
		Object value = this.values.get(key);
		return (value instanceof Collection<?> list) ? list.stream().map(Object::toString).toList() : List.of();
	}

	@Override
	public Optional<Double> number(String key) {
		return (this.values.get(key) instanceof Number number) ? Optional.of(number.doubleValue()) : Optional.empty();
	}

	@Override
	public Optional<LocalDateTime> date(String key) {
		Object value = this.values.get(key);
		return (value != null) ? Optional.ofNullable(FormValues.moment(value)) : Optional.empty();
	}

	@Override
	public boolean isYes(String key) {
		Object value = this.values.get(key);
		return Boolean.TRUE.equals(value) || "YES".equals(value);
	}

	@Override
	public Optional<Object> earlier(String key) {
		return this.visit.latest(key);
	}

	@Override
	public List<Object> history(String key) {
		return this.visit.all(key);
	}

	@Override
	public List<Past> past(String form) {
		return this.visit.entries()
			.stream()
			.filter((entry) -> entry.form().filter(form::equals).isPresent())
			.map((entry) -> new Past(LocalDateTime.ofInstant(entry.recordedAt(), zone()), entry.fields()))
			.toList();
	}

	@Override
	public <T> Optional<T> fact(ProcessVariable<T> variable) {
		return this.surroundings.fact(variable.name()).map(variable.type()::cast);
	}

	@Override
	public Optional<String> levelThatHolds() {
		return Optional.ofNullable(this.visit.caseFile()).flatMap(CaseSummary::level);
	}

	@Override
	public void refuse(String field, String message, Object... arguments) {
		this.errors.add(this.surroundings.error(field, message, arguments));
	}

	@Override
	public <T> void route(ProcessVariable<T> variable, T value) {
		this.routed.put(variable.name(), value);
	}

	@Override
	public void routeAll(Map<String, Object> facts) {
		this.routed.putAll(facts);
	}

	@Override
	public Map<String, Object> decide(String decision, Map<String, @Nullable Object> inputs) {
		Decisions.Outcome outcome = this.surroundings.decisions()
			.evaluate(this.surroundings.decisionService(), decision, inputs);
		this.decisions.add(NewEntry.decision(author(), decision, outcome.trace()));
		return outcome.outputs();
	}

	@Override
	public void record(String key, Object value) {
		this.recorded.put(key, value);
	}

	@Override
	public void rate(String level) {
		this.level = level;
	}

	@Override
	public LocalDateTime after(LocalDateTime from, String policyKey) {
		return this.surroundings.after(from, policyKey);
	}

	@Override
	public String policy(String key) {
		return this.surroundings.policy(key);
	}

	@Override
	public LocalDateTime now() {
		return this.surroundings.now();
	}

	List<FieldError> errors() {
		return this.errors;
	}

	Map<String, Object> routed() {
		return this.routed;
	}

	/** What goes into the case file: what was entered and what was derived from it. */
	Map<String, Object> content() {
		Map<String, Object> content = new LinkedHashMap<>(this.values);
		content.putAll(this.recorded);
		return content;
	}

	List<NewEntry> decisionEntries() {
		return this.decisions;
	}

	Optional<String> level() {
		return Optional.ofNullable(this.level);
	}

}
