package org.huxin.enrolment;

import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 申请休学 (G01, G02): who applies and for what, the dates, and a medical proof of the grade
 * that the profile asks.
 */
@Component
class ApplySuspensionRule implements FormRule {

	private final Applicants applicants;

	private final Issuers issuers;

	ApplySuspensionRule(Applicants applicants, Issuers issuers) {
		this.applicants = applicants;
		this.issuers = issuers;
	}

	@Override
	public String form() {
		return "apply-suspension";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("suspensionApplication").equals("SUBMIT")) {
			return;
		}
		this.applicants.check(submission);
		if (submission.text("applicantKind").equals("GUARDIAN") && submission.isBlank("applicant")) {
			submission.refuse("applicant", "rule.enrolment.whichGuardian");
		}
		this.applicants.checkLeaving(submission, "suspensionKind", submission.text("suspensionKind"));
		checkDates(submission);
		if (submission.text("groundCode").equals("ILLNESS")) {
			checkProof(submission, this.issuers);
		}
	}

	private static void checkDates(Submission submission) {
		if (submission.isBlank("untilOn")) {
			return;
		}
		LocalDateTime from = submission.date("fromOn").orElse(submission.now());
		LocalDateTime until = submission.date("untilOn").orElse(from);
		if (!until.isAfter(from)) {
			submission.refuse("untilOn", "rule.suspension.endBeforeStart");
		}
		if (until.isAfter(submission.after(from, "suspension.max"))) {
			submission.refuse("untilOn", "rule.suspension.tooLong");
		}
	}

	/**
	 * Checks {@code issuer} and {@code issuerOther} of a medical proof.
	 */
	static void checkProof(Submission submission, Issuers issuers) {
		if (submission.isBlank("issuer") && submission.isBlank("issuerOther")) {
			submission.refuse("issuer", "rule.suspension.noIssuer");
		}
		else if (issuers.ofProof(submission, submission.text("issuer")) == IssuerStanding.TOO_LOW) {
			submission.refuse("issuer", "rule.suspension.issuerTooLow");
		}
	}

}
