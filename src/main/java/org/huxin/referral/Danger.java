package org.huxin.referral;

import java.util.Collection;
import java.util.Set;

import org.huxin.engine.Submission;

/**
 * Whether the danger rule of the law applies (law 3): a severe level, a hospital now, or
 * an emergency from which the student was handed over.
 */
final class Danger {

	private static final Set<String> LEVELS = Set.of("SEVERE", "ACUTE");

	private Danger() {
	}

	static boolean known(Submission submission) {
		boolean severe = submission.earlier("level").filter((level) -> LEVELS.contains(level.toString())).isPresent();
		boolean now = submission.earlier("assess-risk.next")
			.filter((next) -> next instanceof Collection<?> codes && codes.contains("HOSPITAL_NOW"))
			.isPresent();
		return severe || now || submission.earlier("hand-over-student.settlement").isPresent();
	}

}
