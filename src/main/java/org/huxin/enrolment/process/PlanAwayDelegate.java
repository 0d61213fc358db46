package org.huxin.enrolment.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.enrolment.Suspensions;
import org.huxin.enrolment.Suspensions.Away;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * Sets the dates of the time away (G02).
 */
@Component("planAway")
class PlanAwayDelegate implements JavaDelegate {

	private final Suspensions suspensions;

	private final Clock clock;

	PlanAwayDelegate(Suspensions suspensions, Clock clock) {
		this.suspensions = suspensions;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Away away = this.suspensions.away(Cases.of(execution));
		CareFacts.SUSPENSION_OUTCOME.set(execution, (away.suspended()) ? "RESUME" : "NOT_SUSPENDED");
		StudySuspensionProcess.END_REMINDER_ON.set(execution, date(away.reminder()));
		StudySuspensionProcess.NEXT_STEP_DUE.set(execution, date(away.nextStepDue()));
		StudySuspensionProcess.AWAY_CONTACT_DUE.set(execution, date(away.contactDue()));
	}

	private Date date(LocalDateTime time) {
		return Date.from(time.atZone(this.clock.getZone()).toInstant());
	}

}
