package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 复核撤除标记 (rule of practice 9): the second person.
 */
@Component
class ConfirmUnmarkRule implements FormRule {

	@Override
	public String form() {
		return "confirm-unmark";
	}

	@Override
	public void apply(Submission submission) {
		boolean agreed = submission.text("confirmation").equals("AGREE");
		submission.route(CareFacts.REFERRAL_OUTCOME, (agreed) ? "UNMARKED" : "SUPPORT");
		if (!agreed) {
			submission.record("suspicionDropped", true);
		}
	}

}
