package org.huxin.postvention;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a student stands to an event (F31): the fields of the list, and what the decision
 * table calls them.
 */
final class Closeness {

	/** Code by field, nearest first. */
	static final Map<String, String> FIELDS = fields();

	private Closeness() {
	}

	private static Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("siblings", "SIBLING");
		fields.put("witnesses", "WITNESS");
		fields.put("roommates", "ROOMMATE");
		fields.put("friends", "FRIEND");
		fields.put("similar", "SIMILAR");
		fields.put("members", "MEMBER");
		return fields;
	}

}
