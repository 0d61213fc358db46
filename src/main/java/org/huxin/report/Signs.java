package org.huxin.report;

import java.util.Collection;
import java.util.Set;

/**
 * The check list of the report and of verification (C01–C09), and what some of its signs
 * mean for urgency.
 */
final class Signs {

	static final String NONE = "NONE_OF_THESE";

	/** Signs of self-harm: at least TODAY, and never waved away by one person alone. */
	private static final Set<String> SELF_HARM = Set.of("SUICIDE_TALK", "SELF_HARM", "PAST_ATTEMPT", "FAREWELL");

	/** The urgent signs of C02: at least TODAY (K11). */
	private static final Set<String> URGENT = Set.of("SUDDEN_CHANGE", "SUDDEN_CALM", "EATING_SLEEP");

	private Signs() {
	}

	static boolean ofSelfHarm(Collection<String> signs) {
		return signs.stream().anyMatch(SELF_HARM::contains);
	}

	static boolean needToday(Collection<String> signs) {
		return ofSelfHarm(signs) || signs.stream().anyMatch(URGENT::contains);
	}

}
