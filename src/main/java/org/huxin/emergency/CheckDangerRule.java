package org.huxin.emergency;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 看危险过去没有: a fresh look goes on until the danger is over, or a hospital or a guardian
 * takes over (F14, F25).
 */
@Component
class CheckDangerRule implements FormRule {

	@Override
	public String form() {
		return "check-danger";
	}

	@Override
	public void apply(Submission submission) {
		switch (submission.text("danger")) {
			case "OVER", "MOVE" -> submission.route(EmergencyResponseProcess.LOOK_RESULT, "HAND_OVER");
			case "CHANGED" -> change(submission, submission.text("responsePlan"));
			case "DIED" -> change(submission, ResponsePlan.FAMILY);
			default -> submission.route(EmergencyResponseProcess.LOOK_RESULT, "KEEP");
		}
	}

	private static void change(Submission submission, String plan) {
		submission.route(EmergencyResponseProcess.LOOK_RESULT, "CHANGED");
		ResponsePlan.change(submission, plan);
	}

}
