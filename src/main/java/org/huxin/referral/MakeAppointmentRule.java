package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 预约就诊 (F33): from the appointment counts when the hospital's answer is expected.
 */
@Component
class MakeAppointmentRule implements FormRule {

	@Override
	public String form() {
		return "make-appointment";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(HospitalReferralProcess.APPOINTMENT, true);
		submission.date("appointmentOn").ifPresent((day) -> Visits.waitUntil(submission, "appointmentOn", day));
	}

}
