package org.huxin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.huxin.casefile.CaseRef;

/**
 * A line of the accountability register (D17).
 *
 * @param taskId the task in the engine
 * @param ref the case
 * @param task what was to be done, as the model calls it
 * @param roles the ids of the roles that the model asks
 * @param due until when
 * @param owedBy the accounts of the staff that had the task when its time was over
 * @param doneAt when it was done, empty if it is not
 * @param doneBy who did it
 * @param withdrawn whether it is not needed any more
 * @param excuse the reason that was given
 */
public record MissedDeadline(String taskId, CaseRef ref, String task, List<String> roles, Instant due,
		List<String> owedBy, Optional<Instant> doneAt, Optional<String> doneBy, boolean withdrawn,
		Optional<Excuse> excuse) {

	/** Stands for whichever guardian did it. */
	public static final String GUARDIAN = "*guardian";

	/** Where a miss stands. */
	public enum State {

		/** Nobody has done it yet. */
		OPEN,
		/** Done late, and nobody has said why. */
		UNEXPLAINED,
		/** Done late, with a reason, or by somebody who owes none. */
		EXPLAINED,
		/** Not needed any more. */
		WITHDRAWN

	}

	/**
	 * Where it stands.
	 */
	public State state() {
		if (this.doneAt.isPresent()) {
			boolean asked = this.doneBy.filter(GUARDIAN::equals).isEmpty();
			return (this.excuse.isPresent() || !asked) ? State.EXPLAINED : State.UNEXPLAINED;
		}
		return this.withdrawn ? State.WITHDRAWN : State.OPEN;
	}

	/**
	 * How late it was done, or is by now.
	 */
	public Duration lateness(Instant now) {
		return Duration.between(this.due, this.doneAt.orElse(now));
	}

}
