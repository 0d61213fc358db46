package org.huxin.enrolment;

import java.time.LocalDate;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudyResumptionProcess;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * 登记康复证明 (G03–G05, K03): the paper is checked as it is entered, so that a family learns
 * at once what is missing and nobody rings a hospital in vain.
 */
@Component
class EnterCertificateRule implements FormRule {

	private final Issuers issuers;

	private final CertificatePrints prints;

	private final MessageSource messages;

	EnterCertificateRule(Issuers issuers, CertificatePrints prints, MessageSource messages) {
		this.issuers = issuers;
		this.prints = prints;
		this.messages = messages;
	}

	@Override
	public String form() {
		return "enter-certificate";
	}

	@Override
	public void apply(Submission submission) {
		LocalDate date = submission.date("certificateDate").orElse(submission.now()).toLocalDate();
		String print = this.prints.of(submission.text("certificateNumber"), submission.text("certificatePhysician"),
				date);
		CertificateCheck.Facts facts = new CertificateCheck.Facts(
				this.prints.isUsedForAnother(print, submission.student()), dated(submission, date),
				this.issuers.ofCertificate(submission, submission.text("certificateIssuer")).name(),
				!submission.isBlank("certificatePhysician"), submission.isYes("originalSeen"),
				submission.text("wording"));
		CertificateCheck check = CertificateCheck.of(submission, facts, "PENDING");
		// the second person checks what was entered now, not what an older paper said
		submission.record("certificatePrint", print);
		submission.record("certificateDated", facts.dated());
		submission.record("certificateStanding", facts.issuerStanding());
		submission.record("certificateSigned", facts.physicianNamed());
		submission.record("certificateOriginal", facts.originalSeen());
		submission.record("certificateResult", check.result());
		submission.record("certificateWhy", check.words(this.messages));
		submission.route(StudyResumptionProcess.CERTIFICATE_CHECK, check.result());
	}

	private static String dated(Submission submission, LocalDate date) {
		LocalDate today = submission.now().toLocalDate();
		if (date.isAfter(today)) {
			return "FUTURE";
		}
		if (submission.after(date.atStartOfDay(), "certificate.age").toLocalDate().isBefore(today)) {
			return "TOO_OLD";
		}
		Standing standing = new Standing(submission);
		if (standing.awaySince().filter((day) -> !date.isAfter(day)).isPresent()) {
			return "BEFORE_SUSPENSION";
		}
		return standing.lastDanger().filter(date::isBefore).isPresent() ? "BEFORE_DANGER" : "IN_TIME";
	}

}
