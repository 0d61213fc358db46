package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 告知监护人: a student of age who does not consent is not spoken about (rule of practice 8).
 */
@Component
class InformGuardianRule implements FormRule {

	@Override
	public String form() {
		return "inform-guardian";
	}

	@Override
	public void apply(Submission submission) {
		boolean reached = submission.text("reached").equals("REACHED");
		if (reached && submission.text("adultConsent").equals("DISAGREES")) {
			submission.refuse("adultConsent", "rule.guardian.noConsent");
		}
		submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, reached);
	}

}
