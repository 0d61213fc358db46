package org.huxin.notification;

/**
 * What became of one attempt.
 *
 * @param code why, for administrators; never a server's own words, which may repeat what
 * was sent
 */
record Outcome(Result result, String code) {

	static final Outcome SENT = new Outcome(Result.SENT, "");

	/** It did not arrive and is tried again. */
	static Outcome again(String code) {
		return new Outcome(Result.AGAIN, code);
	}

	/** Nobody knows whether it arrived: it is tried again, and marked. */
	static Outcome unsure(String code) {
		return new Outcome(Result.UNSURE, code);
	}

	/** It will never arrive. */
	static Outcome refused(String code) {
		return new Outcome(Result.REFUSED, code);
	}

	/** Whether the next one would fare no better at once. */
	boolean isTrouble() {
		return this.result == Result.AGAIN || this.result == Result.UNSURE;
	}

	enum Result {

		SENT, AGAIN, UNSURE, REFUSED

	}

}
