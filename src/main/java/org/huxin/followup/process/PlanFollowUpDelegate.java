package org.huxin.followup.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.care.ContactForm;
import org.huxin.casefile.CaseRef;
import org.huxin.engine.Cases;
import org.huxin.followup.FollowUps;
import org.huxin.followup.FollowUps.Course;
import org.huxin.followup.FollowUps.Period;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Opens the next period of follow-up (G07, G08), or the day of an assessment (G12, F35).
 */
@Component("planFollowUp")
class PlanFollowUpDelegate implements JavaDelegate {

	private final FollowUps followUps;

	private final ContactForm form;

	private final Clock clock;

	PlanFollowUpDelegate(FollowUps followUps, ContactForm form, Clock clock) {
		this.followUps = followUps;
		this.form = form;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CaseRef ref = Cases.of(execution);
		String plan = CareFacts.planOf(execution);
		Period next = this.followUps.next(ref, course(execution, plan));
		String channel = Objects.requireNonNullElse(CrisisCaseProcess.GUARDIAN_CHANNEL.from(execution), "HOLD");
		this.form.prepare(ref, next.due().toLocalDate());
		CrisisCaseProcess.FOLLOW_UP_PERIOD.set(execution, next.number());
		CrisisCaseProcess.FOLLOW_UP_NEXT.set(execution, (next.assessment()) ? "REASSESS" : "CONTINUE");
		MonthlyFollowUpProcess.FOLLOW_UP_DUE.set(execution,
				Date.from(next.due().atZone(this.clock.getZone()).toInstant()));
		MonthlyFollowUpProcess.COUNSELLOR_TURN.set(execution, next.counsellorTurn());
		MonthlyFollowUpProcess.GUARDIAN_TURN.set(execution,
				this.followUps.asksGuardian(ref, plan, next.number(), channel));
		MonthlyFollowUpProcess.ALARM.set(execution, "NONE");
		MonthlyFollowUpProcess.FAMILY_VIEW.set(execution, "NONE");
		MonthlyFollowUpProcess.CONTACT_GAP.set(execution, false);
		MonthlyFollowUpProcess.CONTACT_FOUND.set(execution, "NONE");
		MonthlyFollowUpProcess.FOLLOW_UP_SAFETY.set(execution, "NOT_ASKED");
		MonthlyFollowUpProcess.FOLLOW_UP_TREND.set(execution, "UNKNOWN");
		MonthlyFollowUpProcess.FOLLOW_UP_SUGGESTION.set(execution, "NONE");
	}

	private Course course(DelegateExecution execution, String plan) {
		return new Course(plan, CrisisCaseProcess.FOLLOW_UP_PERIOD.require(execution),
				local(MonthlyFollowUpProcess.FOLLOW_UP_DUE.from(execution)),
				local(CrisisCaseProcess.NEXT_ASSESS_ON.from(execution)),
				local(CareFacts.FIRST_DAY_ON.from(execution)).map(LocalDateTime::toLocalDate),
				"INTENSIFY".equals(CrisisCaseProcess.FOLLOW_UP_NEXT.from(execution)));
	}

	private Optional<LocalDateTime> local(@Nullable Date date) {
		return Optional.ofNullable(date).map((time) -> LocalDateTime.ofInstant(time.toInstant(), this.clock.getZone()));
	}

}
