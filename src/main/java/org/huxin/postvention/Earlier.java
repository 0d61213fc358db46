package org.huxin.postvention;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;

/**
 * What the file of an event says already, as the rules of its forms ask for it.
 */
final class Earlier {

	private Earlier() {
	}

	/** The people under a key, in the order they were named. */
	static Set<String> people(Submission submission, String key) {
		return submission.earlier(key)
			.filter(Collection.class::isInstance)
			.map((ids) -> (Collection<?>) ids)
			.map((ids) -> new LinkedHashSet<>(ids.stream().map(String::valueOf).toList()))
			.orElseGet(LinkedHashSet::new);
	}

	/** EVENT, SIGNS, STRAIN or SCREENED. */
	static String kind(Submission submission) {
		return submission.earlier("eventKind").map(String::valueOf).orElse("EVENT");
	}

	/** Whether somebody is the one at the centre of the event. */
	static boolean holdsCentre(Submission submission, Collection<String> people) {
		return submission.earlier("centre").map(String::valueOf).filter(people::contains).isPresent();
	}

	static LocalDateTime moment(Submission submission, String key) {
		return submission.earlier(key).map(String::valueOf).map(LocalDateTime::parse).orElseGet(submission::now);
	}

	/**
	 * The next review: offered a day before it is due, and never due in the past.
	 * @param stage FIRST, SECOND, THIRD or YEAR
	 */
	static void nextReview(Submission submission, String stage, LocalDateTime since) {
		LocalDateTime due = submission.after(since, "postvention.review." + stage);
		Duration lead = Duration.between(submission.now(),
				submission.after(submission.now(), "postvention.review.lead"));
		if (due.isBefore(submission.now().plus(lead))) {
			due = submission.now().plus(lead);
		}
		submission.route(PostventionProcess.REVIEW_OPENS, due.minus(lead));
		submission.route(PostventionProcess.REVIEW_DUE, due);
		submission.route(PostventionProcess.REVIEW_STAGE, stage);
		submission.record("reviewStage", stage);
	}

	/** Groups meet at least as often as the policy says (F18, F20, F24). */
	static void checkNextGroup(Submission submission) {
		LocalDateTime latest = submission.after(submission.now(), "postvention.group." + kind(submission));
		submission.date("groupOn")
			.filter((day) -> day.toLocalDate().isAfter(latest.toLocalDate()))
			.ifPresent((day) -> submission.refuse("groupOn", "rule.postvention.groupTooLate",
					latest.toLocalDate().toString()));
	}

	/** The rest of the first after the second is taken away. */
	static List<String> without(Collection<String> all, Collection<String> taken) {
		return all.stream().filter((id) -> !taken.contains(id)).distinct().toList();
	}

}
