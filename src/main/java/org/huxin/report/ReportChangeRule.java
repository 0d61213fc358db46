package org.huxin.report;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 情况有变: a death ends all help, so hearsay is none (rule of practice 5). What is not
 * confirmed is a reason to look for the student now.
 */
@Component
class ReportChangeRule implements FormRule {

	@Override
	public String form() {
		return "report-change";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("changeKind").equals("DEATH") && submission.text("deathConfirmedBy").equals("NOBODY")) {
			submission.refuse("deathConfirmedBy", "rule.change.deathUnconfirmed");
		}
	}

}
