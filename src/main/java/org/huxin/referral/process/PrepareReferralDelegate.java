package org.huxin.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.casefile.CaseRef;
import org.huxin.engine.Cases;
import org.huxin.referral.Referrals;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * Says who decides about the referral. Until something else comes of it, help at school
 * goes on.
 */
@Component("prepareReferral")
class PrepareReferralDelegate implements JavaDelegate {

	private final Referrals referrals;

	PrepareReferralDelegate(Referrals referrals) {
		this.referrals = referrals;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CaseRef ref = Cases.of(execution);
		HospitalReferralProcess.DECIDED_BY_STUDENT.set(execution, this.referrals.isOfAge(ref));
		CrisisCaseProcess.GUARDIAN_INFORMED.set(execution, this.referrals.isGuardianInformed(ref));
		CrisisCaseProcess.EXTERNAL_REPORT.set(execution, "NONE");
		CareFacts.REFERRAL_OUTCOME.set(execution, "SUPPORT");
	}

}
