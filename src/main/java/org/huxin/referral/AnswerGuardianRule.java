package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 监护人的答复 (K08, K20): who agrees goes on; who wants to talk, or two who disagree, talk
 * with a leader; who refuses or is never reached gets it in writing.
 */
@Component
class AnswerGuardianRule implements FormRule {

	@Override
	public String form() {
		return "answer-guardian";
	}

	@Override
	public void apply(Submission submission) {
		boolean met = submission.text("met").equals("MET");
		if (met) {
			submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, true);
		}
		submission.route(HospitalReferralProcess.REFERRAL_ANSWER, (met) ? answer(submission) : "REFUSED");
		submission.route(HospitalReferralProcess.LEADER_MEETING_DUE,
				submission.after(submission.now(), "referral.leader.limit"));
	}

	private static String answer(Submission submission) {
		return switch (submission.text("guardianReply")) {
			case "AGREES" -> "AGREED";
			case "DISAGREES" -> "REFUSED";
			default -> "TALK";
		};
	}

}
