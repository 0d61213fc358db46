package org.huxin.enrolment;

import java.util.Collection;
import java.util.List;

import org.huxin.engine.Submission;

/**
 * Whether the case file tells of an attempt or of strong ideation: then nobody stays at
 * school without a hospital's word (K10), and a returner comes back to a contingency plan
 * (G11–G13).
 */
final class ReturnRisk {

	private ReturnRisk() {
	}

	static boolean isHigh(Submission submission) {
		return submission.history("assess-risk.pastAttempt").contains(Boolean.TRUE)
				|| submission.history("verify-concern.actKind").contains("ATTEMPT") || hadIntent(submission)
				|| hadStrongIdeation(submission);
	}

	private static boolean hadIntent(Submission submission) {
		return submission.history("assess-risk.intentSelfInjury")
			.stream()
			.anyMatch((intent) -> intent.equals("INTENT") || intent.equals("AMBIVALENT"));
	}

	private static boolean hadStrongIdeation(Submission submission) {
		List<Object> ideation = submission.history("assess-risk.ideation");
		boolean planned = submission.history("assess-risk.planMeans")
			.stream()
			.anyMatch((means) -> means instanceof Collection<?> list && !list.contains("NONE"));
		return ideation.contains("HOURS_48") || (ideation.contains("MONTH") && planned);
	}

}
