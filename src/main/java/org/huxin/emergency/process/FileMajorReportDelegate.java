package org.huxin.emergency.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.emergency.MajorReports;
import org.huxin.engine.Cases;

import org.springframework.stereotype.Component;

/**
 * Enters the report and the work on the event into the ledger (H05).
 */
@Component("fileMajorReport")
class FileMajorReportDelegate implements JavaDelegate {

	private final MajorReports reports;

	FileMajorReportDelegate(MajorReports reports) {
		this.reports = reports;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.reports.file(Cases.of(execution));
	}

}
