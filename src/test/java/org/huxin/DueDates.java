package org.huxin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.huxin.casefile.CaseRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * When the tasks of a case are due, as the policy profile has it.
 */
public final class DueDates {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	public DueDates(CaseWalk walk) {
		this.walk = walk;
	}

	/** The task is due a period from now. */
	public void assertFromNow(CaseRef ref, String element, Duration period) {
		assertFrom(ref, element, this.walk.now(), period);
	}

	/** The task is due a period after a moment. */
	public void assertFrom(CaseRef ref, String element, Instant since, Duration period) {
		assertThat(due(ref, element)).as(element).isCloseTo(since.plus(period), within(Duration.ofMinutes(2)));
	}

	/**
	 * The task is due at the end of a working day, so many days from the business day.
	 */
	public void assertAtSix(CaseRef ref, String element, int days) {
		assertAtSix(ref, element, this.walk.today().plusDays(days));
	}

	/** The task is due at the end of a working day. */
	public void assertAtSix(CaseRef ref, String element, LocalDate day) {
		assertAt(ref, element, day, LocalTime.of(18, 0));
	}

	/** The task is due at a time of a day. */
	public void assertAt(CaseRef ref, String element, LocalDate day, LocalTime time) {
		assertThat(due(ref, element)).as(element).isEqualTo(day.atTime(time).atZone(ZONE).toInstant());
	}

	private Instant due(CaseRef ref, String element) {
		return this.walk.due(ref, element).orElseThrow();
	}

}
