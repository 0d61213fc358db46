package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 看看学生: a student who was not seen, or worries the head teacher, is assessed again.
 */
@Component
class CheckOnStudentRule implements FormRule {

	@Override
	public String form() {
		return "check-on-student";
	}

	@Override
	public void apply(Submission submission) {
		boolean well = submission.text("studentSeen").equals("SEEN_WELL");
		submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, (well) ? "DONE" : "RISK_FOUND");
	}

}
