package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 申请复学 (G03): only who was suspended comes back.
 */
@Component
class ApplyResumptionRule implements FormRule {

	private final Applicants applicants;

	ApplyResumptionRule(Applicants applicants) {
		this.applicants = applicants;
	}

	@Override
	public String form() {
		return "apply-resumption";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("resumptionApplication").equals("SUBMIT")) {
			return;
		}
		boolean suspended = submission.earlier("register-suspension.suspendedUntil").isPresent()
				|| submission.isYes("suspendedEarlier");
		if (!suspended) {
			submission.refuse("resumptionApplication", "rule.resumption.neverSuspended");
		}
		this.applicants.check(submission);
	}

}
