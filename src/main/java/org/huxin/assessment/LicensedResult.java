package org.huxin.assessment;

import org.huxin.school.LicensedInstrumentEntry;

/**
 * The result of an instrument that is not ours to ship: the school holds the licence and
 * the norms, we keep name, version and score. A score alone never suggests more than a
 * closer look; a positive suicide item always does.
 *
 * @param instrument what an administrator entered of it
 * @param score the total
 * @param positive whether a suicide item was answered with yes
 */
record LicensedResult(LicensedInstrumentEntry instrument, int score, boolean positive) {

	boolean isOnTheScale() {
		return this.score >= this.instrument.lowest() && this.score <= this.instrument.highest();
	}

	Band band() {
		if (this.score >= this.instrument.highFrom()) {
			return Band.MODERATE;
		}
		return (this.score >= this.instrument.watchFrom()) ? Band.MILD : Band.MINIMAL;
	}

}
