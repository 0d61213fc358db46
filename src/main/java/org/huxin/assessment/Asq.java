package org.huxin.assessment;

import java.util.List;

/**
 * ASQ, Ask Suicide-Screening Questions (NIMH): any yes or refusal in the first four is
 * positive; then the fifth tells acute from non-acute.
 *
 * @param items the first four answers in the order of the form
 * @param rightNow the fifth answer, {@link Answer#NO} where it was not asked
 */
record Asq(List<Answer> items, Answer rightNow) {

	/** Kept with every result: wording and scoring of this version. */
	static final String VERSION = "ASQ/zh-1";

	static final int ITEMS = 4;

	Asq {
		if (items.size() != ITEMS) {
			throw new IllegalArgumentException("ASQ has four items before the fifth, not " + items.size());
		}
		items = List.copyOf(items);
	}

	boolean positive() {
		return this.items.stream().anyMatch((answer) -> answer != Answer.NO);
	}

	/**
	 * Thoughts right now; who does not want to answer is not left alone either.
	 */
	boolean acute() {
		return positive() && this.rightNow != Answer.NO;
	}

	/**
	 * The fourth question was answered with yes.
	 */
	boolean everAttempted() {
		return this.items.get(ITEMS - 1) == Answer.YES;
	}

	/**
	 * An answer of ASQ.
	 */
	enum Answer {

		NO, YES, REFUSED

	}

}
