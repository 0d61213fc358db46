package org.huxin.care;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * When the head teacher looks after the student while help goes on (本周关注): dormitory,
 * parents and the designated person's talk are one task (F08, F11, F12, F16, rule of
 * practice 13).
 */
@Component
public class Watches {

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final Clock clock;

	Watches(CaseFiles cases, PolicyProfiles policies, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The next look. It counts from the last one, so that a late answer does not push it
	 * away; who is looked after daily is looked after from the first morning on.
	 * @param plan the contact plan
	 * @param last when the last look began, empty before the first
	 */
	public Watch next(CaseRef ref, String plan, Optional<LocalDateTime> last) {
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		TemporalAmount interval = this.policies.period(policy, "watch.interval." + plan);
		boolean daily = !now.plus(interval).isAfter(now.plusDays(1));
		boolean atOnce = last.isEmpty() && daily && now.toLocalTime().isBefore(LocalTime.NOON);
		LocalDateTime planned = last.orElse(now).plus(interval).with(MORNING);
		LocalDateTime begins = (atOnce || planned.isBefore(now)) ? now : planned;
		return new Watch(begins, begins.plus(this.policies.period(policy, "watch.answer." + plan)));
	}

	/**
	 * One look.
	 *
	 * @param begins when the task appears
	 * @param due until when it is answered
	 */
	public record Watch(LocalDateTime begins, LocalDateTime due) {
	}

}
