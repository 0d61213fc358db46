package org.huxin.referral;

import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 书面告知 (K20): the second talk, with a leader, is not put off; suspected neglect is
 * reported to the police at once and waits for no talk (law 11).
 */
@Component
class RecordRefusalRule implements FormRule {

	@Override
	public String form() {
		return "record-refusal";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(HospitalReferralProcess.POLICE_REPORT_DUE, submission.text("neglect").equals("YES"));
		LocalDateTime latest = submission.after(submission.now(), "referral.leader.limit");
		submission.date("secondMeetingOn").ifPresent((day) -> {
			if (day.isAfter(latest)) {
				submission.refuse("secondMeetingOn", "rule.referral.meetingTooLate");
			}
			submission.route(HospitalReferralProcess.LEADER_MEETING_DUE, Visits.endOf(day));
		});
	}

}
