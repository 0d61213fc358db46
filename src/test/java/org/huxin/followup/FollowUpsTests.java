package org.huxin.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.followup.FollowUps.Course;
import org.huxin.followup.FollowUps.Notice;
import org.huxin.followup.FollowUps.Owed;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.Vacation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the next period begins and whose turn it is: G07, G08, G11, G12, G16, K01, K02,
 * K14, K22, rules of practice 1, 8 and 13; and how a guardian who was not told before is
 * told now: D01, D13.
 */
class FollowUpsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 15, 30);

	private static final CaseRef CASE = new CaseRef("qinghe", "2026-0001");

	private final PolicyProfiles policies = Mockito.mock(PolicyProfiles.class);

	private final CaseFiles cases = Mockito.mock(CaseFiles.class);

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	private final FollowUps followUps = at(NOW);

	@BeforeEach
	void profileOfASecondarySchool() {
		BDDMockito.given(this.cases.get(CASE))
			.willReturn(new CaseSummary(CASE, new UUID(0, 1), CaseStatus.OPEN, Optional.empty(), Optional.empty(),
					Optional.empty(), 7L, NOW.atZone(ZONE).toInstant(), Optional.empty()));
		Map.of("LIGHT", 30, "STEADY", 14, "TREATED", 14, "CLOSE", 7, "RETURN", 30, "RETURN_CLOSE", 14)
			.forEach((plan, days) -> period("followup.interval." + plan, Period.ofDays(days)));
		period("followup.intensified.interval", Period.ofDays(14));
		period("followup.afterVacation", Period.ofDays(3));
		period("return.highRisk.assess", Period.ofMonths(1));
		period("return.highRisk.period", Period.ofYears(1));
		BDDMockito.given(this.policies.number(7L, "followup.counsellor.first")).willReturn(1);
		BDDMockito.given(this.policies.number(7L, "followup.counsellor.every")).willReturn(3);
		BDDMockito.given(this.directory.vacationOn(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn(Optional.empty());
		BDDMockito.given(this.directory.vacations("qinghe"))
			.willReturn((day) -> this.directory.vacationOn("qinghe", day));
	}

	@Test
	void firstPeriodBeginsInTheMorningOfTheThirtiethDayForBoth() {
		assertThat(this.followUps.next(CASE, course("LIGHT", 0, null)))
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 20, 8, 0), true, false));
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, true", "3, false", "5, true" })
	void counsellorLooksInTheFirstThirdAndSixthPeriod(int last, boolean turn) {
		assertThat(this.followUps.next(CASE, course("LIGHT", last, NOW)).counsellorTurn()).isEqualTo(turn);
	}

	@ParameterizedTest
	@CsvSource({ "STEADY, 14", "TREATED, 14", "CLOSE, 7", "RETURN, 30" })
	void othersAreSeenByBothAsOftenAsThePlanAsks(String plan, int days) {
		FollowUps.Period next = this.followUps.next(CASE, course(plan, 1, NOW));
		assertThat(next.counsellorTurn()).isTrue();
		assertThat(next.due()).isEqualTo(NOW.toLocalDate().plusDays(days).atTime(8, 0));
	}

	@Test
	void periodsCountFromTheLastOneAndNotFromALateAnswer() {
		LocalDateTime last = NOW.minusDays(6).toLocalDate().atTime(8, 0);
		assertThat(this.followUps.next(CASE, course("LIGHT", 1, last)).due()).isEqualTo(last.plusDays(30));
	}

	@Test
	void intensifiedFollowUpComesAfterTwoWeeksAndAsksTheCounsellorToo() {
		assertThat(this.followUps.next(CASE, intensified("LIGHT")))
			.isEqualTo(new FollowUps.Period(2, LocalDateTime.of(2026, 12, 4, 8, 0), true, false));
	}

	@Test
	void intensifiedFollowUpIsNeverRarerThanThePlan() {
		assertThat(this.followUps.next(CASE, intensified("CLOSE")).due())
			.isEqualTo(LocalDateTime.of(2026, 11, 27, 8, 0));
	}

	@Test
	void counsellorLooksInThePeriodThatBringsThePromisedAssessment() {
		LocalDateTime promised = NOW.plusDays(20).toLocalDate().atStartOfDay();
		assertThat(this.followUps.next(CASE, promising(1, NOW, promised)).counsellorTurn()).isTrue();
		assertThat(this.followUps.next(CASE, promising(3, NOW.plusDays(30), promised)).counsellorTurn()).isFalse();
		assertThat(this.followUps.next(CASE, promising(3, NOW.minusDays(30), promised)).counsellorTurn()).isFalse();
	}

	@Test
	void promisedAssessmentTakesPlaceOnItsDayUnderEveryOtherPlan() {
		LocalDateTime promised = LocalDateTime.of(2026, 12, 10, 0, 0);
		assertThat(this.followUps.next(CASE, promising("RETURN", 1, NOW, promised)))
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 10, 8, 0), false, true));
		assertThat(this.followUps.next(CASE, promising("STEADY", 1, NOW, promised)).assessment()).as("not yet")
			.isFalse();
		assertThat(this.followUps.next(CASE, promising("STEADY", 1, NOW, NOW.minusDays(40))))
			.as("overdue, but never twice on one day")
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 11, 21, 8, 0), false, true));
	}

	@Test
	void periodThatIsLongOverBeginsNow() {
		assertThat(this.followUps.next(CASE, course("LIGHT", 1, NOW.minusDays(60))).due()).isEqualTo(NOW);
	}

	@Test
	void studentWhoCameBackAfterAnAttemptIsTalkedToEveryTwoWeeksByTheHeadTeacher() {
		assertThat(this.followUps.next(CASE, returned(LocalDate.of(2026, 11, 10))))
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 4, 8, 0), false, false));
	}

	@Test
	void andIsAssessedOnEachMonthlyDayOfTheFirstDayBack() {
		assertThat(this.followUps.next(CASE, returned(LocalDate.of(2026, 10, 31))))
			.as("the 31st of a month that has none")
			.isEqualTo(new FollowUps.Period(0, LocalDateTime.of(2026, 11, 30, 8, 0), false, true));
		assertThat(this.followUps.next(CASE, returned(LocalDate.of(2025, 11, 21))))
			.as("the last one, when the year is full")
			.isEqualTo(new FollowUps.Period(0, LocalDateTime.of(2026, 11, 21, 8, 0), false, true));
	}

	@Test
	void dayOfTheAssessmentDoesNotComeTwice() {
		assertThat(at(LocalDateTime.of(2026, 11, 30, 17, 0)).next(CASE, returned(LocalDate.of(2026, 10, 31))))
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 14, 8, 0), false, false));
	}

	@Test
	void yearIsOverAfterAYearAndMonthlyTalksRemain() {
		assertThat(this.followUps.next(CASE, returned(LocalDate.of(2025, 11, 20))))
			.isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 20, 8, 0), true, false));
	}

	@Test
	void leapDayIsAFirstDayLikeAnyOther() {
		FollowUps february = at(LocalDateTime.of(2029, 2, 27, 9, 0));
		assertThat(february.next(CASE, returned(LocalDate.of(2028, 2, 29))))
			.isEqualTo(new FollowUps.Period(0, LocalDateTime.of(2029, 2, 28, 8, 0), false, true));
		assertThat(at(LocalDateTime.of(2029, 2, 28, 9, 0)).next(CASE, returned(LocalDate.of(2028, 2, 29))).assessment())
			.isFalse();
	}

	@Test
	void withoutAFirstDayTheYearHasNotBegunToEnd() {
		FollowUps.Period next = this.followUps.next(CASE, course("RETURN_CLOSE", 0, null));
		assertThat(next.counsellorTurn()).isFalse();
		assertThat(next.due()).isEqualTo(LocalDateTime.of(2026, 12, 4, 8, 0));
	}

	@Test
	void firstDaysAfterAVacationBringAContact() {
		vacation("寒假", LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 30), false);
		assertThat(this.followUps.next(CASE, course("RETURN", 1, NOW)).due())
			.isEqualTo(LocalDateTime.of(2026, 12, 4, 8, 0));
		assertThat(this.followUps.next(CASE, course("STEADY", 1, NOW)).due()).as("never later than the plan")
			.isEqualTo(LocalDateTime.of(2026, 12, 4, 8, 0));
		assertThat(this.followUps.next(CASE, course("LIGHT", 1, NOW)).due()).as("one look a month")
			.isEqualTo(LocalDateTime.of(2026, 12, 20, 8, 0));
	}

	@Test
	void publicHolidayOrAVacationThatLastsLongerThanThePeriodChangesNothing() {
		vacation("元旦", LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 24), true);
		assertThat(this.followUps.next(CASE, course("RETURN", 1, NOW)).due())
			.isEqualTo(LocalDateTime.of(2026, 12, 20, 8, 0));
		vacation("暑假", LocalDate.of(2026, 11, 22), LocalDate.of(2027, 1, 30), false);
		assertThat(this.followUps.next(CASE, course("RETURN", 1, NOW)).due())
			.as("contact is not put off to the end of the vacation")
			.isEqualTo(LocalDateTime.of(2026, 12, 20, 8, 0));
	}

	@ParameterizedTest
	@CsvSource({ "LIGHT, 1, OPEN, false", "STEADY, 1, OPEN, true", "STEADY, 1, BLOCKED, false",
			"STEADY, 1, HOLD, false", "RETURN, 2, OPEN, true", "CLOSE, 1, OPEN, false", "CLOSE, 2, OPEN, true" })
	void guardianIsAskedOnlyWhereItIsSafeAndThePlanAsks(String plan, int number, String channel, boolean asked) {
		assertThat(this.followUps.asksGuardian(CASE, plan, number, channel)).isEqualTo(asked);
	}

	@Test
	void guardianIsNotAskedWhereTellingWasPutOffOrTheAdultStudentDisagrees() {
		notice(Map.of("reached", "HELD"));
		assertThat(this.followUps.asksGuardian(CASE, "STEADY", 1, "OPEN")).isFalse();
		notice(Map.of("reached", "LATER", "adultConsent", "DISAGREES"));
		assertThat(this.followUps.asksGuardian(CASE, "STEADY", 1, "OPEN")).isFalse();
		notice(Map.of("reached", "REACHED", "adultConsent", "UNDER_18"));
		assertThat(this.followUps.asksGuardian(CASE, "STEADY", 1, "OPEN")).isTrue();
	}

	@Test
	void guardianWhoIsToldForTheFirstTimeIsToldWithinTheFirstNotice() {
		firstNotice();
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW.minusDays(1)))).as("four days from the discovery")
			.isEqualTo(new Notice("TELL", NOW, NOW.plusDays(3)));
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW.minusDays(30)))).as("never due in the past")
			.isEqualTo(new Notice("TELL", NOW, NOW.plusDays(1)));
	}

	@ParameterizedTest
	@CsvSource({ "NO_ANSWER", "REFUSED", "WRONG_NUMBER" })
	void guardianWhoDidNotAnswerIsTriedAgainTheNextDay(String reached) {
		firstNotice();
		notice(Map.of("reached", reached));
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW))).isEqualTo(new Notice("TELL", NOW, NOW.plusDays(1)));
	}

	@Test
	void guardianWhoCouldNotBeReachedSeveralTimesIsTriedWithTheNextPeriod() {
		firstNotice();
		notice(Map.of("reached", "LATER"));
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW)))
			.isEqualTo(new Notice("TELL", LocalDateTime.of(2026, 12, 20, 8, 0), LocalDateTime.of(2026, 12, 21, 8, 0)));
	}

	@Test
	void nobodyIsToldWhereThatIsNotSafeNotClearPutOffOrNotWanted() {
		firstNotice();
		assertThat(this.followUps.notice(CASE, owed("HOLD", NOW)).kind()).isEqualTo("CLARIFY");
		assertThat(this.followUps.notice(CASE, owed("BLOCKED", NOW)).kind()).isEqualTo("NONE");
		notice(Map.of("reached", "HELD"));
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW)).kind()).isEqualTo("NONE");
		notice(Map.of("reached", "NO_ANSWER", "adultConsent", "DISAGREES"));
		assertThat(this.followUps.notice(CASE, owed("OPEN", NOW)).kind()).isEqualTo("NONE");
	}

	private void firstNotice() {
		period("guardian.notice.limit.WEEK", Period.ofDays(4));
		period("guardian.retry.limit", Period.ofDays(1));
	}

	private static Owed owed(String channel, LocalDateTime discovered) {
		return new Owed("LIGHT", channel, discovered, "WEEK");
	}

	private void notice(Map<String, Object> fields) {
		RecordedEntry entry = Mockito.mock(RecordedEntry.class);
		BDDMockito.given(entry.kind()).willReturn(EntryKind.SUBMISSION);
		BDDMockito.given(entry.form()).willReturn(Optional.of("inform-guardian"));
		BDDMockito.given(entry.fields()).willReturn(fields);
		BDDMockito.given(this.cases.entries(CASE)).willReturn(List.of(entry));
	}

	private FollowUps at(LocalDateTime now) {
		return new FollowUps(this.cases, this.policies, this.directory,
				Clock.fixed(now.atZone(ZONE).toInstant(), ZONE));
	}

	private void period(String key, Period period) {
		BDDMockito.given(this.policies.period(7L, key)).willReturn(period);
	}

	private void vacation(String name, LocalDate first, LocalDate last, boolean holiday) {
		BDDMockito
			.given(this.directory.vacationOn(ArgumentMatchers.eq("qinghe"),
					ArgumentMatchers.argThat((day) -> day != null && !day.isBefore(first) && !day.isAfter(last))))
			.willReturn(Optional.of(new Vacation(name, first, last, holiday)));
	}

	private static Course course(String plan, long last, LocalDateTime lastDue) {
		return new Course(plan, last, Optional.ofNullable(lastDue), Optional.empty(), Optional.empty(), false);
	}

	private static Course intensified(String plan) {
		return new Course(plan, 1, Optional.of(NOW), Optional.empty(), Optional.empty(), true);
	}

	private static Course promising(long last, LocalDateTime lastDue, LocalDateTime promised) {
		return promising("LIGHT", last, lastDue, promised);
	}

	private static Course promising(String plan, long last, LocalDateTime lastDue, LocalDateTime promised) {
		return new Course(plan, last, Optional.of(lastDue), Optional.of(promised), Optional.empty(), false);
	}

	private static Course returned(LocalDate firstDay) {
		return new Course("RETURN_CLOSE", 0, Optional.empty(), Optional.empty(), Optional.of(firstDay), false);
	}

}
