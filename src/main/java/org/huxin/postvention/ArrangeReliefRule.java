package org.huxin.postvention;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 办理休息与宿舍调整 (F22): what was asked for is answered; nobody goes home to an empty flat
 * (rule of practice 12).
 */
@Component
class ArrangeReliefRule implements FormRule {

	@Override
	public String form() {
		return "arrange-relief";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("restState").equals("DONE") && !submission.isYes("accompanied")) {
			submission.refuse("accompanied", "rule.postvention.accompanied");
		}
		if (submission.text("restState").equals("NONE") && isWanted(submission, "restFor")) {
			submission.refuse("restState", "rule.postvention.relief");
		}
		if (submission.text("moveState").equals("NONE") && isWanted(submission, "moveFor")) {
			submission.refuse("moveState", "rule.postvention.relief");
		}
	}

	private static boolean isWanted(Submission submission, String what) {
		return !Earlier.people(submission, "triage-exposed-persons." + what).isEmpty();
	}

}
