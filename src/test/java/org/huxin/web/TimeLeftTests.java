package org.huxin.web;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLeftTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	@ParameterizedTest
	@CsvSource({ "PT0S, time.left.minutes, 0, soon", "PT59M59S, time.left.minutes, 59, soon",
			"PT1H59M, time.left.minutes, 119, soon", "PT2H, time.left.hours, 2, soon",
			"PT23H59M, time.left.hours, 23, soon", "PT24H, time.left.hours, 24, calm",
			"PT47H59M, time.left.hours, 47, calm", "P2D, time.left.days, 2, calm", "P30D, time.left.days, 30, calm",
			"PT-1S, time.late.minutes, 0, late", "PT-3H, time.late.hours, 3, late", "P-5D, time.late.days, 5, late" })
	void saysHowLongInTheUnitThatPeopleUse(Duration span, String words, long amount, String urgency) {
		TimeLeft left = TimeLeft.until(NOW.plus(span), NOW);
		assertThat(left.words()).isEqualTo(words);
		assertThat(left.amount()).isEqualTo(amount);
		assertThat(left.urgency()).isEqualTo(urgency);
		assertThat(left.late()).isEqualTo(urgency.equals("late"));
	}

	@Test
	void keepsTheExactTimeOnTheSchoolsClock() {
		assertThat(TimeLeft.until(NOW, NOW).due().text()).isEqualTo("2026-11-22 10:00");
	}

}
