package org.huxin.school;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The empty roster that schools fill in.
 */
final class RosterTemplate {

	private RosterTemplate() {
	}

	/** With the mark that lets spreadsheets know UTF-8. */
	static byte[] csv() {
		return ("\ufeff" + String.join(",", RosterColumn.headings()) + "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	/** Every column is text, so that no leading zero of a number is lost. */
	static byte[] xlsx() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "Huxin", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("学生名册");
			RosterColumn[] columns = RosterColumn.values();
			for (RosterColumn column : columns) {
				sheet.value(0, column.ordinal(), column.heading());
				sheet.width(column.ordinal(), 16);
			}
			sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
			sheet.range(1, 0, 2000, columns.length - 1).style().format("@").set();
			sheet.freezePane(0, 1);
		}
		return bytes.toByteArray();
	}

}
