package org.huxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for words everywhere a stolen machine could be searched: every value of every
 * table of every schema, and every byte of every file of the database; in UTF-8, UTF-16,
 * JSON escapes, hexadecimal digits and base64.
 */
public final class Haystack {

	private static final int HEAD = 4;

	private final Map<Integer, List<Needle>> needles = new HashMap<>();

	/** One spelling of a word. */
	private record Needle(String word, byte[] bytes) {
	}

	public Haystack(Collection<String> words) {
		for (String word : words) {
			add(word, word.getBytes(StandardCharsets.UTF_8));
			add(word, escaped(word, "\\u%04x").getBytes(StandardCharsets.US_ASCII));
			add(word, escaped(word, "\\u%04X").getBytes(StandardCharsets.US_ASCII));
			add(word,
					HexFormat.of()
						.formatHex(word.getBytes(StandardCharsets.UTF_8))
						.getBytes(StandardCharsets.US_ASCII));
			// two signs of UTF-16 are four bytes, which chance writes too
			if (word.length() > 2) {
				add(word, word.getBytes(StandardCharsets.UTF_16LE));
				add(word, word.getBytes(StandardCharsets.UTF_16BE));
			}
			for (int shift = 0; shift < 3; shift++) {
				String encoded = Base64.getEncoder()
					.encodeToString(("xx".substring(0, shift) + word).getBytes(StandardCharsets.UTF_8));
				// the first and last signs depend on the neighbours
				String inner = encoded.substring(4, Math.max(4, encoded.length() - 4));
				if (inner.length() >= 8) {
					add(word, inner.getBytes(StandardCharsets.US_ASCII));
				}
			}
		}
	}

	private static String escaped(String word, String pattern) {
		StringBuilder escaped = new StringBuilder();
		word.chars()
			.forEach((sign) -> escaped.append((sign < 128) ? String.valueOf((char) sign) : pattern.formatted(sign)));
		return escaped.toString();
	}

	private void add(String word, byte[] bytes) {
		this.needles.computeIfAbsent(head(bytes, 0), (key) -> new ArrayList<>()).add(new Needle(word, bytes));
	}

	private static int head(byte[] bytes, int at) {
		return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8
				| (bytes[at + 3] & 0xff);
	}

	/** The words that stand in a text. */
	public Set<String> in(String text) {
		return in(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The words that stand in some bytes. */
	public Set<String> in(byte[] hay) {
		Set<String> found = new TreeSet<>();
		for (int at = 0; at + HEAD <= hay.length; at++) {
			List<Needle> candidates = this.needles.get(head(hay, at));
			if (candidates != null) {
				for (Needle needle : candidates) {
					if (stands(needle.bytes(), hay, at)) {
						found.add(needle.word());
					}
				}
			}
		}
		return found;
	}

	private static boolean stands(byte[] needle, byte[] hay, int at) {
		if (at + needle.length > hay.length) {
			return false;
		}
		for (int i = HEAD; i < needle.length; i++) {
			if (hay[at + i] != needle[i]) {
				return false;
			}
		}
		return true;
	}

	/** Where in the files of a folder a word stands: {@code file: word}. */
	public Set<String> inFilesOf(Path folder) throws IOException {
		Set<String> found = new TreeSet<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).filter(Haystack::isData).toList()) {
				try {
					in(Files.readAllBytes(file)).forEach((word) -> found.add(folder.relativize(file) + ": " + word));
				}
				catch (NoSuchFileException ex) {
					// the server has removed it meanwhile
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return found;
	}

	// the server's own programs hold no data
	private static boolean isData(Path file) {
		return !file.toString().contains("/binaries/");
	}

	/** Where in the tables a word stands: {@code schema.table.column: word}. */
	public Set<String> inTablesOf(Connection database) throws SQLException {
		Set<String> found = new TreeSet<>();
		int tables = 0;
		try (Statement list = database.createStatement(); ResultSet names = list.executeQuery("""
				select table_schema, table_name from information_schema.tables
				where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")) {
			while (names.next()) {
				tables++;
				String table = "\"" + names.getString(1) + "\".\"" + names.getString(2) + "\"";
				found.addAll(inTable(database, table));
			}
		}
		if (tables < 40) {
			throw new AssertionError("Only " + tables + " tables were searched");
		}
		return found;
	}

	private Set<String> inTable(Connection database, String table) throws SQLException {
		Set<String> found = new TreeSet<>();
		try (Statement all = database.createStatement(); ResultSet rows = all.executeQuery("select * from " + table)) {
			int columns = rows.getMetaData().getColumnCount();
			while (rows.next()) {
				for (int column = 1; column <= columns; column++) {
					Object value = rows.getObject(column);
					if (value == null) {
						continue;
					}
					String place = table + "." + rows.getMetaData().getColumnName(column);
					Set<String> words = (value instanceof byte[] bytes) ? in(bytes) : in(value.toString());
					words.forEach((word) -> found.add(place + ": " + word));
				}
			}
		}
		return found;
	}

}
