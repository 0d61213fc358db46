package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.engine.Escalation;
import org.huxin.report.LeaderReports;

import org.springframework.stereotype.Component;

/**
 * Calls the next level when no leader acknowledged in time (D01, D17).
 */
@Component("escalateLeaderReport")
class EscalateLeaderReportDelegate implements JavaDelegate {

	private final LeaderReports reports;

	private final Escalation escalation;

	EscalateLeaderReportDelegate(LeaderReports reports, Escalation escalation) {
		this.reports = reports;
		this.escalation = escalation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.reports.note(Cases.of(execution), "leaderReportEscalated");
		execution.getProcessEngineServices()
			.getTaskService()
			.createTaskQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.taskDefinitionKey(CrisisCaseProcess.CONFIRM_LEADER_REPORT)
			.list()
			.forEach((task) -> this.escalation.toNextLevel(task.getId()));
	}

}
