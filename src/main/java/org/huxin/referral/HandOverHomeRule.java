package org.huxin.referral;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 交接给监护人 (F10, F17, rule of practice 12): nobody is sent home into an empty flat. A
 * guardian who takes the student over has been told.
 */
@Component
class HandOverHomeRule implements FormRule {

	@Override
	public String form() {
		return "hand-over-home";
	}

	@Override
	public void apply(Submission submission) {
		List<String> done = submission.texts("handedOver");
		boolean away = List.of("HOSPITAL", "ALREADY_AWAY").contains(submission.text("receivedBy"));
		if (!away && !done.containsAll(List.of("CAN_STAY", "MEANS_SAFE", "NEXT_VISIT", "NIGHT_PLAN"))) {
			submission.refuse("handedOver", "rule.referral.handOver");
		}
		if (submission.text("receivedBy").equals("GUARDIAN")) {
			submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, true);
		}
	}

}
