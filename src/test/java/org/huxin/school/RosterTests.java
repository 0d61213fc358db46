package org.huxin.school;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class RosterTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

	private static final String HEADINGS = String.join(",", RosterColumn.headings()) + "\n";

	private static final String LINE = "20260001,王小雨,女,2013-04-05,七年级,3班,王大海,13900000000,父亲,,,\n";

	@Test
	void aCleanRosterIsUnderstood() throws RosterUnreadable {
		Roster roster = read(HEADINGS + LINE);
		assertThat(roster.problems()).isEmpty();
		assertThat(roster.rows()).singleElement().satisfies((row) -> {
			assertThat(row.number()).isEqualTo("20260001");
			assertThat(row.gender()).isEqualTo(Gender.FEMALE);
			assertThat(row.birthDate()).isEqualTo(LocalDate.of(2013, 4, 5));
			assertThat(row.guardians()).extracting(RosterRow.RosterGuardian::relation).containsExactly("父亲");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "GBK" })
	void everyUsualEncodingIsUnderstood(String encoding) throws RosterUnreadable {
		Roster roster = Roster.of((HEADINGS + LINE).getBytes(Charset.forName(encoding)), TODAY);
		assertThat(roster.rows()).extracting(RosterRow::name).containsExactly("王小雨");
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheFirstHeading() throws RosterUnreadable {
		assertThat(read("\ufeff" + HEADINGS + LINE).problems()).isEmpty();
		byte[] utf16 = ("\ufeff" + HEADINGS + LINE).replace(',', '\t').getBytes(StandardCharsets.UTF_16LE);
		assertThat(Roster.of(utf16, TODAY).rows()).hasSize(1);
	}

	@Test
	void semicolonsAndTabsSeparateToo() throws RosterUnreadable {
		assertThat(read((HEADINGS + LINE).replace(',', ';')).rows()).hasSize(1);
		assertThat(read((HEADINGS + LINE).replace(',', '\t')).rows()).hasSize(1);
	}

	@Test
	void aTitleAboveTheHeadingsAndOtherColumnsDoNotDisturb() throws RosterUnreadable {
		Roster roster = read("青禾中学学生名册,,\n姓名*,学号（必填）,性别,出生日期,年级,班级,监护人１姓名,监护人1 电话,身份证号\n"
				+ "王小雨,20260001,女,20130405,七年级,3班,王大海,139-0000-0000,1234\n");
		assertThat(roster.problems()).isEmpty();
		assertThat(roster.rows()).extracting(RosterRow::row).containsExactly(3);
		assertThat(roster.ignoredColumns()).containsExactly("身份证号");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-04-05", "2013/4/5", "2013.4.5", "2013年4月5日", "20130405", "2013-04-05 00:00:00" })
	void aDateIsUnderstoodAsPeopleWriteIt(String date) throws RosterUnreadable {
		Roster roster = read(HEADINGS + LINE.replace("2013-04-05", date));
		assertThat(roster.rows()).extracting(RosterRow::birthDate).containsExactly(LocalDate.of(2013, 4, 5));
	}

	@ParameterizedTest
	@CsvSource({ "2013-02-30,roster.problem.date", "五月,roster.problem.date", "41369,roster.problem.date",
			"2026-08-01,roster.problem.age", "1913-04-05,roster.problem.age", "'',roster.problem.missing" })
	void aDateThatCannotBeIsSaid(String date, String problem) throws RosterUnreadable {
		assertThat(read(HEADINGS + LINE.replace("2013-04-05", date)).problems())
			.extracting(RosterProblem::row, RosterProblem::column, RosterProblem::messageKey)
			.containsExactly(tuple(2, "出生日期", problem));
	}

	@Test
	void everyProblemOfEveryRowIsSaidWithItsRowAndColumn() throws RosterUnreadable {
		Roster roster = read(HEADINGS + LINE + "2026 0002,,X,昨天,七年级,3班,王大海,12a,父亲,,,\n" + "\n"
				+ "20260001,赵一,男,2013-04-05,七年级,3班,=cmd(),13900000000,父亲,钱二,,母亲\n");
		assertThat(roster.problems()).extracting(RosterProblem::row, RosterProblem::column, RosterProblem::messageKey)
			.containsExactlyInAnyOrder(tuple(3, "学号", "roster.problem.number"),
					tuple(3, "姓名", "roster.problem.missing"), tuple(3, "性别", "roster.problem.gender"),
					tuple(3, "出生日期", "roster.problem.date"), tuple(3, "监护人1电话", "roster.problem.phone"),
					tuple(5, "学号", "roster.problem.numberTwice"), tuple(5, "监护人1姓名", "roster.problem.name"),
					tuple(5, "监护人2电话", "roster.problem.missing"));
		assertThat(roster.problems()).filteredOn((problem) -> problem.messageKey().endsWith("numberTwice"))
			.extracting(RosterProblem::argument)
			.containsExactly("2");
	}

	@Test
	void aLongCellIsAProblemOfItsRow() throws RosterUnreadable {
		assertThat(read(HEADINGS + LINE.replace("王小雨", "王".repeat(5000))).problems())
			.extracting(RosterProblem::messageKey)
			.containsExactly("roster.problem.tooLong");
	}

	@Test
	void aSpreadsheetIsUnderstoodWithNumbersTextsAndDates() throws RosterUnreadable {
		Roster roster = Roster.of(workbook((sheet) -> {
			text(sheet, 1, "0001", "王小雨", "女", "", "七年级", "3班", "王大海", "13900000000");
			sheet.value(1, 3, LocalDate.of(2013, 4, 5));
			sheet.style(1, 3).format("yyyy/m/d").set();
			text(sheet, 2, "", "赵一", "男", "2013年4月6日", "七年级", "3班", "赵二", "");
			sheet.value(2, 0, 20260002L);
			sheet.value(2, 7, 13900000001L);
		}), TODAY);
		assertThat(roster.problems()).isEmpty();
		assertThat(roster.rows()).extracting(RosterRow::number, RosterRow::birthDate)
			.containsExactly(tuple("0001", LocalDate.of(2013, 4, 5)), tuple("20260002", LocalDate.of(2013, 4, 6)));
		assertThat(roster.rows().get(1).guardians().get(0).phone()).isEqualTo("13900000001");
	}

	@Test
	void aFormulaIsAProblemOfItsCell() throws RosterUnreadable {
		Roster roster = Roster.of(workbook((sheet) -> {
			text(sheet, 1, "0001", "", "女", "2013-04-05", "七年级", "3班", "王大海", "13900000000");
			sheet.formula(1, 1, "CONCATENATE(\"王\",\"小雨\")");
		}), TODAY);
		assertThat(roster.problems()).extracting(RosterProblem::row, RosterProblem::column, RosterProblem::messageKey)
			.containsExactly(tuple(2, "姓名", "roster.problem.formula"));
	}

	@Test
	void theTemplatesAreRostersWithoutStudents() throws IOException {
		assertUnreadable(RosterTemplate.csv(), "roster.unreadable.noRows");
		assertUnreadable(RosterTemplate.xlsx(), "roster.unreadable.noRows");
	}

	@Test
	void whatIsNoRosterIsSaid() throws IOException {
		assertUnreadable(new byte[0], "roster.unreadable.empty");
		assertUnreadable("\n \n,,\n".getBytes(StandardCharsets.UTF_8), "roster.unreadable.empty");
		assertUnreadable("你好，世界".getBytes(StandardCharsets.UTF_8), "roster.unreadable.noHeading");
		assertUnreadable("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "roster.unreadable.noHeading");
		assertUnreadable(new byte[] { (byte) 0xff, 0, 1, 2, (byte) 0xff }, "roster.unreadable.noTable");
		assertUnreadable("a\0b".getBytes(StandardCharsets.UTF_8), "roster.unreadable.noTable");
		assertUnreadable(
				new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 },
				"roster.unreadable.oldExcel");
		assertUnreadable("PK\3\4nothing".getBytes(StandardCharsets.UTF_8), "roster.unreadable.damagedExcel");
		assertUnreadable(zip("readme.txt", 10), "roster.unreadable.damagedExcel");
		assertUnreadable((HEADINGS + "\"a\"b,\n").getBytes(StandardCharsets.UTF_8), "roster.unreadable.brokenQuotes");
	}

	@Test
	void aHalvedSpreadsheetIsDamaged() {
		byte[] whole = workbook((sheet) -> text(sheet, 1, "0001"));
		for (int length = 5; length < whole.length; length += 97) {
			byte[] part = java.util.Arrays.copyOf(whole, length);
			assertThatExceptionOfType(RosterUnreadable.class).as("%d bytes", length)
				.isThrownBy(() -> Roster.of(part, TODAY));
		}
	}

	@Test
	void aFileWithRandomDamageIsReadOrRefusedNeverAFailure() {
		byte[] whole = workbook((sheet) -> {
			for (int row = 1; row < 20; row++) {
				text(sheet, row, "S" + row, "王小雨", "女", "2013-04-05", "七年级", "3班", "王大海", "13900000000");
			}
		});
		byte[] text = (HEADINGS + LINE.repeat(20)).getBytes(StandardCharsets.UTF_8);
		Random dice = new Random(7);
		for (int i = 0; i < 1500; i++) {
			byte[] damaged = ((i % 2 == 0) ? whole : text).clone();
			for (int hits = 1 + dice.nextInt(8); hits > 0; hits--) {
				damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
			}
			try {
				Roster.of(damaged, TODAY);
			}
			catch (RosterUnreadable ex) {
				assertThat(ex.messageKey()).startsWith("roster.unreadable.");
			}
		}
	}

	@Test
	void missingAndDoubleHeadingsAreNamed() {
		assertThatExceptionOfType(RosterUnreadable.class).isThrownBy(() -> read("学号,姓名,班级\n1,王,1\n"))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("roster.unreadable.missingColumns"))
			.satisfies((ex) -> assertThat(ex.arguments()).containsExactly("性别、出生日期、年级、监护人1姓名、监护人1电话"));
		assertThatExceptionOfType(RosterUnreadable.class).isThrownBy(() -> read("学号,姓名,学号\n1,王,1\n"))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("roster.unreadable.headingTwice"));
	}

	@Test
	void tooLargeAndTooManyAreRefusedBeforeTheyHurt() throws IOException {
		assertUnreadable(new byte[RosterTable.MOST_BYTES + 1], "roster.unreadable.tooLarge");
		assertUnreadable((HEADINGS + LINE.repeat(RosterTable.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8),
				"roster.unreadable.tooManyRows");
		assertUnreadable(zip("xl/workbook.xml", 80_000_000), "roster.unreadable.tooManyRows");
	}

	private static Roster read(String text) throws RosterUnreadable {
		return Roster.of(text.getBytes(StandardCharsets.UTF_8), TODAY);
	}

	private static void assertUnreadable(byte[] file, String messageKey) {
		assertThatExceptionOfType(RosterUnreadable.class).as(messageKey)
			.isThrownBy(() -> Roster.of(file, TODAY))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo(messageKey));
	}

	private static byte[] zip(String entry, int bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(entry));
			zip.write(new byte[bytes]);
		}
		return out.toByteArray();
	}

	private static byte[] workbook(Consumer<Worksheet> rows) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("名册");
			List<String> headings = RosterColumn.headings();
			text(sheet, 0, headings.toArray(String[]::new));
			rows.accept(sheet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void text(Worksheet sheet, int row, String... cells) {
		for (int column = 0; column < cells.length; column++) {
			if (!cells[column].isEmpty()) {
				sheet.value(row, column, cells[column]);
			}
		}
	}

}
