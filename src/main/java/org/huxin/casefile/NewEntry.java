package org.huxin.casefile;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is to be written into a case file.
 *
 * @param kind what it is
 * @param author the account of the person, or {@code system}
 * @param form the form's id, for submissions
 * @param formVersion the deployment the form came from, for submissions
 * @param taskElement the user task's id in the model, if there was one
 * @param taskId the task's id in the engine, if there was one
 * @param fields content by field key: text, number, boolean, list or map; sealed
 */
public record NewEntry(EntryKind kind, String author, @Nullable String form, @Nullable String formVersion,
		@Nullable String taskElement, @Nullable String taskId, Map<String, Object> fields) {

	/** The author of what nobody typed. */
	public static final String SYSTEM = "system";

	/**
	 * Something the system did.
	 * @param event a code, shown as the message {@code event.<code>}
	 * @param fields details, sealed like everything else
	 */
	public static NewEntry system(String event, @Nullable String taskElement, @Nullable String taskId,
			Map<String, Object> fields) {
		return new NewEntry(EntryKind.SYSTEM, SYSTEM, event, null, taskElement, taskId, fields);
	}

	/**
	 * A decision table that fired.
	 * @param decision the decision's id
	 * @param fields inputs, outputs and rows
	 */
	public static NewEntry decision(String author, String decision, Map<String, Object> fields) {
		return new NewEntry(EntryKind.DECISION, author, decision, null, null, null, fields);
	}

}
