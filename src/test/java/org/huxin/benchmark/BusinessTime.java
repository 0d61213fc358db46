package org.huxin.benchmark;

import java.time.Instant;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;

/**
 * A business time for each thread, which stands still until it is moved: many cases live
 * through their months at the same time without seeing each other's. Threads that have
 * none, such as the job executor's, share another one.
 */
final class BusinessTime {

	private static final ThreadLocal<Long> OWN = new ThreadLocal<>();

	private static volatile long shift;

	private BusinessTime() {
	}

	static void install() {
		DateTimeUtils.setCurrentMillisProvider(BusinessTime::millis);
	}

	static void remove() {
		OWN.remove();
		shift = 0;
		ClockUtil.reset();
	}

	private static long millis() {
		Long own = OWN.get();
		return (own != null) ? own : System.currentTimeMillis() + shift;
	}

	/** The time of this thread from now on. */
	static void set(Instant time) {
		OWN.set(time.toEpochMilli());
	}

	static Instant now() {
		return Instant.ofEpochMilli(millis());
	}

	static void release() {
		OWN.remove();
	}

	/** Moves the time of all threads that have none of their own. */
	static void shiftAll(long milliseconds) {
		shift = milliseconds;
	}

}
