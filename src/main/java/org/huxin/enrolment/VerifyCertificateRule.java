package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudyResumptionProcess;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * 向医院核实证明 (G03–G05, K03): a second person asks the hospital. He may be stricter than the
 * table, never milder; a paper that passes belongs to this student from then on.
 */
@Component
class VerifyCertificateRule implements FormRule {

	private final CertificatePrints prints;

	private final MessageSource messages;

	VerifyCertificateRule(CertificatePrints prints, MessageSource messages) {
		this.prints = prints;
		this.messages = messages;
	}

	@Override
	public String form() {
		return "verify-certificate";
	}

	@Override
	public void apply(Submission submission) {
		String print = entered(submission, "certificatePrint");
		CertificateCheck.Facts facts = new CertificateCheck.Facts(
				this.prints.isUsedForAnother(print, submission.student()), entered(submission, "certificateDated"),
				entered(submission, "certificateStanding"),
				Boolean.parseBoolean(entered(submission, "certificateSigned")),
				Boolean.parseBoolean(entered(submission, "certificateOriginal")), entered(submission, "wording"));
		CertificateCheck check = CertificateCheck.of(submission, facts, submission.text("verification"));
		String verdict = submission.text("verdict");
		String result = check.result();
		String why = check.words(this.messages);
		if (verdict.equals("PASS")) {
			if (!check.isGood()) {
				submission.refuse("verdict", "rule.certificate.cannotPass", why);
			}
			else if (!this.prints.keep(print, submission.student())) {
				submission.refuse("verdict", "rule.certificate.usedElsewhere");
			}
		}
		else if (!verdict.isEmpty()) {
			result = (verdict.equals("FAIL") || result.equals("FAILED")) ? "FAILED" : "SUPPLEMENT";
			why = submission.text("verdictWhy");
		}
		submission.record("certificateResult", result);
		submission.record("certificateWhy", why);
		submission.route(StudyResumptionProcess.CERTIFICATE_CHECK, result);
		submission.route(StudyResumptionProcess.RECHECK_NEEDED, submission.policy("resumption.recheck").equals("YES"));
	}

	private static String entered(Submission submission, String key) {
		return submission.earlier("enter-certificate." + key)
			.map(Object::toString)
			.orElseThrow(() -> new IllegalStateException("No certificate was entered before it is verified"));
	}

}
