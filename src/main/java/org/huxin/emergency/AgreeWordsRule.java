package org.huxin.emergency;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 商定对外的话: the family is accompanied; what is said is agreed (H03).
 */
@Component
class AgreeWordsRule implements FormRule {

	@Override
	public String form() {
		return "agree-words";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CareFacts.EMERGENCY_OUTCOME, "FAMILY_CARE");
		ResponsePlan.decideAftercare(submission, submission.text("needsAftercare"),
				submission.isBlank("noAftercareWhy"));
	}

}
