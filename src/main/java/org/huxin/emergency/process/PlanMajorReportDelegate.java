package org.huxin.emergency.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.emergency.MajorReports;
import org.huxin.engine.CaseFacts;
import org.huxin.engine.Cases;

import org.springframework.stereotype.Component;

/**
 * Sets the limits of the first and the written report (H01, K23).
 */
@Component("planMajorReport")
class PlanMajorReportDelegate implements JavaDelegate {

	private final MajorReports reports;

	private final Clock clock;

	PlanMajorReportDelegate(MajorReports reports, Clock clock) {
		this.reports = reports;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Date discoveredAt = CaseFacts.DISCOVERED_AT.require(execution);
		MajorReports.Limits limits = this.reports.plan(Cases.of(execution),
				LocalDateTime.ofInstant(discoveredAt.toInstant(), this.clock.getZone()));
		MajorReportProcess.FIRST_REPORT_DUE.set(execution, date(limits.first()));
		MajorReportProcess.DRAFT_REPORT_DUE.set(execution, date(limits.draft()));
		MajorReportProcess.WRITTEN_REPORT_DUE.set(execution, date(limits.written()));
		MajorReportProcess.CLASS_MATERIAL.set(execution, limits.classMaterial());
	}

	private Date date(LocalDateTime time) {
		return Date.from(time.atZone(this.clock.getZone()).toInstant());
	}

}
