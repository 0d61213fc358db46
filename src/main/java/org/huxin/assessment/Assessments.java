package org.huxin.assessment;

import java.util.Collection;
import java.util.List;

import org.huxin.engine.Submission;

/**
 * What assessment, consultation and confirmation have in common.
 */
final class Assessments {

	private Assessments() {
	}

	/**
	 * The level that the last assessor entered, {@link Level#NONE} before the first
	 * assessment. It may still wait for a second person.
	 */
	static Level levelEntered(Submission submission) {
		return submission.earlier("level").map((value) -> Level.valueOf(value.toString())).orElse(Level.NONE);
	}

	static Level earlierLevel(Submission submission, String key) {
		return submission.earlier("assess-risk." + key)
			.map((value) -> Level.valueOf(value.toString()))
			.orElse(Level.NONE);
	}

	static List<String> codes(Object value) {
		return (value instanceof Collection<?> several) ? several.stream().map(String::valueOf).toList()
				: List.of(String.valueOf(value));
	}

}
