package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 征求学生的意见 (K20, rule of practice 8): a student of age decides himself.
 */
@Component
class AskStudentRule implements FormRule {

	@Override
	public String form() {
		return "ask-student";
	}

	@Override
	public void apply(Submission submission) {
		boolean agrees = submission.text("studentReply").equals("AGREES");
		submission.route(HospitalReferralProcess.REFERRAL_ANSWER, (agrees) ? "AGREED" : "DECLINED");
	}

}
