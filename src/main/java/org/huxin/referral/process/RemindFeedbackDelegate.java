package org.huxin.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.referral.Referrals;

import org.springframework.stereotype.Component;

/**
 * Reminds that the hospital's answer is still open.
 */
@Component("remindFeedback")
class RemindFeedbackDelegate implements JavaDelegate {

	private final Referrals referrals;

	RemindFeedbackDelegate(Referrals referrals) {
		this.referrals = referrals;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.referrals.remindOfFeedback(Cases.of(execution));
	}

}
