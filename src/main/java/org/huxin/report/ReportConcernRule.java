package org.huxin.report;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 发现上报: derives the urgency (K11) and sets the routing facts that a case begins with;
 * danger to life goes to the emergency before any paper (D03).
 */
@Component
class ReportConcernRule implements FormRule {

	@Override
	public String form() {
		return "report-concern";
	}

	@Override
	public void apply(Submission submission) {
		Urgency urgency = urgency(submission);
		submission.record("urgency", urgency.name());
		submission.routeAll(CrisisCaseProcess.beginning(urgency.name()));
		if (urgency == Urgency.NOW) {
			submission.route(CrisisCaseProcess.CARE_TRACK, "EMERGENCY");
			boolean missing = submission.text("whereNow").equals("NOT_FOUND");
			submission.route(CareFacts.RESPONSE_PLAN, (missing) ? "SEARCH" : "PROTECT");
		}
	}

	private static Urgency urgency(Submission submission) {
		if (submission.text("dangerNow").equals("YES") || submission.text("whereNow").equals("NOT_FOUND")) {
			return Urgency.NOW;
		}
		boolean today = submission.text("dangerNow").equals("UNSURE") || Signs.needToday(submission.texts("signs"))
				|| submission.text("staffInvolved").equals("STAFF")
				|| submission.text("staffInvolved").equals("FAMILY");
		return (today) ? Urgency.TODAY : Urgency.WEEK;
	}

}
