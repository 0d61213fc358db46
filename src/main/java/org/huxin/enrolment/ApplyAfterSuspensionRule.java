package org.huxin.enrolment;

import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 申请复学或续休 (G02, G03): a renewal needs a new proof, and is decided again; nothing ends by
 * time alone.
 */
@Component
class ApplyAfterSuspensionRule implements FormRule {

	private final Applicants applicants;

	private final Issuers issuers;

	ApplyAfterSuspensionRule(Applicants applicants, Issuers issuers) {
		this.applicants = applicants;
		this.issuers = issuers;
	}

	@Override
	public String form() {
		return "apply-after-suspension";
	}

	@Override
	public void apply(Submission submission) {
		switch (submission.text("nextStep")) {
			case "RESUME" -> submission.route(CareFacts.SUSPENSION_OUTCOME, "RESUME");
			case "LEAVE" -> {
				this.applicants.checkLeaving(submission, "leaveKind", submission.text("leaveKind"));
				submission.route(CareFacts.SUSPENSION_OUTCOME, "LEFT");
			}
			case "RENEW" -> checkRenewal(submission);
			default -> checkAppeal(submission);
		}
	}

	private void checkRenewal(Submission submission) {
		LocalDateTime until = submission.date("untilOn").orElse(submission.now());
		boolean ahead = Days.earlier(submission, "register-suspension.suspendedUntil")
			.filter((day) -> !until.toLocalDate().isAfter(day))
			.isEmpty();
		if (!ahead || !until.isAfter(submission.now())) {
			submission.refuse("untilOn", "rule.suspension.renewalNotAhead");
		}
		ApplySuspensionRule.checkProof(submission, this.issuers);
	}

	private static void checkAppeal(Submission submission) {
		if (submission.earlier("decide-renewal.renewalDecision").filter("REFUSE"::equals).isEmpty()) {
			submission.refuse("nextStep", "rule.suspension.nothingToAppeal");
		}
	}

}
