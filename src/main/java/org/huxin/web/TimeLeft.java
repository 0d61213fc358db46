package org.huxin.web;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something may still take, or how late it is: in minutes up to two hours, in
 * hours up to two days, then in days. Never rounded in favour of waiting.
 *
 * @param words message key, takes the amount
 * @param amount of minutes, hours or days, at least 0
 * @param urgency {@code late}, {@code soon} (within a day) or {@code calm}
 * @param due the exact time
 */
record TimeLeft(String words, long amount, String urgency, Moment due) {

	static TimeLeft until(Instant due, Instant now) {
		boolean late = due.isBefore(now);
		Duration span = Duration.between(now, due).abs();
		String side = late ? "time.late." : "time.left.";
		String urgency = late ? "late" : (span.compareTo(Duration.ofDays(1)) < 0) ? "soon" : "calm";
		Moment exact = new Moment(due);
		if (span.compareTo(Duration.ofHours(2)) < 0) {
			return new TimeLeft(side + "minutes", span.toMinutes(), urgency, exact);
		}
		if (span.compareTo(Duration.ofDays(2)) < 0) {
			return new TimeLeft(side + "hours", span.toHours(), urgency, exact);
		}
		return new TimeLeft(side + "days", span.toDays(), urgency, exact);
	}

	/**
	 * Whether the time is over.
	 */
	public boolean late() {
		return this.urgency.equals("late");
	}

	/**
	 * The shape that stands beside the words.
	 */
	public String icon() {
		return late() ? "circle-alert" : "clock";
	}

}
