package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 制定辅导计划: until a session says otherwise, help at school ends without risk.
 */
@Component
class PlanCounsellingRule implements FormRule {

	@Override
	public String form() {
		return "plan-counselling";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, "DONE");
	}

}
