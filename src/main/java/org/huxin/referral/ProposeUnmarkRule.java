package org.huxin.referral;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 提出撤除标记 (rule of practice 9): only if the hospital found nothing, the new assessment is
 * at most mild, and there was neither ideation nor an act for six months. Otherwise
 * support goes on and only 疑似 is dropped.
 */
@Component
class ProposeUnmarkRule implements FormRule {

	@Override
	public String form() {
		return "propose-unmark";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CareFacts.REFERRAL_OUTCOME, "SUPPORT");
		if (!submission.text("unmarkProposal").equals("PROPOSE")) {
			submission.record("suspicionDropped", true);
			return;
		}
		if (submission.earlier("record-hospital-feedback.doctorAdvice").filter("NOTHING_FOUND"::equals).isEmpty()) {
			submission.refuse("unmarkProposal", "rule.unmark.hospital");
		}
		if (submission.earlier("level").filter((level) -> List.of("NONE", "MILD").contains(level)).isEmpty()) {
			submission.refuse("unmarkProposal", "rule.unmark.level");
		}
		boolean never = submission.text("calmHistory").equals("NEVER");
		if (isRecent(submission) || (never && isKnown(submission))) {
			submission.refuse("calmHistory", "rule.unmark.history");
		}
		submission.date("calmSince")
			.filter((day) -> submission.after(day, "unmark.calm").isAfter(submission.now()))
			.ifPresent((day) -> submission.refuse("calmSince", "rule.unmark.tooSoon"));
	}

	private static boolean isRecent(Submission submission) {
		return List.of("MONTH", "HOURS_48").contains(earlier(submission, "ideation"))
				|| earlier(submission, "behaviour").equals("MONTHS_3")
				|| earlier(submission, "positiveItem").equals("true");
	}

	private static boolean isKnown(Submission submission) {
		return earlier(submission, "ideation").equals("PAST") || earlier(submission, "behaviour").equals("EVER")
				|| submission.history("assess-risk.pastAttempt").contains(Boolean.TRUE);
	}

	private static String earlier(Submission submission, String key) {
		return submission.earlier("assess-risk." + key).map(Object::toString).orElse("");
	}

}
