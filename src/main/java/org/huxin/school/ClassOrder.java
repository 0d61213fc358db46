package org.huxin.school;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts grades and classes in the order a school has them: 七年级 before 八年级 and 九年级, 2班
 * before 10班.
 */
final class ClassOrder {

	static final Comparator<String> BY_NUMBER = Comparator.comparing(ClassOrder::key);

	private static final Pattern NUMBER = Pattern.compile("[0-9]+|[一二三四五六七八九十]+");

	private static final Map<Character, Integer> DIGITS = Map.of('一', 1, '二', 2, '三', 3, '四', 4, '五', 5, '六', 6, '七', 7,
			'八', 8, '九', 9);

	private ClassOrder() {
	}

	private static String key(String name) {
		return NUMBER.matcher(name).replaceAll(ClassOrder::padded);
	}

	private static String padded(MatchResult match) {
		String text = match.group();
		return Character.isDigit(text.charAt(0)) ? ("0".repeat(20) + text).substring(text.length())
				: "%020d".formatted(chinese(text));
	}

	/** 十二 is 12, 二十 is 20, 二十三 is 23. */
	private static int chinese(String text) {
		int ten = text.indexOf('十');
		if (ten < 0) {
			return text.chars()
				.map((c) -> DIGITS.getOrDefault((char) c, 0))
				.reduce(0, (sum, digit) -> sum * 10 + digit);
		}
		int tens = (ten == 0) ? 1 : chinese(text.substring(0, ten));
		return tens * 10 + chinese(text.substring(ten + 1));
	}

}
