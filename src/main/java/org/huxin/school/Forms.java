package org.huxin.school;

import org.jspecify.annotations.Nullable;

/**
 * A field that was not sent is an empty field.
 */
final class Forms {

	private Forms() {
	}

	static String typed(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
