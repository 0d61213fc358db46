package org.huxin.assessment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 复核关注等级: where the second person disagrees, the level that the rules suggest holds, and
 * never less than before; the student does not wait.
 */
@Component
class ConfirmLevelRule implements FormRule {

	@Override
	public String form() {
		return "confirm-level";
	}

	@Override
	public void apply(Submission submission) {
		// the assessor's level, or what experts have raised it to since
		Level level = Assessments.levelEntered(submission);
		if (submission.text("confirmation").equals("DISAGREE")) {
			level = level.atLeast(Assessments.earlierLevel(submission, "suggestedLevel"))
				.atLeast(Assessments.earlierLevel(submission, "levelBefore"))
				.atLeast(Level.MILD);
		}
		submission.record("level", level.name());
		submission.rate(level.name());
		Findings.before(submission, level).hand(submission);
	}

}
