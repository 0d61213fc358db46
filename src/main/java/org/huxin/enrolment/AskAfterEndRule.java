package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudySuspensionProcess;

import org.springframework.stereotype.Component;

/**
 * 到期后联系家庭 (G02): a family that will apply gets time for it; where somebody worries, the
 * leader follows it up whatever the family says.
 */
@Component
class AskAfterEndRule implements FormRule {

	@Override
	public String form() {
		return "ask-after-end";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("childSafe").equals("WORRY")) {
			submission.route(StudySuspensionProcess.FAMILY_ANSWER, "NOT_REACHED");
		}
		else if (submission.text("familyAnswer").equals("APPLY")) {
			submission.route(StudySuspensionProcess.NEXT_STEP_DUE,
					submission.after(submission.now(), "suspension.next.limit"));
		}
	}

}
