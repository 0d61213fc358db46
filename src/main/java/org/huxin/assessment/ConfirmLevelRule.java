package org.huxin.assessment;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

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
		Level level = earlier(submission, "level");
		if (submission.text("confirmation").equals("DISAGREE")) {
			level = level.atLeast(earlier(submission, "suggestedLevel"))
				.atLeast(earlier(submission, "levelBefore"))
				.atLeast(Level.MILD);
		}
		submission.record("level", level.name());
		submission.rate(level.name());
		submission.route(CrisisCaseProcess.CARE_TRACK,
				Assessments.careTrack(level,
						submission.earlier("assess-risk.mandatory").map(Object::toString).orElse("NO"),
						submission.earlier("assess-risk.next").map(Assessments::codes).orElse(List.of()),
						submission.earlier("assess-risk.guardianChannel").map(Object::toString).orElse("HOLD")));
	}

	private static Level earlier(Submission submission, String key) {
		return submission.earlier("assess-risk." + key)
			.map((value) -> Level.valueOf(value.toString()))
			.orElse(Level.NONE);
	}

}
