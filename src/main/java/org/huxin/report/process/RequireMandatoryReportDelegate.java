package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.LeaderReports;

import org.springframework.stereotype.Component;

/**
 * Requires the report to the police that an emergency asked for (law 11, F32), once.
 */
@Component("requireMandatoryReport")
class RequireMandatoryReportDelegate implements JavaDelegate {

	private final LeaderReports reports;

	RequireMandatoryReportDelegate(LeaderReports reports) {
		this.reports = reports;
	}

	@Override
	public void execute(DelegateExecution execution) {
		if (this.reports.requirePolice(Cases.of(execution))) {
			CrisisCaseProcess.EXTERNAL_REPORT.set(execution, "REQUIRED");
		}
	}

}
