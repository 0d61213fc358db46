package org.huxin.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 本周关注, while help at school or a referral goes on: a worry brings a new assessment; who
 * is looked after daily and was not seen on two days is a worry too (F16), unless a
 * hospital looks after him. The family is called twice a month (F12), and never where it
 * is not clear that telling is safe.
 */
@Component
class WeeklyWatchRule implements FormRule {

	private static final String IN_HOSPITAL = "HOSPITAL";

	@Override
	public String form() {
		return "weekly-watch";
	}

	@Override
	public void apply(Submission submission) {
		boolean worry = submission.text("alarm").equals("WORRY") || unseenForTwoDays(submission);
		submission.route(SchoolCounsellingProcess.WATCH_RESULT, (worry) ? "WORRY" : "CALM");
		if (worry) {
			submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, "RISK_FOUND");
			submission.route(CareFacts.REFERRAL_OUTCOME, "REASSESS");
		}
		home(submission);
	}

	private static boolean unseenForTwoDays(Submission submission) {
		boolean daily = submission.fact(CareFacts.CONTACT_PLAN).filter("CLOSE"::equals).isPresent();
		boolean unseen = submission.text("talked").equals("NOT_POSSIBLE")
				&& !submission.text("whyNot").equals(IN_HOSPITAL);
		boolean before = submission.earlier("weekly-watch.talked").filter("NOT_POSSIBLE"::equals).isPresent()
				&& submission.earlier("weekly-watch.whyNot").filter(IN_HOSPITAL::equals).isEmpty();
		return daily && unseen && before;
	}

	private static void home(Submission submission) {
		String home = submission.text("home");
		boolean called = home.equals("REACHED") || home.equals("NOT_REACHED");
		boolean allowed = submission.fact(CrisisCaseProcess.GUARDIAN_CHANNEL).filter("OPEN"::equals).isPresent();
		if (called && !allowed) {
			submission.refuse("home", "rule.watch.homeNotAdvised");
		}
		Optional<LocalDateTime> last = submission.earlier("weekly-watch.homeOn")
			.map(Object::toString)
			.map((day) -> LocalDate.parse(day).atStartOfDay());
		if (home.equals("NOT_DUE") && allowed
				&& last.filter((day) -> submission.after(day, "watch.home.limit").isBefore(submission.now()))
					.isPresent()) {
			submission.refuse("home", "rule.watch.homeDue");
		}
		if (called || last.isEmpty()) {
			submission.record("homeOn", submission.now().toLocalDate().toString());
		}
	}

}
