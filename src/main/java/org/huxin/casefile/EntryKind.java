package org.huxin.casefile;

/**
 * What an entry of the case file is.
 */
public enum EntryKind {

	/** A form that a person submitted. */
	SUBMISSION,
	/** Something the system did: a reminder, an escalation, a joined report. */
	SYSTEM,
	/** A decision table with its inputs and the rows that fired. */
	DECISION,
	/** A correction of an earlier entry, which stays as it was. */
	AMENDMENT

}
