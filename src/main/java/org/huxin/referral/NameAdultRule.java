package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 指定可靠的成年人 (rule of practice 1): a student is not led by somebody he does not want,
 * unless nobody could ask him yet.
 */
@Component
class NameAdultRule implements FormRule {

	@Override
	public String form() {
		return "name-adult";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("studentAgreesAdult").equals("NO")) {
			submission.refuse("studentAgreesAdult", "rule.referral.adultRefused");
		}
		submission.route(HospitalReferralProcess.REFERRAL_ANSWER, "AGREED");
	}

}
