package org.huxin.report;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 强制报告: the police have been told (law 11).
 */
@Component
class FileMandatoryReportRule implements FormRule {

	@Override
	public String form() {
		return "file-mandatory-report";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(CrisisCaseProcess.EXTERNAL_REPORT, "FILED");
	}

}
