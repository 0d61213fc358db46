package org.huxin.engine;

/**
 * What the server does with one form beyond its own schema: rules across fields, scores,
 * neutral codes for the engine. Runs after the schema has been checked and before
 * anything is written.
 */
public interface FormRule {

	/**
	 * The id of the form, for example {@code verify-concern}.
	 */
	String form();

	/**
	 * Checks the submission, derives routing facts, records what follows from it.
	 */
	void apply(Submission submission);

}
