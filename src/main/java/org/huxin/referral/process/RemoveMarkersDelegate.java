package org.huxin.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.referral.Referrals;

import org.springframework.stereotype.Component;

/**
 * Removes the markers that two persons agreed to remove (rule of practice 9).
 */
@Component("removeMarkers")
class RemoveMarkersDelegate implements JavaDelegate {

	private final Referrals referrals;

	RemoveMarkersDelegate(Referrals referrals) {
		this.referrals = referrals;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.referrals.removeMarkers(Cases.of(execution));
	}

}
