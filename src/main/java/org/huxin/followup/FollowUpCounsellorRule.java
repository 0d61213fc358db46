package org.huxin.followup;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.followup.process.MonthlyFollowUpProcess;

import org.springframework.stereotype.Component;

/**
 * 随访谈话: the codes that {@code follow-up-trend.dmn} decides by. Nobody is let go before
 * safety is confirmed, nor in the first year after a return that is watched closely
 * (K02).
 */
@Component
class FollowUpCounsellorRule implements FormRule {

	@Override
	public String form() {
		return "follow-up-counsellor";
	}

	@Override
	public void apply(Submission submission) {
		String safety = submission.isBlank("safety") ? "NOT_ASKED" : submission.text("safety");
		String trend = submission.isBlank("trend") ? "UNKNOWN" : submission.text("trend");
		if (trend.equals("WORSE") && submission.isBlank("note")) {
			submission.refuse("note", "rule.followUp.worse");
		}
		boolean close = submission.text("suggest").equals("CLOSE");
		if (close && !safety.equals("NONE")) {
			submission.refuse("suggest", "rule.followUp.closeUnsafe");
		}
		if (close && FirstYear.of(submission).equals(FirstYear.RUNNING)) {
			submission.refuse("suggest", "rule.followUp.firstYear");
		}
		Gaps.note(submission, submission.text("done").equals("NOT_POSSIBLE"), "done");
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_SAFETY, safety);
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_TREND, trend);
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_SUGGESTION, submission.text("suggest"));
	}

}
