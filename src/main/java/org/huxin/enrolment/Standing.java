package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.huxin.engine.Submission;

/**
 * What the case file says of a student who wants to come back: since when he is away,
 * when he was last found in danger, and what the last assessment said (G03, G10, K03). A
 * paper says nothing of what came after it.
 */
final class Standing {

	/** Levels with which nobody comes back: he is first helped. */
	private static final Set<String> NOT_YET = Set.of("SEVERE", "ACUTE");

	private static final Set<String> WORRYING = Set.of("MODERATE", "SEVERE", "ACUTE");

	private final Submission submission;

	private final List<Submission.Past> assessments;

	Standing(Submission submission) {
		this.submission = submission;
		this.assessments = submission.past("assess-risk");
	}

	/**
	 * The day on which the student went: the one that was applied for, or where nobody
	 * applied, the day on which the suspension was registered.
	 */
	Optional<LocalDate> awaySince() {
		return Days.earlier(this.submission, "apply-suspension.fromOn")
			.or(() -> this.submission.past("register-suspension")
				.stream()
				.findFirst()
				.map((registered) -> registered.at().toLocalDate()));
	}

	/**
	 * The last day on which somebody found the student in danger: an assessment of
	 * MODERATE or higher, or news of danger that nobody has assessed yet. An assessment
	 * before the return that found MODERATE belongs to this return and is no new danger.
	 */
	Optional<LocalDate> lastDanger() {
		return lastDanger(Standing::isDanger);
	}

	private Optional<LocalDate> lastDanger(Predicate<Submission.Past> dangerous) {
		List<LocalDateTime> found = new ArrayList<>();
		this.assessments.stream().filter(dangerous).map(Standing::assessedAt).forEach(found::add);
		LocalDateTime assessed = lastAssessment().map(Submission.Past::at).orElse(LocalDateTime.MIN);
		news("contact-away", "awayResult", "WORRY").filter(assessed::isBefore).ifPresent(found::add);
		news("report-change", "changeKind", "RISK").filter(assessed::isBefore).ifPresent(found::add);
		return found.stream().max(Comparator.naturalOrder()).map(LocalDateTime::toLocalDate);
	}

	/**
	 * Why the student does not come back yet, as keys of sentences. What is found after
	 * the certificate was taken makes it worthless from SEVERE on; with less the review
	 * weighs it.
	 */
	List<String> hindrances() {
		List<String> hindrances = new ArrayList<>();
		Optional<LocalDate> danger = lastDanger((assessment) -> NOT_YET.contains(assessment.text("level")));
		if (danger.filter((day) -> certificateDate().filter(day::isAfter).isPresent()).isPresent()) {
			hindrances.add("rule.resumption.certificateBeforeDanger");
		}
		notAssessedFor().ifPresent(hindrances::add);
		return hindrances;
	}

	private Optional<LocalDate> certificateDate() {
		return Days.earlier(this.submission, "enter-certificate.certificateDate");
	}

	private Optional<String> notAssessedFor() {
		if (this.submission.levelThatHolds().filter(NOT_YET::contains).isPresent()) {
			return Optional.of("rule.resumption.levelTooHigh");
		}
		Optional<LocalDate> last = lastAssessment().map(Standing::assessedAt).map(LocalDateTime::toLocalDate);
		if (last.isEmpty() || awaySince().filter(last.get()::isBefore).isPresent()) {
			return Optional.of("rule.resumption.assessFirst");
		}
		LocalDate assessed = last.get();
		boolean beforeThePaper = certificateDate().filter(assessed::isBefore).isPresent();
		LocalDate limit = this.submission.after(assessed.atStartOfDay(), "resumption.assess.age").toLocalDate();
		return (beforeThePaper && limit.isBefore(this.submission.now().toLocalDate()))
				? Optional.of("rule.resumption.assessAgain") : Optional.empty();
	}

	private Optional<Submission.Past> lastAssessment() {
		return this.assessments.stream().reduce((earlier, later) -> later);
	}

	private Optional<LocalDateTime> news(String form, String key, String code) {
		return this.submission.past(form)
			.stream()
			.filter((entry) -> entry.text(key).equals(code))
			.map(Submission.Past::at)
			.reduce((earlier, later) -> later);
	}

	private static boolean isDanger(Submission.Past assessment) {
		String level = assessment.text("level");
		boolean forThisReturn = assessment.text("kindOfAssessment").equals("BEFORE_RETURN");
		return (forThisReturn) ? NOT_YET.contains(level) : WORRYING.contains(level);
	}

	private static LocalDateTime assessedAt(Submission.Past assessment) {
		return Optional.ofNullable(assessment.fields().get("assessedAt"))
			.map((day) -> Days.of(day).atStartOfDay())
			.orElseGet(assessment::at);
	}

}
