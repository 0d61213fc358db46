package org.huxin.followup;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 关注学生近况: the family is not called where telling is not safe; a student who could not be
 * talked to twice in a row is told to the leader.
 */
@Component
class FollowUpHeadTeacherRule implements FormRule {

	@Override
	public String form() {
		return "follow-up-head-teacher";
	}

	@Override
	public void apply(Submission submission) {
		boolean called = !submission.text("home").equals("NOT_ADVISED");
		boolean advised = submission.fact(CrisisCaseProcess.GUARDIAN_CHANNEL)
			.filter((channel) -> !channel.equals("OPEN"))
			.isEmpty();
		if (called && !advised) {
			submission.refuse("home", "rule.watch.homeNotAdvised");
		}
		Gaps.note(submission, submission.text("talked").equals("NOT_POSSIBLE"), "talked");
	}

}
