package org.huxin.care;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huxin.care.Watches.Watch;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.Vacation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the head teacher looks, and how in a vacation: F11, F16, K22.
 */
class WatchesTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalDateTime AFTERNOON = LocalDateTime.of(2026, 11, 20, 15, 30);

	private static final CaseRef CASE = new CaseRef("qinghe", "2026-0001");

	private final PolicyProfiles policies = Mockito.mock(PolicyProfiles.class);

	private final CaseFiles cases = Mockito.mock(CaseFiles.class);

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	private final ContactForm form = new ContactForm(this.cases, this.policies, this.directory);

	@BeforeEach
	void profile() {
		BDDMockito.given(this.cases.get(CASE))
			.willReturn(new CaseSummary(CASE, new UUID(0, 1), CaseStatus.OPEN, Optional.empty(), Optional.empty(),
					Optional.empty(), 7L, AFTERNOON.atZone(ZONE).toInstant(), Optional.empty()));
		BDDMockito.given(this.policies.period(7L, "watch.interval.STEADY")).willReturn(Period.ofDays(7));
		BDDMockito.given(this.policies.period(7L, "watch.answer.STEADY")).willReturn(Period.ofDays(3));
		BDDMockito.given(this.policies.period(7L, "watch.interval.CLOSE")).willReturn(Period.ofDays(1));
		BDDMockito.given(this.policies.period(7L, "watch.answer.CLOSE")).willReturn(Duration.ofHours(10));
		BDDMockito.given(this.policies.text(7L, "calendar.vacationMode")).willReturn("AT_DISTANCE");
		BDDMockito.given(this.directory.vacationOn(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn(Optional.empty());
	}

	@Test
	void weeklyLookComesInTheMorningAWeekAfterTheLastOne() {
		assertThat(at(AFTERNOON).next(CASE, "STEADY", Optional.empty()))
			.isEqualTo(new Watch(LocalDateTime.of(2026, 11, 27, 8, 0), LocalDateTime.of(2026, 11, 30, 8, 0)));
		assertThat(at(AFTERNOON).next(CASE, "STEADY", Optional.of(LocalDateTime.of(2026, 11, 17, 8, 0))).begins())
			.isEqualTo(LocalDateTime.of(2026, 11, 24, 8, 0));
	}

	@Test
	void dailyLookBeginsTheSameMorningOrTheNextAndIsAnsweredTheSameDay() {
		assertThat(at(AFTERNOON.withHour(9)).next(CASE, "CLOSE", Optional.empty()).begins())
			.isEqualTo(AFTERNOON.withHour(9));
		assertThat(at(AFTERNOON).next(CASE, "CLOSE", Optional.empty()))
			.isEqualTo(new Watch(LocalDateTime.of(2026, 11, 21, 8, 0), LocalDateTime.of(2026, 11, 21, 18, 0)));
	}

	@Test
	void lookThatIsLongOverBeginsNow() {
		assertThat(at(AFTERNOON).next(CASE, "CLOSE", Optional.of(AFTERNOON.minusDays(4))).begins())
			.isEqualTo(AFTERNOON);
	}

	@Test
	void inAVacationPeopleAreAskedHowTheyCalledAndAfterwardsNoLonger() {
		LocalDate day = LocalDate.of(2027, 1, 25);
		BDDMockito.given(this.directory.vacationOn("qinghe", day))
			.willReturn(Optional.of(new Vacation("寒假", day, day.plusDays(20), false)));
		this.form.prepare(CASE, day);
		written("AT_DISTANCE");
		this.form.prepare(CASE, day);
		Mockito.verify(this.cases, Mockito.times(1)).write(ArgumentMatchers.any(), ArgumentMatchers.any());
		this.form.prepare(CASE, day.plusDays(40));
		written("AT_SCHOOL");
	}

	@Test
	void duringTheTermNothingIsWritten() {
		this.form.prepare(CASE, LocalDate.of(2026, 11, 25));
		Mockito.verify(this.cases, Mockito.never()).write(ArgumentMatchers.any(), ArgumentMatchers.any());
	}

	private void written(String mode) {
		NewEntry entry = NewEntry.system("contactModeChanged", null, null, Map.of("contactMode", mode));
		Mockito.verify(this.cases).write(CASE, entry);
		RecordedEntry recorded = Mockito.mock(RecordedEntry.class);
		BDDMockito.given(recorded.fields()).willReturn(Map.of("contactMode", mode));
		BDDMockito.given(this.cases.entries(CASE)).willReturn(List.of(recorded));
	}

	private Watches at(LocalDateTime now) {
		return new Watches(this.cases, this.policies, Clock.fixed(now.atZone(ZONE).toInstant(), ZONE));
	}

}
