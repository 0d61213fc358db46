package org.huxin.enrolment;

import org.huxin.engine.Submission;

/**
 * Nobody decides about a student's schooling who has not heard him and his guardian (G01,
 * L5).
 */
final class Hearing {

	private Hearing() {
	}

	/**
	 * Checks the fields {@code heardStudent}, {@code heardGuardian} and {@code heardWhy}.
	 * @param refusing whether the decision is a refusal: for it the student himself must
	 * have been heard
	 */
	static void check(Submission submission, boolean refusing) {
		boolean student = submission.text("heardStudent").equals("HEARD");
		boolean unreached = submission.text("heardGuardian").equals("NOT_POSSIBLE");
		if (refusing && !student) {
			submission.refuse("heardStudent", "rule.enrolment.hearFirst");
		}
		if ((!student || unreached) && submission.isBlank("heardWhy")) {
			submission.refuse("heardWhy", "rule.enrolment.heardWhy");
		}
	}

}
