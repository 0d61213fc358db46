package org.huxin.assessment;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 保护可能被伤害的人 (rule of practice 11): who may be hurt is protected and told, or it is
 * written down why not yet.
 */
@Component
class ProtectTargetRule implements FormRule {

	@Override
	public String form() {
		return "protect-target";
	}

	@Override
	public void apply(Submission submission) {
		List<String> done = submission.texts("protectedHow");
		boolean told = done.contains("TOLD_PERSON") || done.contains("TOLD_GUARDIAN");
		if (!told && submission.isBlank("notToldWhy")) {
			submission.refuse("notToldWhy", "rule.protect.tellThem");
		}
	}

}
