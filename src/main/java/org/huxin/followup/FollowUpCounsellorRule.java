package org.huxin.followup;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.followup.process.MonthlyFollowUpProcess;

import org.springframework.stereotype.Component;

/**
 * 随访谈话: the codes that {@code follow-up-trend.dmn} decides by.
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
		if (submission.text("suggest").equals("CLOSE") && !safety.equals("NONE")) {
			submission.refuse("suggest", "rule.followUp.closeUnsafe");
		}
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_SAFETY, safety);
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_TREND, trend);
		submission.route(MonthlyFollowUpProcess.FOLLOW_UP_SUGGESTION, submission.text("suggest"));
	}

}
