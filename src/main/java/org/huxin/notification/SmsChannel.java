package org.huxin.notification;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * SMS, by a gateway that takes a signed POST: {@code {"id", "to", "text"}} as JSON, with
 * the headers {@code X-Huxin-Key}, {@code X-Huxin-Time} (seconds),
 * {@code X-Huxin-Signature} (hex of HMAC-SHA256 over time, a line feed, and the body) and
 * {@code Idempotency-Key}, the same at every attempt. Any 2xx means it was taken.
 */
class SmsChannel {

	/** Signatures follow the real time; the demo moves only the business clock. */
	private static final InstantSource SYSTEM = InstantSource.system();

	private final ChannelSettings.Sms gateway;

	private final HttpCall http;

	SmsChannel(ChannelSettings settings) {
		this.gateway = Objects.requireNonNull(settings.sms());
		this.http = new HttpCall(settings);
	}

	Outcome send(Letter letter) {
		String body = Json.of(Map.of("id", letter.id(), "to", letter.address(), "text", letter.text()));
		String time = Long.toString(SYSTEM.instant().getEpochSecond());
		String signature = Signature.hex(this.gateway.secret(), time + "\n" + body);
		return this.http.post(this.gateway.url(), body, Map.of("X-Huxin-Key", this.gateway.key(), "X-Huxin-Time", time,
				"X-Huxin-Signature", signature, "Idempotency-Key", letter.id()), (answer) -> Outcome.SENT);
	}

}
