package org.huxin.assessment;

/**
 * How heavy the complaints of an instrument are, from least to most. PHQ-A uses all of
 * them, GAD-7 knows no {@link #MODERATELY_SEVERE}.
 */
enum Band {

	MINIMAL, MILD, MODERATE, MODERATELY_SEVERE, SEVERE;

	Band worse(Band other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
