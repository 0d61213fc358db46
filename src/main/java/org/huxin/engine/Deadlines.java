package org.huxin.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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

	/** When a school day begins. */
	private static final LocalTime MORNING = LocalTime.of(8, 0);

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
		return at(day(execution, variable).atTime(END_OF_DAY));
	}

	/**
	 * The morning of a date that a person entered, for what must be ready or looked at
	 * when the school day begins (G06); where that is over, the end of the day.
	 */
	public Date morningOf(DelegateExecution execution, String variable) {
		LocalDateTime morning = day(execution, variable).atTime(MORNING);
		boolean over = morning.isBefore(LocalDateTime.now(this.clock));
		return (over) ? on(execution, variable) : at(morning);
	}

	private static LocalDate day(DelegateExecution execution, String variable) {
		Object value = execution.getVariable(variable);
		if (!(value instanceof Date date)) {
			throw new IllegalStateException("The routing fact " + variable + " is no date");
		}
		return Door.local(date).toLocalDate();
	}

	private static Date at(LocalDateTime moment) {
		return Date.from(moment.atZone(EngineConfiguration.ZONE).toInstant());
	}

	/**
	 * The end of the n-th working day after today (F34); the policy says how many.
	 * Weekends and public holidays do not count; a vacation of the students is none of
	 * the staff.
	 */
	public Date workingDaysFromNow(DelegateExecution execution, String policyKey) {
		CaseRef ref = Cases.of(execution);
		int days = this.policies.number(this.caseFiles.get(ref).policyVersion(), policyKey);
		LocalDate last = this.calendar.workingDay(ref.school(), LocalDate.now(this.clock), days);
		return at(last.atTime(END_OF_DAY));
	}

	/**
	 * A period of the case's policy after a moment, on the school's calendar: a month
	 * from the 31st ends on the last day of a shorter month, a year from a leap day on 28
	 * February. Vacations and holidays move no due date, for help goes on (K22); who
	 * could not keep it then gives that as a reason (rule of practice 6).
	 */
	Instant after(CaseRef ref, Instant from, String policyKey) {
		long version = this.caseFiles.get(ref).policyVersion();
		return from.atZone(EngineConfiguration.ZONE).plus(this.policies.period(version, policyKey)).toInstant();
	}

	private Date after(DelegateExecution execution, Date from, String policyKey) {
		return Date.from(after(Cases.of(execution), from.toInstant(), policyKey));
	}

}
