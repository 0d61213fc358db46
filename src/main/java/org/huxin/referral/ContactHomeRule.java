package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 联系家里 (F09, K20): another day, a talk with a leader, or, where somebody is afraid, a new
 * assessment at once.
 */
@Component
class ContactHomeRule implements FormRule {

	@Override
	public String form() {
		return "contact-home";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("homeAnswer").equals("WONT_GO")) {
			Visits.talk(submission);
		}
		submission.date("newVisitOn").ifPresent((day) -> Visits.waitUntil(submission, "newVisitOn", day));
		boolean danger = submission.text("newDanger").equals("YES");
		if (danger) {
			submission.route(HospitalReferralProcess.VISIT_STATE, "GO_ON");
			submission.route(HospitalReferralProcess.NEXT_CARE, "REASSESS");
			submission.route(CareFacts.REFERRAL_OUTCOME, "REASSESS");
		}
	}

}
