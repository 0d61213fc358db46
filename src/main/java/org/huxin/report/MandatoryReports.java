package org.huxin.report;

import java.util.List;

import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.Submission;

/**
 * The report to the police of suspected harm to a child (law 11): asked at verification
 * and at every assessment, required once, never cancelled.
 */
public final class MandatoryReports {

	/**
	 * Where a report may have been required: two forms, and what an emergency asked for.
	 */
	private static final List<String> SOURCES = List.of("verify-concern", "assess-risk", "policeReportRequired");

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

	/**
	 * The same of a case file.
	 */
	static boolean isOwed(List<RecordedEntry> entries) {
		return wasRequired(entries) && entries.stream()
			.noneMatch((entry) -> entry.form().filter("file-mandatory-report"::equals).isPresent());
	}

	/**
	 * Whether anything in a case file has required a report.
	 */
	static boolean wasRequired(List<RecordedEntry> entries) {
		return entries.stream()
			.filter((entry) -> entry.form().filter(SOURCES::contains).isPresent())
			.anyMatch((entry) -> "REQUIRED".equals(entry.fields().get("externalReport")));
	}

	private static boolean wasRequired(Submission submission) {
		return SOURCES.stream()
			.anyMatch((source) -> submission.history(source + ".externalReport").contains("REQUIRED"));
	}

}
