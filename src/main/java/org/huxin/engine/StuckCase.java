package org.huxin.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that stands still by a fault, as an administrator may see it: no name, no
 * word of an exception.
 *
 * @param id the finding
 * @param school the school's code, empty for what belongs to no school
 * @param caseNo the case number, empty for what belongs to no case
 * @param kind what is wrong
 * @param foundAt when it was found
 * @param step what the model calls the step, if one is known
 * @param error the kind of the error, the name of its class
 * @param retriedAt when somebody last had it tried again
 * @param retriedBy the account of who did
 */
public record StuckCase(long id, String school, String caseNo, Kind kind, Instant foundAt, Optional<String> step,
		Optional<String> error, Optional<Instant> retriedAt, Optional<String> retriedBy) {

	/** What is wrong. */
	public enum Kind {

		/** An open case has no process any more. */
		GONE,
		/** Its process waits for no task and no timer. */
		STUCK,
		/** An automatic step has failed and is not tried again by itself. */
		JOB_FAILED,
		/** A step or a process has been suspended. */
		SUSPENDED,
		/** The engine reports another incident. */
		INCIDENT;

		/**
		 * Whether it can be tried again by pressing a button.
		 */
		public boolean canBeRetried() {
			return this == JOB_FAILED || this == SUSPENDED;
		}

	}

}
