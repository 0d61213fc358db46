package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 决定是否同意休学 (G01, L5): never automatic, never unheard.
 */
@Component
class DecideSuspensionRule implements FormRule {

	@Override
	public String form() {
		return "decide-suspension";
	}

	@Override
	public void apply(Submission submission) {
		boolean refusing = submission.text("suspensionDecision").equals("REFUSE");
		Hearing.check(submission, refusing);
		if (refusing) {
			submission.route(CareFacts.SUSPENSION_OUTCOME, "NOT_SUSPENDED");
		}
	}

}
