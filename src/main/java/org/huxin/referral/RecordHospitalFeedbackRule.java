package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 记录就医反馈 (S5, F09, L18): a paper seen or a hospital called, the advice as a code, and
 * what is done with it. New danger comes before everything.
 */
@Component
class RecordHospitalFeedbackRule implements FormRule {

	@Override
	public String form() {
		return "record-hospital-feedback";
	}

	@Override
	public void apply(Submission submission) {
		switch (submission.text("visited")) {
			case "VISITED" -> visited(submission);
			case "NOT_YET" -> notYet(submission);
			default -> postponed(submission);
		}
		if (submission.text("newDanger").equals("YES")) {
			submission.route(HospitalReferralProcess.VISIT_STATE, "GO_ON");
			submission.route(HospitalReferralProcess.NEXT_CARE, "REASSESS");
			submission.route(CareFacts.REFERRAL_OUTCOME, "REASSESS");
		}
	}

	private static void visited(Submission submission) {
		boolean paper = submission.isYes("originalSeen") && !submission.isBlank("docIssuer")
				&& !submission.isBlank("docIssuedOn") && !submission.isBlank("docPhysician");
		if (!paper && submission.isBlank("phoneVerified")) {
			submission.refuse("originalSeen", "rule.referral.paperOrPhone");
		}
		String advice = submission.text("doctorAdvice");
		if (!advice.equals("NOTHING_FOUND") && submission.isBlank("reviewOn")) {
			submission.refuse("reviewOn", "rule.referral.reviewOn");
		}
		submission.route(HospitalReferralProcess.VISIT_STATE, "GO_ON");
		switch (advice) {
			case "HOSPITAL" -> {
				goOn(submission, "STAY", "REST");
				submission.route(HospitalReferralProcess.DISCHARGE_LOOK_ON,
						submission.date("reviewOn")
							.map(Visits::endOf)
							.orElseGet(() -> submission.after(submission.now(), "referral.visit.limit")));
			}
			case "REST" -> goOn(submission, "REST", "REST");
			// until the new assessment is calm and two persons agree
			case "NOTHING_FOUND" -> goOn(submission, "ASSESS", "REASSESS");
			case "REVIEW" -> submission.date("reviewOn").ifPresent((day) -> {
				submission.route(HospitalReferralProcess.VISIT_STATE, "WAIT");
				Visits.expectOn(submission, day);
			});
			default -> {
				goOn(submission, "STUDY", "STUDY_TREATED");
				ContactPlans.treated(submission);
			}
		}
	}

	private static void goOn(Submission submission, String care, String outcome) {
		submission.route(HospitalReferralProcess.NEXT_CARE, care);
		submission.route(CareFacts.REFERRAL_OUTCOME, outcome);
	}

	private static void notYet(Submission submission) {
		if (submission.text("whyNot").equals("DISAGREES")) {
			Visits.talk(submission);
		}
		else {
			postponed(submission);
		}
	}

	private static void postponed(Submission submission) {
		submission.date("newVisitOn").ifPresent((day) -> Visits.waitUntil(submission, "newVisitOn", day));
	}

}
