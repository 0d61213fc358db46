package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 批准复学 (G03, invariant 3): two persons agree to what the review proposes; that they are
 * two, and neither the applicant, is the door's matter. What was found since the review
 * goes back to it.
 */
@Component
class ApproveResumptionRule implements FormRule {

	@Override
	public String form() {
		return "approve-resumption";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("resumptionApproval").equals("AGREE")) {
			return;
		}
		String proposal = submission.earlier("review-resumption.resumptionProposal").map(Object::toString).orElse("");
		boolean back = proposal.equals("ACCEPT") || proposal.equals("CONDITIONAL");
		if (back && !new Standing(submission).hindrances().isEmpty()) {
			submission.refuse("resumptionApproval", "rule.resumption.changedSince");
		}
		submission.route(CareFacts.RESUMPTION_OUTCOME, switch (proposal) {
			case "ACCEPT", "CONDITIONAL" -> "RETURNED";
			case "DEFER" -> "DEFERRED";
			default -> "NOT_RETURNED";
		});
	}

}
