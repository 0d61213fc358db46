package org.huxin.school;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * What a person may type into a line of the directory.
 */
final class Words {

	static final int LONGEST_LINE = 80;

	/** Numbers that can be dialled: digits, with a leading plus, spaces or hyphens. */
	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");

	private Words() {
	}

	static String line(String text) {
		String line = text.strip();
		if (line.isEmpty()) {
			throw DirectoryRefused.blank();
		}
		if (line.length() > LONGEST_LINE) {
			throw DirectoryRefused.tooLong(LONGEST_LINE);
		}
		return line;
	}

	static LocalDate date(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			throw DirectoryRefused.date();
		}
	}

	/** Blank, or a number that can be dialled. */
	static String phone(String text) {
		String phone = text.strip();
		if (!phone.isEmpty() && !isPhone(phone)) {
			throw DirectoryRefused.phone();
		}
		return phone;
	}

	static boolean isPhone(String text) {
		return PHONE.matcher(text).matches();
	}

}
