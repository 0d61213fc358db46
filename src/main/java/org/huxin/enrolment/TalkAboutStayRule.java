package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 商量是否留校 (F30, K09, K10): who survived an attempt, or thought of it strongly, stays at
 * school only with a hospital's written word.
 */
@Component
class TalkAboutStayRule implements FormRule {

	@Override
	public String form() {
		return "talk-about-stay";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("stayDecision").equals("STAY")) {
			return;
		}
		if (ReturnRisk.isHigh(submission) && !submission.text("medicalOpinion").equals("MAY_STAY")) {
			submission.refuse("medicalOpinion", "rule.suspension.mayNotStay");
		}
		if (!submission.isYes("noticeGiven")) {
			submission.refuse("noticeGiven", "rule.suspension.noticeFirst");
		}
		submission.route(CareFacts.SUSPENSION_OUTCOME, "NOT_SUSPENDED");
	}

}
