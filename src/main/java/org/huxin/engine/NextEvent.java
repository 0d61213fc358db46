package org.huxin.engine;

import java.time.Instant;

/**
 * Something that will happen by itself.
 *
 * @param what the step or the task, as the model calls it
 * @param caseNo the case number
 */
public record NextEvent(Kind kind, Instant at, String what, String caseNo) {

	/** What happens. */
	public enum Kind {

		/** A timer of a model fires. */
		TIMER,
		/** Somebody is reminded of a task. */
		REMINDER,
		/** A task is due. */
		DUE,
		/** The next level is called for a task that nobody has done. */
		CALL

	}

}
