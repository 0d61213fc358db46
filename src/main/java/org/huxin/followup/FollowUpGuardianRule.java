package org.huxin.followup;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.followup.process.MonthlyFollowUpProcess;

import org.springframework.stereotype.Component;

/**
 * 听听家里的情况: a child who spoke of hurting himself is assessed again at once; what worries
 * the family, or an interrupted treatment, brings closer follow-up.
 */
@Component
class FollowUpGuardianRule implements FormRule {

	@Override
	public String form() {
		return "follow-up-guardian";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(MonthlyFollowUpProcess.FAMILY_VIEW, view(submission));
		Gaps.note(submission, submission.text("answeredBy").equals("NOT_REACHED"), "answeredBy");
	}

	private static String view(Submission submission) {
		if (submission.text("answeredBy").equals("NOT_REACHED")) {
			return "NONE";
		}
		if (submission.text("worry").equals("YES")) {
			return "WORRY";
		}
		boolean concerned = submission.text("overall").equals("WORRYING") || submission.text("worry").equals("UNSURE")
				|| submission.text("visit").equals("INTERRUPTED") || submission.text("safeHome").equals("NOT_YET");
		return (concerned) ? "CONCERNED" : "CALM";
	}

}
