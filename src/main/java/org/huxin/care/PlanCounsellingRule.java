package org.huxin.care;

import java.util.Set;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 制定辅导计划: as often as the contact plan asks (K12). Counselling is voluntary, but who is
 * looked after closely is met all the same. Until a session says otherwise, help at
 * school ends without risk.
 */
@Component
class PlanCounsellingRule implements FormRule {

	/** Who is not left to follow-up alone (F15, G12). */
	private static final Set<String> MET_ANYWAY = Set.of("CLOSE", "RETURN_CLOSE");

	@Override
	public String form() {
		return "plan-counselling";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, "DONE");
		submission.route(SchoolCounsellingProcess.EVALUATION_DUE, false);
		SessionDates dates = new SessionDates(submission);
		if (submission.text("counselling").equals("SESSIONS")) {
			if (dates.tooRare(submission.text("frequency"))) {
				submission.refuse("frequency", "rule.plan.tooRare." + dates.plan());
			}
			dates.keepTo(submission.text("frequency"));
			dates.beginEvaluationPeriod();
		}
		else if (MET_ANYWAY.contains(dates.plan())) {
			submission.refuse("counselling", "rule.plan.meetAnyway");
		}
	}

}
