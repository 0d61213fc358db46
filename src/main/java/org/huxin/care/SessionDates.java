package org.huxin.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

/**
 * The dates of counselling: never later than the contact plan allows (F09, F13, F15,
 * K12), the one after the next suggested, and the evaluation in its turn (F35, G17).
 */
final class SessionDates {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M 月 d 日", Locale.SIMPLIFIED_CHINESE);

	/** What the answers to 多久一次 mean. */
	private static final Map<String, Integer> DAYS = Map.of("TWICE_A_WEEK", 3, "WEEKLY", 7, "TWO_WEEKS", 14, "MONTHLY",
			30);

	private final Submission submission;

	private final String plan;

	SessionDates(Submission submission) {
		this.submission = submission;
		this.plan = submission.fact(CareFacts.CONTACT_PLAN).orElse("LIGHT");
	}

	String plan() {
		return this.plan;
	}

	/**
	 * Whether sessions that often are too few for the contact plan.
	 */
	boolean tooRare(String frequency) {
		LocalDateTime now = this.submission.now();
		return now.plusDays(days(frequency)).isAfter(this.submission.after(now, "counselling.freq." + this.plan));
	}

	/**
	 * Refuses a next session that comes later than the contact plan allows, and prepares
	 * the one after it.
	 */
	void keepTo(String frequency) {
		keepTo(frequency, "counselling.freq." + this.plan);
	}

	/**
	 * Refuses a second try that comes later than the second try may.
	 */
	void keepToSecondTry(String frequency) {
		keepTo(frequency, "counselling.retry.limit");
	}

	private void keepTo(String frequency, String limit) {
		LocalDate latest = this.submission.after(this.submission.now(), limit).toLocalDate();
		nextSession().ifPresent((next) -> {
			if (next.isAfter(latest)) {
				this.submission.refuse("nextSessionOn", "rule.session.tooLate", DAY.format(latest));
			}
			this.submission.record("suggestedNextOn", next.plusDays(days(frequency)).toString());
		});
	}

	/**
	 * From now on the evaluation is due after its period.
	 */
	void beginEvaluationPeriod() {
		LocalDateTime on = this.submission.after(this.submission.now(), "counselling.evaluation." + this.plan);
		this.submission.record("evaluateOn", on.toLocalDate().toString());
		this.submission.route(SchoolCounsellingProcess.EVALUATION_DUE, false);
	}

	/**
	 * The next session is the evaluation if its period is over by then.
	 */
	void evaluateInTurn() {
		Optional<LocalDate> on = this.submission.earlier("evaluateOn").map(Object::toString).map(LocalDate::parse);
		boolean due = nextSession().isPresent() && on.isPresent() && !nextSession().get().isBefore(on.get());
		this.submission.route(SchoolCounsellingProcess.EVALUATION_DUE, due);
	}

	private Optional<LocalDate> nextSession() {
		return this.submission.date("nextSessionOn").map(LocalDateTime::toLocalDate);
	}

	private static int days(String frequency) {
		return DAYS.getOrDefault(frequency, 14);
	}

}
