package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 出院后回访 (F34, rule of practice 12): study with treatment, rest, or a new assessment at
 * once.
 */
@Component
class CallAfterDischargeRule implements FormRule {

	@Override
	public String form() {
		return "call-after-discharge";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("newDanger").equals("YES")) {
			goOn(submission, "REASSESS", "REASSESS");
		}
		else if (submission.text("afterDischarge").equals("STUDY")) {
			goOn(submission, "STUDY", "STUDY_TREATED");
			ContactPlans.treated(submission);
		}
		else {
			goOn(submission, "REST", "REST");
		}
	}

	private static void goOn(Submission submission, String care, String outcome) {
		submission.route(HospitalReferralProcess.NEXT_CARE, care);
		submission.route(CareFacts.REFERRAL_OUTCOME, outcome);
	}

}
