package org.huxin.emergency;

import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 审定并报送: what the leader wants mended is mended within a day (H01).
 */
@Component
class SendMajorReportRule implements FormRule {

	@Override
	public String form() {
		return "send-major-report";
	}

	@Override
	public void apply(Submission submission) {
		if (submission.text("reportDecision").equals("RETURN")) {
			submission.route(MajorReportProcess.DRAFT_REPORT_DUE,
					submission.after(submission.now(), "majorReport.return.limit"));
		}
	}

}
