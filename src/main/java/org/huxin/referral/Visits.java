package org.huxin.referral;

import java.time.LocalDateTime;
import java.time.LocalTime;

import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

/**
 * When the hospital's answer is expected, reminded of, and asked for at home.
 */
final class Visits {

	/** When a day that a person named is over for a school. */
	private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

	private Visits() {
	}

	static LocalDateTime endOf(LocalDateTime day) {
		return day.toLocalDate().atTime(END_OF_DAY);
	}

	/** The student is on the way. */
	static void expectNow(Submission submission) {
		expect(submission, submission.now(), "NOW");
	}

	/** There is a day for it. */
	static void expectOn(Submission submission, LocalDateTime day) {
		expect(submission, endOf(day), "BOOKED");
	}

	private static void expect(Submission submission, LocalDateTime visit, String pace) {
		submission.route(HospitalReferralProcess.FEEDBACK_REMINDER_ON,
				submission.after(visit, "referral.feedback.reminder." + pace));
		submission.route(HospitalReferralProcess.FEEDBACK_DUE,
				submission.after(visit, "referral.feedback.limit." + pace));
		submission.route(HospitalReferralProcess.HOME_CONTACT_ON,
				submission.after(visit, "referral.feedback.home." + pace));
	}

	/** Waits for another day; one that is too far away is refused. */
	static void waitUntil(Submission submission, String field, LocalDateTime day) {
		if (day.isAfter(submission.after(submission.now(), "referral.visit.limit"))) {
			submission.refuse(field, "rule.referral.visitTooLate");
		}
		submission.route(HospitalReferralProcess.VISIT_STATE, "WAIT");
		expectOn(submission, day);
	}

	/** A leader joins the talk with who does not want to go. */
	static void talk(Submission submission) {
		submission.route(HospitalReferralProcess.VISIT_STATE, "TALK");
		submission.route(HospitalReferralProcess.LEADER_MEETING_DUE,
				submission.after(submission.now(), "referral.leader.limit"));
	}

}
