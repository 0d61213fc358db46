package org.huxin.engine;

import java.util.List;

import org.huxin.casefile.CaseRef;

/**
 * A step of a case waits for persons who have to be told. Published inside the
 * transaction of what causes it; carries ids only, not a word.
 *
 * @param kind what happened to the step
 * @param taskId the task in the work lists
 * @param accounts to whom it is assigned or offered now
 * @param urgent whether it may wake somebody: acknowledge or escalate (F29), or urgency
 * NOW with a limit of hours
 */
public record StepWaits(Kind kind, CaseRef ref, String taskId, List<String> accounts, boolean urgent) {

	/** What happened to the step. */
	public enum Kind {

		/** It was offered to these persons. */
		NEW_STEP,
		/** Its time is almost over. */
		REMINDER,
		/** Its time is over. */
		ESCALATION,
		/** Nobody has taken it, or whoever was told could not be reached. */
		CALL

	}

}
