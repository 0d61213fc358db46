package org.huxin.followup.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.CaseFacts;
import org.huxin.engine.Cases;
import org.huxin.followup.FollowUps;
import org.huxin.followup.FollowUps.Notice;
import org.huxin.followup.FollowUps.Owed;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * Plans how a guardian who was not told before follow-up began is told now (D01, D13).
 */
@Component("planNotice")
class PlanNoticeDelegate implements JavaDelegate {

	private final FollowUps followUps;

	private final Clock clock;

	PlanNoticeDelegate(FollowUps followUps, Clock clock) {
		this.followUps = followUps;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Date discovered = CaseFacts.DISCOVERED_AT.require(execution);
		Owed owed = new Owed(CareFacts.planOf(execution),
				Objects.requireNonNullElse(CrisisCaseProcess.GUARDIAN_CHANNEL.from(execution), "HOLD"),
				LocalDateTime.ofInstant(discovered.toInstant(), this.clock.getZone()),
				CrisisCaseProcess.URGENCY.require(execution));
		Notice notice = this.followUps.notice(Cases.of(execution), owed);
		MonthlyFollowUpProcess.GUARDIAN_NOTICE.set(execution, notice.kind());
		MonthlyFollowUpProcess.NOTICE_ON.set(execution, date(notice.begins()));
		MonthlyFollowUpProcess.NOTICE_DUE.set(execution, date(notice.due()));
	}

	private Date date(LocalDateTime time) {
		return Date.from(time.atZone(this.clock.getZone()).toInstant());
	}

}
