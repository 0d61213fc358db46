package org.huxin.followup;

import org.huxin.engine.Submission;
import org.huxin.followup.process.MonthlyFollowUpProcess;

/**
 * Who could not be talked to twice in a row is a matter for the leader: follow-up is
 * never skipped in silence.
 */
final class Gaps {

	private Gaps() {
	}

	/**
	 * Tells the model if this contact failed as the one before it did.
	 * @param failed whether nobody could be talked to this time
	 * @param key the field that said so last time
	 */
	static void note(Submission submission, boolean failed, String key) {
		boolean before = submission.earlier(submission.form() + "." + key)
			.filter((answer) -> answer.equals("NOT_POSSIBLE") || answer.equals("NOT_REACHED"))
			.isPresent();
		if (failed && before) {
			submission.route(MonthlyFollowUpProcess.CONTACT_GAP, true);
		}
	}

}
