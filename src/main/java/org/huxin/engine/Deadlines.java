package org.huxin.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolCalendar;

import org.springframework.stereotype.Component;

/**
 * Due dates and timers of the models, from the policy version that the case began with
 * (D01, rule of practice 6). Models call it as {@code deadlines}.
 */
@Component("deadlines")
public class Deadlines {

	/** When a day that a person named is over for a school. */
	private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

	private final PolicyProfiles policies;

	private final CaseFiles caseFiles;

	private final SchoolCalendar calendar;

	private final Clock clock;

	Deadlines(PolicyProfiles policies, CaseFiles caseFiles, SchoolCalendar calendar, Clock clock) {
		this.policies = policies;
		this.caseFiles = caseFiles;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * A period after the discovery: the clock of intake, verification and first reports.
	 */
	public Date sinceDiscovery(DelegateExecution execution, String policyKey) {
		return after(execution, CaseFacts.DISCOVERED_AT.require(execution), policyKey);
	}

	/**
	 * A period after the moment the step began.
	 */
	public Date fromNow(DelegateExecution execution, String policyKey) {
		return after(execution, Date.from(this.clock.instant()), policyKey);
	}

	/**
	 * A period after the discovery that depends on the urgency: {@code key.NOW},
	 * {@code key.TODAY} or {@code key.WEEK} (K11).
	 */
	public Date byUrgency(DelegateExecution execution, String policyKey) {
		return sinceDiscovery(execution, policyKey + "." + execution.getVariable("urgency"));
	}

	/**
	 * A period after the moment the step began that depends on the urgency.
	 */
	public Date fromNowByUrgency(DelegateExecution execution, String policyKey) {
		return fromNow(execution, policyKey + "." + execution.getVariable("urgency"));
	}

	/**
	 * The end of the working day of a date that a person entered.
	 */
	public Date on(DelegateExecution execution, String variable) {
		Object value = execution.getVariable(variable);
		if (!(value instanceof Date date)) {
			throw new IllegalStateException("The routing fact " + variable + " is no date");
		}
		LocalDateTime end = Door.local(date).toLocalDate().atTime(END_OF_DAY);
		return Date.from(end.atZone(EngineConfiguration.ZONE).toInstant());
	}

	/**
	 * The end of the last of so many working days after today (F34): a policy of
	 * {@code P5D} counts Monday to Friday without public holidays.
	 */
	public Date workingDaysFromNow(DelegateExecution execution, String policyKey) {
		CaseRef ref = Cases.of(execution);
		TemporalAmount period = this.policies.period(this.caseFiles.get(ref).policyVersion(), policyKey);
		LocalDate today = LocalDate.now(this.clock.withZone(EngineConfiguration.ZONE));
		LocalDate day = this.calendar.workingDay(ref.school(), today, Math.toIntExact(period.get(ChronoUnit.DAYS)));
		return Date.from(day.atTime(END_OF_DAY).atZone(EngineConfiguration.ZONE).toInstant());
	}

	private Date after(DelegateExecution execution, Date from, String policyKey) {
		long version = this.caseFiles.get(Cases.of(execution)).policyVersion();
		ZonedDateTime start = from.toInstant().atZone(EngineConfiguration.ZONE);
		return Date.from(start.plus(this.policies.period(version, policyKey)).toInstant());
	}

}
