package org.huxin.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves the business time of the demo forward, so that a newcomer sees months of
 * follow-ups in a minute. Kept over restarts; there is no such bean outside the demo.
 */
@Component
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
public class DemoClock {

	/** So that what is due at a time is due. */
	private static final Duration MOMENT = Duration.ofSeconds(1);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final DeadlineWatch watch;

	private final NextEvents events;

	private final ProcessEngine engine;

	DemoClock(JdbcTemplate jdbc, Clock clock, DeadlineWatch watch, NextEvents events, ProcessEngine engine) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.watch = watch;
		this.events = events;
		this.engine = engine;
	}

	/**
	 * What will happen next by itself: a timer, a reminder, a due date, a call.
	 */
	public Optional<NextEvent> next() {
		return this.events.first();
	}

	/**
	 * Moves the time forward to what happens next.
	 * @return what that is, empty if nothing is planned and the time stays
	 */
	public Optional<NextEvent> forwardToNext() {
		Optional<NextEvent> next = next();
		next.map((event) -> Duration.between(this.clock.instant(), event.at()).plus(MOMENT)).ifPresent(this::forward);
		return next;
	}

	/**
	 * The business time, in the school's zone.
	 */
	public LocalDateTime now() {
		return LocalDateTime.now(this.clock);
	}

	/**
	 * Moves the time forward and looks at the deadlines at once; timers follow within
	 * seconds.
	 * @throws IllegalArgumentException for a step back: what is due has already happened
	 */
	public void forward(Duration step) {
		if (step.isNegative()) {
			throw new IllegalArgumentException("The demo clock only moves forward");
		}
		long ahead = ahead() + step.toMillis();
		this.jdbc.update("""
				insert into huxin.demo_clock (ahead_millis) values (?)
				on conflict (only_row) do update set ahead_millis = excluded.ahead_millis""", ahead);
		ClockUtil.offset(ahead);
		// wakes the job executor, which may be waiting for its next look at the timers
		((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor().jobWasAdded();
		this.watch.look();
	}

	@EventListener(ApplicationStartedEvent.class)
	void resume() {
		ClockUtil.offset(ahead());
	}

	private long ahead() {
		return this.jdbc.queryForList("select ahead_millis from huxin.demo_clock", Long.class)
			.stream()
			.findFirst()
			.orElse(0L);
	}

}
