package org.huxin.emergency;

import java.util.List;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 保护现场: the police are called for an attempt on campus, a weapon, a crime, a missing
 * student and a death; otherwise the leader decides (K19). Self-injury is none of it
 * (F37).
 */
@Component
class SecureSceneRule implements FormRule {

	@Override
	public String form() {
		return "secure-scene";
	}

	@Override
	public void apply(Submission submission) {
		List<String> grounds = submission.texts("policeGrounds");
		if (grounds.contains("NONE_OF_THESE") && grounds.size() > 1) {
			submission.refuse("policeGrounds", "rule.emergency.noneAndSome");
		}
		boolean called = submission.text("policeAnswer").equals("CALLED");
		if (!called && needsPolice(ResponsePlan.current(submission), grounds)) {
			submission.refuse("policeAnswer", "rule.emergency.callPolice");
		}
		submission.route(EmergencyResponseProcess.POLICE, called ? "CALLED" : "ASK_LEADER");
	}

	private static boolean needsPolice(String plan, List<String> grounds) {
		return switch (plan) {
			case ResponsePlan.SEARCH, ResponsePlan.FAMILY -> true;
			case ResponsePlan.RESCUE -> grounds.contains("ON_CAMPUS") || isUnlawful(grounds);
			default -> isUnlawful(grounds);
		};
	}

	private static boolean isUnlawful(List<String> grounds) {
		return grounds.contains("WEAPON") || grounds.contains("CRIME");
	}

}
