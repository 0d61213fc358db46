package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 弄清能否告知: asked again until it is clear; nobody is told before.
 */
@Component
class ClarifyGuardianRule implements FormRule {

	private final GuardianSafety guardians;

	ClarifyGuardianRule(GuardianSafety guardians) {
		this.guardians = guardians;
	}

	@Override
	public String form() {
		return "clarify-guardian";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, this.guardians.answered(submission));
	}

}
