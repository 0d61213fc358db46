package org.huxin.referral;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;

import org.springframework.stereotype.Component;

/**
 * 写转介信 (S1, law 1): what was seen, never a medical finding; consent or danger, not a
 * wish; in danger at once, with somebody.
 */
@Component
class WriteReferralLetterRule implements FormRule {

	/** What only a hospital may say (E07, K18). */
	private static final List<String> FINDINGS = List.of("确诊", "诊断为", "诊断是");

	@Override
	public String form() {
		return "write-referral-letter";
	}

	@Override
	public void apply(Submission submission) {
		String reason = submission.text("reasonSeen") + submission.text("history");
		if (FINDINGS.stream().anyMatch(reason::contains)) {
			submission.refuse("reasonSeen", "rule.referral.noFinding");
		}
		checkBasis(submission);
		if (Danger.known(submission) && !submission.text("visitWithin").equals("AT_ONCE")) {
			submission.refuse("visitWithin", "rule.referral.atOnce");
		}
		boolean atOnce = submission.text("visitWithin").equals("AT_ONCE");
		boolean booked = !submission.isBlank("appointmentOn");
		submission.route(HospitalReferralProcess.APPOINTMENT, atOnce || booked);
		if (atOnce) {
			Visits.expectNow(submission);
		}
		else {
			submission.date("appointmentOn").ifPresent((day) -> Visits.expectOn(submission, day));
		}
	}

	/** The law knows two ways: consent, or danger (law 3). */
	private static void checkBasis(Submission submission) {
		boolean holds = switch (submission.text("basis")) {
			case "DANGER" -> Danger.known(submission);
			case "GUARDIAN" -> submission.earlier("answer-guardian.guardianReply").filter("AGREES"::equals).isPresent();
			default -> submission.earlier("ask-student.studentReply").filter("AGREES"::equals).isPresent()
					|| submission.earlier("name-adult.adultName").isPresent();
		};
		if (!holds) {
			submission.refuse("basis", "rule.referral.basis");
		}
	}

}
