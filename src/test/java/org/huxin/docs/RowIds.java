package org.huxin.docs;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of requirement rows in a text: {@code D01}, {@code S1}, and every row of
 * {@code C01–C09}.
 */
final class RowIds {

	private static final Pattern ROW = Pattern
		.compile("(?<![\\w&#-])([A-HK])(\\d{2})(?:\\s*(?:–|-|…|to)\\s*\\1(\\d{2}))?(?!\\w)");

	private static final Pattern SCHEME = Pattern
		.compile("(?<![\\w&#-])S([1-6])(?:\\s*(?:–|-|…|to)\\s*S([1-6]))?(?!\\w)");

	private RowIds() {
	}

	static Set<String> in(String text) {
		Set<String> rows = new TreeSet<>();
		Matcher row = ROW.matcher(text);
		while (row.find()) {
			int first = Integer.parseInt(row.group(2));
			int last = (row.group(3) != null) ? Integer.parseInt(row.group(3)) : first;
			for (int number = first; number <= last; number++) {
				rows.add("%s%02d".formatted(row.group(1), number));
			}
		}
		Matcher scheme = SCHEME.matcher(text);
		while (scheme.find()) {
			int first = Integer.parseInt(scheme.group(1));
			int last = (scheme.group(2) != null) ? Integer.parseInt(scheme.group(2)) : first;
			for (int number = first; number <= last; number++) {
				rows.add("S" + number);
			}
		}
		return rows;
	}

}
