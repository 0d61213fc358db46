package org.huxin.school;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The cells of an uploaded file, as a person sees them in the spreadsheet. What kind of
 * file it is, is told by its content, never by its name.
 *
 * @param lines the rows that hold anything
 */
record RosterTable(List<Line> lines) {

	static final int MOST_BYTES = 5 * 1024 * 1024;

	static final int MOST_ROWS = 5_000;

	/** A cell that holds a formula; it has no value of its own. */
	static final String FORMULA = "\u0000formula";

	/** A cell that shows an error such as #N/A. */
	static final String ERROR = "\u0000error";

	private static final int MOST_COLUMNS = 100;

	private static final long MOST_INFLATED_BYTES = 60L * 1024 * 1024;

	private static final int MOST_ZIP_ENTRIES = 500;

	private static final Charset GB18030 = Charset.forName("GB18030");

	/** A row: its number in the spreadsheet, from 1, and its cells. */
	record Line(int number, List<String> cells) {

		String cell(int index) {
			return (index < this.cells.size()) ? this.cells.get(index) : "";
		}

		boolean isBlank() {
			return this.cells.stream().allMatch(String::isBlank);
		}

	}

	/**
	 * Reads a CSV (UTF-8, UTF-16 with mark, GB18030; comma, semicolon or tab) or the
	 * first sheet of an XLSX.
	 * @throws RosterUnreadable if it is neither, too large or damaged
	 */
	static RosterTable of(byte[] file) throws RosterUnreadable {
		if (file.length == 0) {
			throw new RosterUnreadable("roster.unreadable.empty");
		}
		if (file.length > MOST_BYTES) {
			throw new RosterUnreadable("roster.unreadable.tooLarge", MOST_BYTES / 1024 / 1024);
		}
		List<Line> lines;
		if (file.length > 7 && ReadableWorkbook.isOLE2Header(file)) {
			throw new RosterUnreadable("roster.unreadable.oldExcel");
		}
		if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
			lines = workbook(file);
		}
		else {
			lines = text(file);
		}
		lines.removeIf(Line::isBlank);
		if (lines.isEmpty()) {
			throw new RosterUnreadable("roster.unreadable.empty");
		}
		return new RosterTable(lines);
	}

	private static List<Line> workbook(byte[] file) throws RosterUnreadable {
		refuseBomb(file);
		// cell formats are needed to tell a date from a number
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file),
				new ReadingOptions(true, true)); Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			List<Line> lines = new ArrayList<>();
			for (Row row : (Iterable<Row>) rows::iterator) {
				List<String> cells = new ArrayList<>();
				for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
					cells.add(row.getOptionalCell(column).map(RosterTable::text).orElse(""));
				}
				add(lines, new Line(row.getRowNum(), cells));
			}
			return lines;
		}
		catch (IOException | RuntimeException ex) {
			// the reader answers damaged files with whatever it stumbles over
			throw new RosterUnreadable("roster.unreadable.damagedExcel");
		}
	}

	private static String text(Cell cell) {
		if (cell.getType() == CellType.FORMULA) {
			return FORMULA;
		}
		if (cell.getType() == CellType.ERROR) {
			return ERROR;
		}
		if (cell.getType() == CellType.NUMBER) {
			return isDate(cell) ? date(cell) : plain(cell.asNumber());
		}
		return cell.getText();
	}

	private static String date(Cell cell) {
		try {
			return cell.asDate().toLocalDate().toString();
		}
		catch (DateTimeException | ExcelReaderException | IllegalArgumentException ex) {
			return plain(cell.asNumber());
		}
	}

	private static boolean isDate(Cell cell) {
		String format = cell.getDataFormatString();
		// only formats that show day, month or year; quoted text and colours do not count
		return format != null && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*[dmy].*");
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private static void refuseBomb(byte[] file) throws RosterUnreadable {
		try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
			byte[] buffer = new byte[64 * 1024];
			long inflated = 0;
			int entries = 0;
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				entries++;
				try (InputStream content = zip.getInputStream(entry)) {
					// what the entry says of its size may be a lie
					for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
						inflated += read;
						if (inflated > MOST_INFLATED_BYTES || entries > MOST_ZIP_ENTRIES) {
							throw new RosterUnreadable("roster.unreadable.tooManyRows", MOST_ROWS);
						}
					}
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new RosterUnreadable("roster.unreadable.damagedExcel");
		}
	}

	private static List<Line> text(byte[] file) throws RosterUnreadable {
		String text = decode(file);
		if (text.indexOf('\0') >= 0) {
			throw new RosterUnreadable("roster.unreadable.noTable");
		}
		try (CSVParser parser = CSVFormat.DEFAULT.builder()
			.setDelimiter(delimiter(text))
			.setIgnoreEmptyLines(false)
			.get()
			.parse(new StringReader(text))) {
			List<Line> lines = new ArrayList<>();
			for (CSVRecord record : parser) {
				add(lines, new Line((int) record.getRecordNumber(), record.stream().limit(MOST_COLUMNS).toList()));
			}
			return lines;
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			throw new RosterUnreadable("roster.unreadable.brokenQuotes");
		}
	}

	private static void add(List<Line> lines, Line line) throws RosterUnreadable {
		if (lines.size() >= MOST_ROWS + 10 && !line.isBlank()) {
			throw new RosterUnreadable("roster.unreadable.tooManyRows", MOST_ROWS);
		}
		if (!line.isBlank()) {
			lines.add(line);
		}
	}

	private static char delimiter(String text) {
		String heading = text.lines().filter((line) -> line.contains("学号")).findFirst().orElse("");
		char best = ',';
		for (char candidate : new char[] { '\t', ';' }) {
			if (count(heading, candidate) > count(heading, best)) {
				best = candidate;
			}
		}
		return best;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((c) -> c == wanted).count();
	}

	private static String decode(byte[] file) throws RosterUnreadable {
		if (file.length > 1 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
			return decode(file, StandardCharsets.UTF_16LE);
		}
		for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
			try {
				return strictly(file, charset);
			}
			catch (CharacterCodingException ex) {
				continue;
			}
		}
		throw new RosterUnreadable("roster.unreadable.noTable");
	}

	private static String decode(byte[] file, Charset charset) throws RosterUnreadable {
		try {
			return strictly(file, charset);
		}
		catch (CharacterCodingException ex) {
			throw new RosterUnreadable("roster.unreadable.noTable");
		}
	}

	private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
		String text = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.decode(ByteBuffer.wrap(file))
			.toString();
		return text.startsWith("\ufeff") ? text.substring(1) : text;
	}

}
