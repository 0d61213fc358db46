package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.engine.Escalation;
import org.huxin.report.LeaderReports;

import org.springframework.stereotype.Component;

/**
 * Reminds of a report that no leader has acknowledged (D01).
 */
@Component("remindLeader")
class RemindLeaderDelegate implements JavaDelegate {

	private final LeaderReports reports;

	private final Escalation escalation;

	RemindLeaderDelegate(LeaderReports reports, Escalation escalation) {
		this.reports = reports;
		this.escalation = escalation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.reports.note(Cases.of(execution), "leaderReportReminded");
		this.escalation.tellAgain(execution, CrisisCaseProcess.CONFIRM_LEADER_REPORT);
	}

}
