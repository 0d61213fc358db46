package org.huxin.referral;

import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 记录出院 (F34): from the discharge count the seven days in which the counsellor calls.
 */
@Component
class RecordDischargeRule implements FormRule {

	@Override
	public String form() {
		return "record-discharge";
	}

	@Override
	public void apply(Submission submission) {
		submission.date("nextLookOn")
			.ifPresent((day) -> submission.route(HospitalReferralProcess.DISCHARGE_LOOK_ON, Visits.endOf(day)));
		submission.date("dischargedOn")
			.ifPresent((day) -> submission.route(HospitalReferralProcess.DISCHARGE_CALL_DUE, callDue(submission, day)));
	}

	// who is told late calls the day after, not in the past
	private static LocalDateTime callDue(Submission submission, LocalDateTime dischargedOn) {
		LocalDateTime due = submission.after(Visits.endOf(dischargedOn), "discharge.call.limit");
		LocalDateTime soonest = submission.after(submission.now(), "discharge.call.least");
		return due.isBefore(soonest) ? soonest : due;
	}

}
