package org.huxin.enrolment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.huxin.engine.Submission;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * What {@code certificate-check.dmn} says of a paper (G03–G05, K03, L18).
 *
 * @param result READY to be verified, PASSED, LIMITED to a return with conditions,
 * SUPPLEMENT, FAILED or VERIFY_AGAIN
 * @param gap what is missing, as a code
 */
record CertificateCheck(String result, String gap) {

	private static final Set<String> GOOD = Set.of("PASSED", "LIMITED");

	/**
	 * Asks the table.
	 */
	static CertificateCheck of(Submission submission, Facts facts, String verification) {
		Map<String, @Nullable Object> inputs = new HashMap<>();
		inputs.put("usedElsewhere", facts.usedElsewhere());
		inputs.put("verification", verification);
		inputs.put("dated", facts.dated());
		inputs.put("issuerStanding", facts.issuerStanding());
		inputs.put("physicianNamed", facts.physicianNamed());
		inputs.put("originalSeen", facts.originalSeen());
		inputs.put("wording", facts.wording());
		Map<String, Object> answer = submission.decide("CertificateCheck", inputs);
		return new CertificateCheck(String.valueOf(answer.get("certificateCheck")),
				String.valueOf(answer.get("certificateGap")));
	}

	/** Whether the paper may be used. */
	boolean isGood() {
		return GOOD.contains(this.result);
	}

	/** Whether this result of an earlier check lets a student come back. */
	static boolean isGood(String result) {
		return GOOD.contains(result);
	}

	/** What the family is told, in plain words. */
	String words(MessageSource messages) {
		return messages.getMessage("certificate.gap." + this.gap, null, Locale.CHINA);
	}

	/**
	 * What a paper says, as the table asks it.
	 */
	record Facts(boolean usedElsewhere, String dated, String issuerStanding, boolean physicianNamed,
			boolean originalSeen, String wording) {
	}

}
