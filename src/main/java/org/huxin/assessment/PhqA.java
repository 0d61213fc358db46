package org.huxin.assessment;

import java.util.List;

/**
 * PHQ-A, the Patient Health Questionnaire modified for adolescents (Johnson 2002): nine
 * items of 0 to 3, total 0 to 27. The last item and the two questions about suicide
 * override every total.
 *
 * @param items the nine answers in the order of the form
 * @param seriousThoughts whether there were serious thoughts of ending life in the past
 * month
 * @param everAttempted whether there ever was an attempt
 */
record PhqA(List<Frequency> items, boolean seriousThoughts, boolean everAttempted) {

	/** Kept with every result: wording and scoring of this version. */
	static final String VERSION = "PHQ-A/zh-1";

	static final int ITEMS = 9;

	PhqA {
		if (items.size() != ITEMS) {
			throw new IllegalArgumentException("PHQ-A has nine items, not " + items.size());
		}
		items = List.copyOf(items);
	}

	int total() {
		return this.items.stream().mapToInt(Frequency::score).sum();
	}

	Band band() {
		int total = total();
		if (total <= 4) {
			return Band.MINIMAL;
		}
		if (total <= 9) {
			return Band.MILD;
		}
		if (total <= 14) {
			return Band.MODERATE;
		}
		return (total <= 19) ? Band.MODERATELY_SEVERE : Band.SEVERE;
	}

	boolean positive() {
		return this.items.get(ITEMS - 1).score() >= 1 || this.seriousThoughts || this.everAttempted;
	}

}
