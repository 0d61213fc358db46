package org.huxin.enrolment;

import java.time.LocalDate;
import java.util.Optional;

import org.huxin.engine.Submission;

/**
 * Days that stand in the case file as forms send them.
 */
final class Days {

	private static final int LENGTH = "2026-09-01".length();

	private Days() {
	}

	/**
	 * The latest day under a key.
	 */
	static Optional<LocalDate> earlier(Submission submission, String key) {
		return submission.earlier(key).map(Days::of);
	}

	static LocalDate of(Object value) {
		return LocalDate.parse(value.toString().substring(0, LENGTH));
	}

}
