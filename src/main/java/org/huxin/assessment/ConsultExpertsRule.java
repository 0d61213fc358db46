package org.huxin.assessment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 会诊 (E02, A06): experts raise the level and add steps; they never lower it. Where they
 * raise it to what the rules suggest, no second person is needed any more.
 */
@Component
class ConsultExpertsRule implements FormRule {

	@Override
	public String form() {
		return "consult-experts";
	}

	@Override
	public void apply(Submission submission) {
		Level assessed = Assessments.levelEntered(submission);
		Level level = assessed.atLeast(Level.valueOf(submission.text("consultLevel")));
		submission.record("level", level.name());
		Level enough = Assessments.earlierLevel(submission, "suggestedLevel")
			.atLeast(Assessments.earlierLevel(submission, "levelBefore"))
			.atLeast(Level.MILD);
		if (!level.below(enough)) {
			submission.rate(level.name());
			submission.route(CrisisCaseProcess.SECOND_PERSON, false);
		}
		Findings.before(submission, level).with(submission.texts("consultNext")).hand(submission);
	}

}
