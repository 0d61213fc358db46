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
 * @param withdrawnAt when it was gone without having been done
 * @param excuse the reason that was given
 */
public record MissedDeadline(String taskId, CaseRef ref, String task, List<String> roles, Instant due,
		List<String> owedBy, Optional<Instant> doneAt, Optional<String> doneBy, Optional<Instant> withdrawnAt,
		Optional<Excuse> excuse) {

	/** Stands for whichever guardian did it. */
	public static final String GUARDIAN = "*guardian";

	/** Where a miss stands. */
	public enum State {

		/** Nobody has done it yet. */
		OPEN,
		/** Done late, and nobody has said why. */
		UNEXPLAINED,
		/** Gone with its case before anybody did it, and nobody has said why. */
		MISSED,
		/** With a reason, or done late by somebody who owes none. */
		EXPLAINED

	}

	/**
	 * Where it stands.
	 */
	public State state() {
		if (this.doneAt.isPresent()) {
			boolean asked = this.doneBy.filter(GUARDIAN::equals).isEmpty();
			return (this.excuse.isPresent() || !asked) ? State.EXPLAINED : State.UNEXPLAINED;
		}
		if (this.withdrawnAt.isPresent()) {
			return this.excuse.isPresent() ? State.EXPLAINED : State.MISSED;
		}
		return State.OPEN;
	}

	/**
	 * When it was done, or was gone; empty while it is open.
	 */
	public Optional<Instant> endedAt() {
		return this.doneAt.or(this::withdrawnAt);
	}

	/**
	 * How late it was done, or is by now.
	 */
	public Duration lateness(Instant now) {
		return Duration.between(this.due, endedAt().orElse(now));
	}

}
