package org.huxin.emergency;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 寻找学生 (F38): round after round until found; how the student is found says what is done
 * next.
 */
@Component
class LogSearchRule implements FormRule {

	@Override
	public String form() {
		return "log-search";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("found").equals("NOT_YET")) {
			submission.route(EmergencyResponseProcess.LOOK_RESULT, "KEEP");
			return;
		}
		submission.route(EmergencyResponseProcess.LOOK_RESULT, "CHANGED");
		ResponsePlan.change(submission, switch (submission.text("foundHow")) {
			case "HURT" -> ResponsePlan.FIRST_AID;
			case "ATTEMPT" -> ResponsePlan.RESCUE;
			case "OTHERS" -> ResponsePlan.SEPARATE;
			case "DIED" -> ResponsePlan.FAMILY;
			default -> ResponsePlan.PROTECT;
		});
	}

}
