package org.huxin.followup.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.followup.FollowUps;
import org.huxin.followup.FollowUps.Period;
import org.huxin.report.process.CrisisCaseProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Opens the next period of follow-up (G07, G08).
 */
@Component("planFollowUp")
class PlanFollowUpDelegate implements JavaDelegate {

	private final FollowUps followUps;

	private final Clock clock;

	PlanFollowUpDelegate(FollowUps followUps, Clock clock) {
		this.followUps = followUps;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Optional<LocalDateTime> last = local(MonthlyFollowUpProcess.FOLLOW_UP_DUE.from(execution));
		Optional<LocalDateTime> nextAssessment = local(CrisisCaseProcess.NEXT_ASSESS_ON.from(execution));
		boolean intensified = "INTENSIFY".equals(CrisisCaseProcess.FOLLOW_UP_NEXT.from(execution));
		Period next = this.followUps.next(Cases.of(execution), CrisisCaseProcess.FOLLOW_UP_PERIOD.require(execution),
				last, nextAssessment, intensified);
		CrisisCaseProcess.FOLLOW_UP_PERIOD.set(execution, next.number());
		MonthlyFollowUpProcess.FOLLOW_UP_DUE.set(execution,
				Date.from(next.due().atZone(this.clock.getZone()).toInstant()));
		MonthlyFollowUpProcess.COUNSELLOR_TURN.set(execution, next.counsellorTurn());
		MonthlyFollowUpProcess.ALARM.set(execution, "NONE");
		MonthlyFollowUpProcess.FOLLOW_UP_SAFETY.set(execution, "NOT_ASKED");
		MonthlyFollowUpProcess.FOLLOW_UP_TREND.set(execution, "UNKNOWN");
		MonthlyFollowUpProcess.FOLLOW_UP_SUGGESTION.set(execution, "NONE");
	}

	private Optional<LocalDateTime> local(@Nullable Date date) {
		return Optional.ofNullable(date).map((time) -> LocalDateTime.ofInstant(time.toInstant(), this.clock.getZone()));
	}

}
