package org.huxin.referral;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * 报告上级 (K20, law 11): neglect is reported to the police too. Help at school goes on; in
 * danger the student is assessed again at once.
 */
@Component
class ReportSuperiorRule implements FormRule {

	@Override
	public String form() {
		return "report-superior";
	}

	@Override
	public void apply(Submission submission) {
		boolean neglect = submission.earlier("record-refusal.neglect").filter("YES"::equals).isPresent();
		if (neglect && !submission.text("policeReported").equals("YES")) {
			submission.refuse("policeReported", "rule.referral.reportNeglect");
		}
		submission.route(CareFacts.REFERRAL_OUTCOME, Danger.known(submission) ? "REASSESS" : "SUPPORT");
	}

}
