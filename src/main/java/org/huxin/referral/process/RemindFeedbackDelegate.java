package org.huxin.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.engine.Escalation;
import org.huxin.referral.Referrals;

import org.springframework.stereotype.Component;

/**
 * Reminds that the hospital's answer is still open.
 */
@Component("remindFeedback")
class RemindFeedbackDelegate implements JavaDelegate {

	private final Referrals referrals;

	private final Escalation escalation;

	RemindFeedbackDelegate(Referrals referrals, Escalation escalation) {
		this.referrals = referrals;
		this.escalation = escalation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.referrals.remindOfFeedback(Cases.of(execution));
		this.escalation.tellAgain(execution, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK);
	}

}
