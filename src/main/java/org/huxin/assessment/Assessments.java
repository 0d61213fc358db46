package org.huxin.assessment;

import java.util.Collection;
import java.util.List;

import org.huxin.engine.Submission;

/**
 * What assessment and its confirmation have in common.
 */
final class Assessments {

	private Assessments() {
	}

	/**
	 * The level that holds until now, {@link Level#NONE} before the first assessment.
	 */
	static Level levelBefore(Submission submission) {
		return submission.earlier("level").map((value) -> Level.valueOf(value.toString())).orElse(Level.NONE);
	}

	/**
	 * The neutral code of the help: a suspicion of harm by others, a step that cannot
	 * wait, or no guardian who may be told (then the leader names another adult, rule of
	 * practice 1) ask for more than the school's counselling whatever the level.
	 */
	static String careTrack(Level level, String mandatory, Collection<String> next, String guardianChannel) {
		boolean more = mandatory.equals("YES") || guardianChannel.equals("BLOCKED") || next.contains("HOSPITAL_NOW")
				|| next.contains("EMERGENCY");
		return (more) ? "OTHER" : level.careTrack();
	}

	static List<String> codes(Object value) {
		return (value instanceof Collection<?> several) ? several.stream().map(String::valueOf).toList()
				: List.of(String.valueOf(value));
	}

}
