package org.huxin.report;

/**
 * How soon somebody must look (K11): known before any assessment, it rules the first
 * deadlines. Declared from least to most urgent.
 */
enum Urgency {

	WEEK, TODAY, NOW;

	Urgency atLeast(Urgency other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
