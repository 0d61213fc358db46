package org.huxin.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.huxin.Huxin;

/**
 * A point in time as pages show it: to the minute, on the school's clock, alike in every
 * language.
 */
record Moment(Instant at) {

	private static final ZoneId ZONE = ZoneId.of(Huxin.ZONE);

	private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/**
	 * For example 2026-11-22 17:30.
	 */
	public String text() {
		return TO_THE_MINUTE.format(LocalDateTime.ofInstant(this.at, ZONE));
	}

	/**
	 * For the machine that reads the page.
	 */
	public String iso() {
		return this.at.toString();
	}

}
