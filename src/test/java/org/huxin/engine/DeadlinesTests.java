package org.huxin.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.CaseSummary;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * The days that make calendars difficult have one answer each (K26, K22).
 */
class DeadlinesTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final CaseRef REF = new CaseRef("qinghe", "2027-0001");

	private final PolicyProfiles policies = Mockito.mock(PolicyProfiles.class);

	private final CaseFiles caseFiles = Mockito.mock(CaseFiles.class);

	private final SchoolCalendar calendar = Mockito.mock(SchoolCalendar.class);

	// K26 K22
	@ParameterizedTest
	@CsvSource({ "2027-01-31T09:00,P1M,2027-02-28T09:00,the 31st before a short month",
			"2028-01-31T09:00,P1M,2028-02-29T09:00,the 31st in a leap year",
			"2027-03-31T09:00,P1M,2027-04-30T09:00,the 31st before a month of 30 days",
			"2028-02-29T09:00,P1Y,2029-02-28T09:00,a year from a leap day",
			"2028-02-28T22:00,PT24H,2028-02-29T22:00,a day before a leap day",
			"2028-02-28T22:00,P1D,2028-02-29T22:00,one calendar day before a leap day",
			"2026-12-31T23:30,PT1H,2027-01-01T00:30,over the end of the year",
			"2027-02-04T10:00,P3D,2027-02-07T10:00,into Spring Festival: help goes on",
			"2027-02-05T10:00,PT4H,2027-02-05T14:00,on New Year's Eve" })
	void aPeriodIsAddedOnTheSchoolsCalendar(String from, String period, String due, String what) {
		follows();
		given(this.policies.period(7, "key"))
			.willReturn(period.startsWith("PT") ? java.time.Duration.parse(period) : java.time.Period.parse(period));
		assertThat(deadlines(Instant.EPOCH).after(REF, at(from), "key")).as(what).isEqualTo(at(due));
	}

	// F34
	@Test
	void workingDaysEndWithTheWorkingDay() {
		follows();
		given(this.policies.number(7, "key")).willReturn(5);
		given(this.calendar.workingDay("qinghe", java.time.LocalDate.of(2027, 2, 4), 5))
			.willReturn(java.time.LocalDate.of(2027, 2, 18));
		DelegateExecution execution = Mockito.mock(DelegateExecution.class);
		given(execution.getTenantId()).willReturn(REF.school());
		given(execution.getProcessBusinessKey()).willReturn(REF.number());
		assertThat(deadlines(at("2027-02-04T23:00")).workingDaysFromNow(execution, "key").toInstant())
			.as("Spring Festival and two weekends do not count")
			.isEqualTo(at("2027-02-18T18:00"));
	}

	// G06
	@ParameterizedTest
	@CsvSource({ "2027-03-01T09:00,2027-03-02T08:00,the day before", "2027-03-02T07:00,2027-03-02T08:00,early that day",
			"2027-03-02T09:00,2027-03-02T18:00,when school has begun" })
	void whatMustBeReadyIsDueInTheMorning(String now, String due, String what) {
		DelegateExecution execution = Mockito.mock(DelegateExecution.class);
		given(execution.getVariable("firstDayOn")).willReturn(java.util.Date.from(at("2027-03-02T00:00")));
		assertThat(deadlines(at(now)).morningOf(execution, "firstDayOn").toInstant()).as(what).isEqualTo(at(due));
	}

	private void follows() {
		given(this.caseFiles.get(ArgumentMatchers.any()))
			.willReturn(new CaseSummary(REF, UUID.randomUUID(), CaseStatus.OPEN, Optional.empty(), Optional.empty(),
					Optional.empty(), 7, Instant.EPOCH, Optional.empty()));
	}

	private Deadlines deadlines(Instant now) {
		return new Deadlines(this.policies, this.caseFiles, this.calendar, Clock.fixed(now, ZONE));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(ZONE).toInstant();
	}

}
