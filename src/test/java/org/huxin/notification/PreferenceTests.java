package org.huxin.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When something that is not urgent leaves, and what a mail address is.
 */
class PreferenceTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@ParameterizedTest
	@CsvSource({ "22:00,07:00,2026-11-25T21:59,2026-11-25T21:59", "22:00,07:00,2026-11-25T22:00,2026-11-26T07:00",
			"22:00,07:00,2026-11-26T03:00,2026-11-26T07:00", "22:00,07:00,2026-11-26T07:00,2026-11-26T07:00",
			"12:00,14:00,2026-11-26T13:00,2026-11-26T14:00", "12:00,14:00,2026-11-26T15:00,2026-11-26T15:00",
			"08:00,08:00,2026-11-26T08:00,2026-11-26T08:00" })
	void quietHoursAreWaitedForAlsoOverMidnight(String from, String until, String now, String leaves) {
		assertThat(preference(from, until, "07:30").earliest(at(now), ZONE)).isEqualTo(at(leaves));
	}

	@ParameterizedTest
	@CsvSource({ "07:30,2026-11-25T07:29,2026-11-25T07:30", "07:30,2026-11-25T07:30,2026-11-26T07:30",
			"07:30,2026-12-31T09:00,2027-01-01T07:30" })
	void theDigestLeavesOnceADay(String digestAt, String now, String leaves) {
		assertThat(preference("22:00", "07:00", digestAt).nextDigest(at(now), ZONE)).isEqualTo(at(leaves));
	}

	@Test
	void onePlainMailAddressIsTaken() {
		assertThat(Preferences.isMailAddress("lin.jing@school.example.cn")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "lin", "lin@", "@school.cn", "a@b.cn,c@d.cn", "a@b.cn\nBcc: c@d.cn", "林 <a@b.cn>",
			"a b@c.cn", "a@b@c.cn", "\"><script>@b.cn", "a@[127.0.0.1]" })
	void whatWouldReachOthersOrForgeAHeaderIsNoMailAddress(String typed) {
		assertThat(Preferences.isMailAddress(typed)).isFalse();
	}

	private static Preference preference(String from, String until, String digestAt) {
		return new Preference(Set.of(), Optional.empty(), LocalTime.parse(from), LocalTime.parse(until), true,
				LocalTime.parse(digestAt));
	}

	private static Instant at(String local) {
		return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
	}

}
