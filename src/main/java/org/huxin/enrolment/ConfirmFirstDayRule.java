package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 确认学生到校 (G06, G10): another day moves the assessment with it; who does not come stays
 * suspended.
 */
@Component
class ConfirmFirstDayRule implements FormRule {

	private final ReturnDay returnDay;

	ConfirmFirstDayRule(ReturnDay returnDay) {
		this.returnDay = returnDay;
	}

	@Override
	public String form() {
		return "confirm-first-day";
	}

	@Override
	public void apply(Submission submission) {
		switch (submission.text("cameBack")) {
			case "LATER" -> this.returnDay.route(submission);
			case "NO" -> submission.route(CareFacts.RESUMPTION_OUTCOME, "NOT_RETURNED");
			default -> {
			}
		}
	}

}
