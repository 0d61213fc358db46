package org.huxin.report;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 复核不属于危机: where the second person disagrees the case is unassessed again, so that the 20
 * hours go on counting.
 */
@Component
class ConfirmNoCrisisRule implements FormRule {

	@Override
	public String form() {
		return "confirm-no-crisis";
	}

	@Override
	public void apply(Submission submission) {
		boolean agreed = submission.text("confirmation").equals("AGREE");
		submission.route(CrisisCaseProcess.CARE_TRACK, (agreed) ? "NONE" : "UNASSESSED");
	}

}
