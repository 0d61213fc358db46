package org.huxin.assessment;

/**
 * How often something troubled the student in the last two weeks; its ordinal is its
 * score, 0 to 3.
 */
enum Frequency {

	NOT_AT_ALL, SEVERAL_DAYS, MORE_THAN_HALF, NEARLY_EVERY_DAY;

	int score() {
		return ordinal();
	}

}
