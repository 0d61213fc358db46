package org.huxin.report;

import java.util.List;

import org.huxin.engine.Submission;

/**
 * The report to the police of suspected harm to a child (law 11): asked at verification
 * and at every assessment, required once, never cancelled.
 */
public final class MandatoryReports {

	/**
	 * Where a report may have been required: two forms, and what an emergency asked for.
	 */
	static final List<String> SOURCES = List.of("verify-concern", "assess-risk", "policeReportRequired");

	private MandatoryReports() {
	}

	/**
	 * Whether the answers to {@code mandatory} and {@code informUnsafe} of a form require
	 * a report that has not been required before. A guardian whom it is not safe to tell
	 * requires one whatever else was answered (rule of practice 1).
	 * @return REQUIRED or NONE
	 */
	public static String after(Submission submission) {
		boolean suspected = submission.text("mandatory").equals("YES") || !submission.texts("informUnsafe").isEmpty();
		if (suspected && !wasRequired(submission)) {
			submission.record("externalReport", "REQUIRED");
			return "REQUIRED";
		}
		return "NONE";
	}

	/**
	 * Whether a report is required and has not been made yet: then the case may not end.
	 */
	public static boolean isOwed(Submission submission) {
		return wasRequired(submission) && submission.history("file-mandatory-report.filedAt").isEmpty();
	}

	private static boolean wasRequired(Submission submission) {
		return SOURCES.stream()
			.anyMatch((source) -> submission.history(source + ".externalReport").contains("REQUIRED"));
	}

}
