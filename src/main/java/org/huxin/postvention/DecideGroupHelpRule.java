package org.huxin.postvention;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 领导小组决定方案 (D11): who does not agree says why.
 */
@Component
class DecideGroupHelpRule implements FormRule {

	@Override
	public String form() {
		return "decide-group-help";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("groupDecision").equals("AGREE") && submission.isBlank("instructions")) {
			submission.refuse("instructions", "rule.postvention.why");
		}
	}

}
