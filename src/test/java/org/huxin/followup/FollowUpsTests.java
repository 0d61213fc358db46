package org.huxin.followup;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.CaseSummary;
import org.huxin.school.PolicyProfiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the next period begins and whose turn it is: G07, G08, K01, K14, rule of practice
 * 13.
 */
class FollowUpsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 15, 30);

	private static final CaseRef CASE = new CaseRef("qinghe", "2026-0001");

	private final PolicyProfiles policies = Mockito.mock(PolicyProfiles.class);

	private final CaseFiles cases = Mockito.mock(CaseFiles.class);

	private final FollowUps followUps = new FollowUps(this.cases, this.policies,
			Clock.fixed(NOW.atZone(ZONE).toInstant(), ZONE));

	@BeforeEach
	void profileOfASecondarySchool() {
		BDDMockito.given(this.cases.get(CASE))
			.willReturn(new CaseSummary(CASE, new UUID(0, 1), CaseStatus.OPEN, Optional.empty(), Optional.empty(),
					Optional.empty(), 7L, NOW.atZone(ZONE).toInstant(), Optional.empty()));
		BDDMockito.given(this.policies.period(7L, "followup.interval")).willReturn(Period.ofDays(30));
		BDDMockito.given(this.policies.period(7L, "followup.intensified.interval")).willReturn(Period.ofDays(14));
		BDDMockito.given(this.policies.number(7L, "followup.counsellor.first")).willReturn(1);
		BDDMockito.given(this.policies.number(7L, "followup.counsellor.every")).willReturn(3);
	}

	@Test
	void firstPeriodBeginsInTheMorningOfTheThirtiethDayForBoth() {
		FollowUps.Period first = this.followUps.next(CASE, 0, Optional.empty(), Optional.empty(), false);
		assertThat(first).isEqualTo(new FollowUps.Period(1, LocalDateTime.of(2026, 12, 20, 8, 0), true));
	}

	@Test
	void counsellorLooksInTheFirstThirdAndSixthPeriod() {
		assertThat(this.followUps.next(CASE, 1, Optional.of(NOW), Optional.empty(), false).counsellorTurn()).isFalse();
		assertThat(this.followUps.next(CASE, 2, Optional.of(NOW), Optional.empty(), false).counsellorTurn()).isTrue();
		assertThat(this.followUps.next(CASE, 3, Optional.of(NOW), Optional.empty(), false).counsellorTurn()).isFalse();
		assertThat(this.followUps.next(CASE, 5, Optional.of(NOW), Optional.empty(), false).counsellorTurn()).isTrue();
	}

	@Test
	void periodsCountFromTheLastOneAndNotFromALateAnswer() {
		LocalDateTime last = NOW.minusDays(6).toLocalDate().atTime(8, 0);
		assertThat(this.followUps.next(CASE, 1, Optional.of(last), Optional.empty(), false).due())
			.isEqualTo(last.plusDays(30));
	}

	@Test
	void intensifiedFollowUpComesAfterTwoWeeksAndAsksTheCounsellorToo() {
		FollowUps.Period next = this.followUps.next(CASE, 1, Optional.of(NOW), Optional.empty(), true);
		assertThat(next).isEqualTo(new FollowUps.Period(2, LocalDateTime.of(2026, 12, 4, 8, 0), true));
	}

	@Test
	void counsellorLooksInThePeriodThatBringsThePromisedAssessment() {
		Optional<LocalDateTime> promised = Optional.of(NOW.plusDays(20).toLocalDate().atStartOfDay());
		assertThat(this.followUps.next(CASE, 1, Optional.of(NOW), promised, false).counsellorTurn()).isTrue();
		assertThat(this.followUps.next(CASE, 3, Optional.of(NOW.plusDays(30)), promised, false).counsellorTurn())
			.isFalse();
		assertThat(this.followUps.next(CASE, 3, Optional.of(NOW.minusDays(30)), promised, false).counsellorTurn())
			.isFalse();
	}

	@Test
	void periodThatIsLongOverBeginsNow() {
		assertThat(this.followUps.next(CASE, 1, Optional.of(NOW.minusDays(60)), Optional.empty(), false).due())
			.isEqualTo(NOW);
	}

}
