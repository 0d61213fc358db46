package org.huxin.report;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 发现上报: derives the urgency (K11) and sets the routing facts that a case begins with.
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
		submission.route(CrisisCaseProcess.URGENCY, urgency.name());
		submission.route(CrisisCaseProcess.CARE_TRACK, "UNASSESSED");
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, "HOLD");
		submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, false);
		submission.route(CrisisCaseProcess.LEADER_REPORTED, false);
		submission.route(CrisisCaseProcess.FOLLOW_UP_PERIOD, 0L);
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
