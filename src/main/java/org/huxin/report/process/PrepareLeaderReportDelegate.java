package org.huxin.report.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.CaseFacts;
import org.huxin.engine.Cases;
import org.huxin.report.LeaderReports;
import org.huxin.report.LeaderReports.LeaderReport;

import org.springframework.stereotype.Component;

/**
 * Reports the case to the leaders, once (D01). An emergency that an assessment finds is
 * acknowledged as fast as one that was reported as such, from then on (D04).
 */
@Component("prepareLeaderReport")
class PrepareLeaderReportDelegate implements JavaDelegate {

	private final LeaderReports reports;

	private final Clock clock;

	PrepareLeaderReportDelegate(LeaderReports reports, Clock clock) {
		this.reports = reports;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String moment = CrisisCaseProcess.REPORT_MOMENT.from(execution);
		LeaderReport report = "DANGER_FOUND".equals(moment)
				? this.reports.send(Cases.of(execution), LocalDateTime.now(this.clock), "NOW", true)
				: this.reports.send(Cases.of(execution), discovered(execution),
						CrisisCaseProcess.URGENCY.require(execution), "HIGHER_CARE_NEEDED".equals(moment));
		CrisisCaseProcess.LEADER_REPORT_DUE.set(execution, date(report.due()));
		CrisisCaseProcess.LEADER_REPORT_REMINDER.set(execution, date(report.reminder()));
		CrisisCaseProcess.LEADER_REPORTED.set(execution, true);
	}

	private LocalDateTime discovered(DelegateExecution execution) {
		Date discoveredAt = CaseFacts.DISCOVERED_AT.require(execution);
		return LocalDateTime.ofInstant(discoveredAt.toInstant(), this.clock.getZone());
	}

	private Date date(LocalDateTime time) {
		return Date.from(time.atZone(this.clock.getZone()).toInstant());
	}

}
