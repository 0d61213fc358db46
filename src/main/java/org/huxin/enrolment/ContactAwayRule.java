package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 联系休学学生 (G02): a worry, or a family that is not reached twice running, is risk that has
 * risen; then and after any miss the next contact comes sooner.
 */
@Component
class ContactAwayRule implements FormRule {

	@Override
	public String form() {
		return "contact-away";
	}

	@Override
	public void apply(Submission submission) {
		String result = submission.text("awayResult");
		String contact = contact(submission, result);
		submission.route(StudySuspensionProcess.AWAY_CONTACT, contact);
		submission.route(StudySuspensionProcess.AWAY_CONTACT_DUE, submission.after(submission.now(),
				result.equals("CALM") ? "suspension.contact.interval" : "suspension.contact.again"));
		if (contact.equals("RETURN")) {
			submission.route(CareFacts.SUSPENSION_OUTCOME, "RESUME");
		}
	}

	private static String contact(Submission submission, String result) {
		boolean missedBefore = submission.earlier("contact-away.awayResult").filter("NOT_REACHED"::equals).isPresent();
		return switch (result) {
			case "WORRY" -> "RISK";
			case "NOT_REACHED" -> (missedBefore) ? "RISK" : "CALM";
			default -> submission.text("awayWish").equals("RESUME") ? "RETURN" : "CALM";
		};
	}

}
