package org.huxin.assessment;

import java.util.List;

/**
 * PHQ-9, the Patient Health Questionnaire for adults (public domain): nine items of 0 to
 * 3, total 0 to 27. Any answer to the last item but "not at all" asks for a suicide
 * enquiry at once, whatever the total.
 *
 * @param items the nine answers in the order of the form
 */
record Phq9(List<Frequency> items) {

	/** Kept with every result: wording and scoring of this version. */
	static final String VERSION = "PHQ-9/zh-1";

	static final int ITEMS = 9;

	Phq9 {
		if (items.size() != ITEMS) {
			throw new IllegalArgumentException("PHQ-9 has nine items, not " + items.size());
		}
		items = List.copyOf(items);
	}

	int total() {
		return this.items.stream().mapToInt(Frequency::score).sum();
	}

	/** The bands are those of PHQ-A. */
	Band band() {
		return new PhqA(this.items, false, false).band();
	}

	boolean positive() {
		return this.items.get(ITEMS - 1) != Frequency.NOT_AT_ALL;
	}

}
