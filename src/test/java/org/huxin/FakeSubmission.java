package org.huxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.Submission;

/**
 * A submission without a door: what a rule derives, records and refuses can be asked.
 * Decisions are made by the tables of the repository.
 */
public final class FakeSubmission implements Submission {

	public static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 10, 0);

	private final String form;

	private String profile = "secondary";

	private final Map<String, Object> values = new HashMap<>();

	private final Map<String, List<Object>> before = new HashMap<>();

	private final Map<String, List<Past>> past = new HashMap<>();

	private final Map<String, Object> facts = new HashMap<>();

	private final Map<String, Object> routed = new HashMap<>();

	private final Map<String, Object> recorded = new HashMap<>();

	private final List<String> refusals = new ArrayList<>();

	private Optional<String> level = Optional.empty();

	public FakeSubmission(String form, Map<String, Object> values) {
		this.form = form;
		this.values.putAll(values);
	}

	public FakeSubmission with(String key, Object value) {
		this.values.put(key, value);
		return this;
	}

	public FakeSubmission without(String key) {
		this.values.remove(key);
		return this;
	}

	/** Something that is in the case file already. */
	public FakeSubmission after(String key, Object... values) {
		this.before.computeIfAbsent(key, (fresh) -> new ArrayList<>()).addAll(List.of(values));
		return this;
	}

	/** A whole submission that is in the case file already. */
	public FakeSubmission afterAll(String form, LocalDateTime at, Map<String, Object> fields) {
		this.past.computeIfAbsent(form, (fresh) -> new ArrayList<>()).add(new Past(at, fields));
		fields.forEach((key, value) -> after(form + '.' + key, value).after(key, value));
		return this;
	}

	@Override
	public List<Past> past(String form) {
		return this.past.getOrDefault(form, List.of());
	}

	/** With a routing fact that the engine holds already. */
	public <T> FakeSubmission knowing(ProcessVariable<T> variable, T value) {
		this.facts.put(variable.name(), value);
		return this;
	}

	@Override
	public <T> Optional<T> fact(ProcessVariable<T> variable) {
		return Optional.ofNullable(variable.type().cast(this.facts.get(variable.name())));
	}

	public <T> T routed(ProcessVariable<T> variable) {
		return variable.type().cast(this.routed.get(variable.name()));
	}

	public Object recorded(String key) {
		return this.recorded.get(key);
	}

	public List<String> refusals() {
		return this.refusals;
	}

	public Optional<String> level() {
		return this.level;
	}

	@Override
	public String form() {
		return this.form;
	}

	@Override
	public String author() {
		return "counselor";
	}

	@Override
	public UUID student() {
		return new UUID(0, 1);
	}

	@Override
	public boolean isBlank(String key) {
		return !this.values.containsKey(key);
	}

	@Override
	public String text(String key) {
		return String.valueOf(this.values.getOrDefault(key, ""));
	}

	@Override
	public List<String> texts(String key) {
		return (this.values.get(key) instanceof Collection<?> list) ? list.stream().map(String::valueOf).toList()
				: List.of();
	}

	@Override
	public Optional<Double> number(String key) {
		return Optional.ofNullable(this.values.get(key)).map((value) -> ((Number) value).doubleValue());
	}

	@Override
	public Optional<LocalDateTime> date(String key) {
		return Optional.ofNullable((LocalDateTime) this.values.get(key));
	}

	@Override
	public boolean isYes(String key) {
		return Boolean.TRUE.equals(this.values.get(key)) || "YES".equals(this.values.get(key));
	}

	@Override
	public Optional<Object> earlier(String key) {
		List<Object> all = history(key);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
	}

	@Override
	public List<Object> history(String key) {
		return this.before.getOrDefault(key, List.of());
	}

	@Override
	public Optional<String> levelThatHolds() {
		return this.before.containsKey("levelThatHolds") ? earlier("levelThatHolds").map(Object::toString)
				: earlier("level").map(Object::toString);
	}

	@Override
	public void refuse(String field, String message, Object... arguments) {
		this.refusals.add(field + " " + message);
	}

	@Override
	public void routeAll(Map<String, Object> facts) {
		this.routed.putAll(facts);
	}

	@Override
	public <T> void route(ProcessVariable<T> variable, T value) {
		if (!variable.codes().isEmpty() && !variable.codes().contains(value)) {
			throw new AssertionError(variable.name() + " may not be " + value);
		}
		this.routed.put(variable.name(), value);
	}

	@Override
	public Map<String, Object> decide(String decision, Map<String, Object> inputs) {
		return Tables.of(decision).decide(inputs).outputs();
	}

	@Override
	public void record(String key, Object value) {
		this.recorded.put(key, value);
	}

	@Override
	public void rate(String level) {
		this.level = Optional.of(level);
	}

	/** In a school of another kind, as policies.csv calls it. */
	public FakeSubmission in(String profile) {
		this.profile = profile;
		return this;
	}

	@Override
	public LocalDateTime after(LocalDateTime from, String policyKey) {
		String period = policy(policyKey);
		return period.startsWith("PT") ? from.plus(Duration.parse(period)) : from.plus(Period.parse(period));
	}

	@Override
	public String policy(String key) {
		try (Stream<String> lines = Files.lines(Path.of("src/main/resources/org/huxin/school/policies.csv"))) {
			int column = List.of("key", "primary", "secondary", "vocational", "university").indexOf(this.profile);
			return lines.filter((line) -> line.startsWith(key + ",")).findFirst().orElseThrow().split(",")[column];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public LocalDateTime now() {
		return NOW;
	}

}
