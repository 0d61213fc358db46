package org.huxin.enrolment;

import java.util.List;
import java.util.Map;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 会商复学 (G03, G06, G10, G13): a joint review, a paper that passed and is younger than the
 * last danger, an assessment that is recorded and not said, and for who attempted or
 * thought of it strongly a contingency plan, before anybody decides.
 */
@Component
class ReviewResumptionRule implements FormRule {

	/** Who must at least be in the room: fewer is no joint review. */
	private static final int JOINT = 3;

	private final ReturnDay returnDay;

	ReviewResumptionRule(ReturnDay returnDay) {
		this.returnDay = returnDay;
	}

	@Override
	public String form() {
		return "review-resumption";
	}

	@Override
	public void apply(Submission submission) {
		List<String> present = submission.texts("present");
		if (present.size() < JOINT || !present.contains("COUNSELOR")
				|| (!present.contains("LEADER") && !present.contains("REGISTRY"))) {
			submission.refuse("present", "rule.resumption.notJoint");
		}
		switch (submission.text("resumptionProposal")) {
			case "ACCEPT", "CONDITIONAL" -> checkReturn(submission);
			case "DEFER" -> submission.date("deferUntil")
				.filter((day) -> !day.isAfter(submission.now())
						|| day.isAfter(submission.after(submission.now(), "resumption.defer.limit")))
				.ifPresent((day) -> submission.refuse("deferUntil", "rule.resumption.deferTooFar"));
			default -> {
			}
		}
	}

	private void checkReturn(Submission submission) {
		String paper = submission.earlier("certificateResult").map(Object::toString).orElse("");
		boolean conditional = submission.text("resumptionProposal").equals("CONDITIONAL");
		if (!CertificateCheck.isGood(paper)) {
			submission.refuse("resumptionProposal", "rule.resumption.noCertificate");
		}
		else if (paper.equals("LIMITED") && !conditional) {
			submission.refuse("resumptionProposal", "rule.resumption.onlyConditional");
		}
		if (submission.earlier("recheck-health.recheckResult").filter("NOT_FIT"::equals).isPresent()) {
			submission.refuse("resumptionProposal", "rule.resumption.notFit");
		}
		new Standing(submission).hindrances().forEach((why) -> submission.refuse("resumptionProposal", why));
		if (conditional && submission.isBlank("conditions")) {
			submission.refuse("conditions", "rule.resumption.whichConditions");
		}
		String plan = contactPlan(submission);
		if (plan.equals("RETURN_CLOSE") && submission.isBlank("contingency")) {
			submission.refuse("contingency", "rule.resumption.contingency");
		}
		submission.route(CareFacts.CONTACT_PLAN, plan);
		this.returnDay.route(submission);
	}

	private static String contactPlan(Submission submission) {
		String level = submission.earlier("level").map(Object::toString).orElse("NONE");
		return String.valueOf(
				submission
					.decide("ContactPlan",
							Map.of("level", level, "situation", "RETURNED", "pastAttempt",
									ReturnRisk.isHigh(submission)))
					.get("contactPlan"));
	}

}
