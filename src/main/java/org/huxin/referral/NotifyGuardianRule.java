package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 通知监护人 (F10, law 3): tried until somebody is told, or a leader has named another adult.
 * Nothing waits for it.
 */
@Component
class NotifyGuardianRule implements FormRule {

	@Override
	public String form() {
		return "notify-guardian";
	}

	@Override
	public void apply(Submission submission) {
		String result = submission.text("noticeResult");
		submission.route(HospitalReferralProcess.REFERRAL_NOTICE, result.equals("NOT_REACHED") ? "TRY_AGAIN" : "DONE");
		if (result.equals("TOLD")) {
			submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, true);
		}
	}

}
