package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 办理离校 (G01, H04): the case goes on to its hand-over.
 */
@Component
class RegisterLeavingRule implements FormRule {

	@Override
	public String form() {
		return "register-leaving";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CareFacts.SUSPENSION_OUTCOME, "LEFT");
	}

}
