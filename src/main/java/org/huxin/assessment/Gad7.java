package org.huxin.assessment;

import java.util.List;

/**
 * GAD-7, generalised anxiety: seven items of 0 to 3, total 0 to 21.
 *
 * @param items the seven answers in the order of the form
 */
record Gad7(List<Frequency> items) {

	/** Kept with every result: wording and scoring of this version. */
	static final String VERSION = "GAD-7/zh-1";

	static final int ITEMS = 7;

	Gad7 {
		if (items.size() != ITEMS) {
			throw new IllegalArgumentException("GAD-7 has seven items, not " + items.size());
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
		return (total <= 14) ? Band.MODERATE : Band.SEVERE;
	}

}
