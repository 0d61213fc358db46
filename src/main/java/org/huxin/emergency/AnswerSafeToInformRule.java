package org.huxin.emergency;

import java.util.ArrayList;
import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 判断能否告知: one tap for all guardians (rule of practice 1). Nobody who was blocked before
 * is opened by it.
 */
@Component
class AnswerSafeToInformRule implements FormRule {

	private final SchoolDirectory directory;

	AnswerSafeToInformRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "answer-safe-to-inform";
	}

	@Override
	public void apply(Submission submission) {
		List<String> ticked = submission.texts("informUnsafe");
		boolean none = submission.text("guardianSafe").equals("NO");
		List<String> safe = new ArrayList<>();
		List<String> unsafe = new ArrayList<>();
		for (GuardianEntry guardian : this.directory.guardians(submission.student())) {
			String id = guardian.id().toString();
			boolean blocked = none || guardian.safe() == SafeToInform.NO || ticked.contains(id);
			(blocked ? unsafe : safe).add(id);
			SafeToInform answer = blocked ? SafeToInform.NO : SafeToInform.YES;
			if (guardian.safe() != answer) {
				this.directory.markSafeToInform(guardian.id(), answer);
			}
		}
		submission.record("informSafe", safe);
		submission.record("informUnsafe", unsafe);
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, safe.isEmpty() ? "BLOCKED" : "OPEN");
	}

}
