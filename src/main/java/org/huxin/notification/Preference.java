package org.huxin.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody wants to be told. An emergency asks neither for the hour nor for the
 * chosen channels.
 *
 * @param mail where mail reaches him, if he has said
 * @param quietFrom when his quiet hours begin; the same as their end for none
 * @param digest whether what is not urgent comes together once a day
 */
public record Preference(Set<Channel> channels, Optional<String> mail, LocalTime quietFrom, LocalTime quietUntil,
		boolean digest, LocalTime digestAt) {

	/** Of whoever has said nothing. */
	static final Preference DEFAULT = new Preference(Set.of(Channel.MAIL, Channel.SMS), Optional.empty(),
			LocalTime.of(22, 0), LocalTime.of(7, 0), false, LocalTime.of(7, 30));

	public Preference {
		channels = Set.copyOf(channels);
	}

	/**
	 * When something that is not urgent may leave at the earliest.
	 */
	Instant earliest(Instant now, ZoneId zone) {
		return isQuiet(now.atZone(zone).toLocalTime()) ? next(now, zone, this.quietUntil) : now;
	}

	/**
	 * When the next digest leaves.
	 */
	Instant nextDigest(Instant now, ZoneId zone) {
		return next(now, zone, this.digestAt);
	}

	private boolean isQuiet(LocalTime time) {
		boolean begun = !time.isBefore(this.quietFrom);
		boolean over = !time.isBefore(this.quietUntil);
		return this.quietFrom.isAfter(this.quietUntil) ? begun || !over : begun && !over;
	}

	private static Instant next(Instant now, ZoneId zone, LocalTime time) {
		ZonedDateTime today = now.atZone(zone);
		ZonedDateTime then = today.with(time);
		return (then.isAfter(today) ? then : then.plusDays(1)).toInstant();
	}

}
