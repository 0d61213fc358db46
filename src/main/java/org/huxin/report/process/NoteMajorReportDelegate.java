package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Keeps for the model that the report of a major crisis has been made (K23).
 */
@Component("noteMajorReport")
class NoteMajorReportDelegate implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		CrisisCaseProcess.MAJOR_REPORT_MADE.set(execution, true);
	}

}
