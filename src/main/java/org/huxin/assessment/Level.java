package org.huxin.assessment;

/**
 * 关注等级, from least to most (K07). Lives in the case file only; the engine knows no level.
 */
enum Level {

	NONE, MILD, MODERATE, SEVERE, ACUTE;

	Level atLeast(Level other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	boolean below(Level other) {
		return compareTo(other) < 0;
	}

}
