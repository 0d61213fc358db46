package org.huxin.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a label into lines without asking any font: a Chinese sign is as wide as it is
 * high, any other a little more than half.
 */
final class Lines {

	/** No line begins with one of these. */
	private static final String CLOSING = "，。、；：？！）」』】》”’)]?!.,;:";

	private Lines() {
	}

	static double width(String text, double size) {
		return text.codePoints().mapToDouble((sign) -> (sign > 0x2e7f) ? size : size * 0.58).sum();
	}

	static List<String> of(String text, double width, double size) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String piece : pieces(text)) {
			boolean fits = width(line + piece.stripTrailing(), size) <= width;
			if (!fits && !line.isEmpty() && !CLOSING.contains(piece)) {
				lines.add(line.toString().strip());
				line.setLength(0);
			}
			line.append(piece);
		}
		if (!line.toString().isBlank()) {
			lines.add(line.toString().strip());
		}
		return lines;
	}

	/** What is not broken: one Chinese sign, one word with the space behind it. */
	private static List<String> pieces(String text) {
		List<String> pieces = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		for (int sign : text.codePoints().toArray()) {
			if (sign > 0x2e7f) {
				if (!word.isEmpty()) {
					pieces.add(word.toString());
					word.setLength(0);
				}
				pieces.add(Character.toString(sign));
			}
			else {
				word.appendCodePoint(sign);
				if (sign == ' ') {
					pieces.add(word.toString());
					word.setLength(0);
				}
			}
		}
		if (!word.isEmpty()) {
			pieces.add(word.toString());
		}
		return pieces;
	}

}
