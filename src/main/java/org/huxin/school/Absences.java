package org.huxin.school;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that somebody's work changes hands: on the day an absence begins, on the day after
 * it has ended, and whenever the directory changes. Each beginning and end is said once,
 * also after a restart or when the clock jumps over the whole absence.
 */
@Component
public class Absences {

	private final Substitutes substitutes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Absences(Substitutes substitutes, ApplicationEventPublisher events, Clock clock) {
		this.substitutes = substitutes;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Announces what has begun or ended by today.
	 */
	@Scheduled(fixedDelayString = "${huxin.deadline-watch}", initialDelayString = "${huxin.deadline-watch}")
	@Transactional
	public void announce() {
		LocalDate today = LocalDate.now(this.clock);
		this.substitutes.toAnnounce(today).forEach((absence) -> {
			absence.announced(today);
			changed(absence.absent());
		});
	}

	void changed(StaffMember member) {
		School school = member.school();
		this.events.publishEvent(new StaffChanged((school != null) ? school.code() : "", member.account()));
	}

}
