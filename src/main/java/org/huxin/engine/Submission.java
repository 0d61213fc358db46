package org.huxin.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a person has submitted, as a {@link FormRule} sees it. Values that the form shows
 * read-only are not part of it; ask {@link #earlier(String)} for them.
 */
public interface Submission {

	/**
	 * The form's id.
	 */
	String form();

	/**
	 * The account of the person who submits.
	 */
	String author();

	/**
	 * The student of the case.
	 */
	UUID student();

	/**
	 * Whether nothing was entered for the field.
	 */
	boolean isBlank(String key);

	/**
	 * The text or code entered, empty if there is none.
	 */
	String text(String key);

	/**
	 * The codes ticked in a checklist or tag list.
	 */
	List<String> texts(String key);

	/**
	 * The number entered.
	 */
	Optional<Double> number(String key);

	/**
	 * The moment entered, in the school's time zone; a date counts from 00:00.
	 */
	Optional<LocalDateTime> date(String key);

	/**
	 * Whether a checkbox is ticked or a yes-no answered yes ({@code YES}).
	 */
	boolean isYes(String key);

	/**
	 * The latest value under a key in the case file, {@code form.key} or {@code key}:
	 * text, number, boolean or list, as it was submitted.
	 */
	Optional<Object> earlier(String key);

	/**
	 * Every value under {@code form.key} in the case file, oldest first.
	 */
	List<Object> history(String key);

	/**
	 * Everything that was submitted with a form so far, or noted by the system under a
	 * name, oldest first.
	 */
	List<Past> past(String form);

	/**
	 * A routing fact as the engine holds it where this task stands, for example
	 * {@code contactPlan}.
	 * @return its value, empty where it is not set
	 */
	<T> Optional<T> fact(ProcessVariable<T> variable);

	/**
	 * The level (关注等级) that holds for the case: never one that still waits for a second
	 * person. Empty before the first assessment.
	 */
	Optional<String> levelThatHolds();

	/**
	 * Refuses the submission. All refusals of a submission reach the person together, and
	 * nothing is written.
	 * @param field the key of the field to mend
	 * @param message a key of {@code messages.properties}
	 */
	void refuse(String field, String message, Object... arguments);

	/**
	 * Hands a derived routing fact to the engine.
	 */
	<T> void route(ProcessVariable<T> variable, T value);

	/**
	 * Hands several routing facts to the engine, by name.
	 */
	void routeAll(Map<String, Object> facts);

	/**
	 * Hands a derived moment to the engine.
	 */
	default void route(ProcessVariable<Date> variable, LocalDateTime value) {
		route(variable, Date.from(value.atZone(EngineConfiguration.ZONE).toInstant()));
	}

	/**
	 * Evaluates a decision table; inputs, outputs and the rows that fired are recorded
	 * sealed in the case file.
	 * @param decision the decision's id, for example {@code RiskLevel}
	 * @return the outputs of the first row that fired, empty if none did
	 */
	Map<String, Object> decide(String decision, Map<String, @Nullable Object> inputs);

	/**
	 * Adds a value that follows from the answers, for example a score, to the sealed
	 * entry.
	 */
	void record(String key, Object value);

	/**
	 * Keeps the level (关注等级) of an assessment with the case, sealed.
	 * @param level {@code NONE}, {@code MILD}, {@code MODERATE}, {@code SEVERE} or
	 * {@code ACUTE}
	 */
	void rate(String level);

	/**
	 * A period of the case's policy version, added to a moment.
	 */
	LocalDateTime after(LocalDateTime from, String policyKey);

	/**
	 * A code of the case's policy version, for example of {@code certificate.issuers}.
	 */
	String policy(String key);

	/**
	 * The business time of this submission.
	 */
	LocalDateTime now();

	/**
	 * An earlier submission.
	 *
	 * @param at when it was recorded, in the school's time zone
	 * @param fields what was entered and what followed from it, by field key
	 */
	record Past(LocalDateTime at, Map<String, Object> fields) {

		/** The text or code under a key, empty if there is none. */
		public String text(String key) {
			return String.valueOf(this.fields.getOrDefault(key, ""));
		}

	}

}
