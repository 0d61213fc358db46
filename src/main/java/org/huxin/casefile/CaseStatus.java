package org.huxin.casefile;

/**
 * Where a case stands as a whole.
 */
public enum CaseStatus {

	/** Somebody owes something. */
	OPEN,
	/** Closed by two persons. */
	CLOSED,
	/** Verified as no crisis. */
	NOT_A_CRISIS,
	/** A second report about the same student, joined to another case. */
	JOINED,
	/** Handed over to another school. */
	HANDED_OVER,
	/** Opened by mistake, as two persons agreed. */
	VOID,
	/** Sealed: nothing automatic follows. */
	SEALED

}
