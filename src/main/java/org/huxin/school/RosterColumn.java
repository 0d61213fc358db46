package org.huxin.school;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a roster, with the headings that schools use.
 */
enum RosterColumn {

	NUMBER("学号", true),

	NAME("姓名", true),

	GENDER("性别", true),

	BIRTH_DATE("出生日期", true),

	GRADE("年级", true),

	CLASS("班级", true),

	GUARDIAN1_NAME("监护人1姓名", true),

	GUARDIAN1_PHONE("监护人1电话", true),

	GUARDIAN1_RELATION("监护人1关系", false),

	GUARDIAN2_NAME("监护人2姓名", false),

	GUARDIAN2_PHONE("监护人2电话", false),

	GUARDIAN2_RELATION("监护人2关系", false);

	private final String heading;

	private final boolean required;

	RosterColumn(String heading, boolean required) {
		this.heading = heading;
		this.required = required;
	}

	public String heading() {
		return this.heading;
	}

	public boolean isRequired() {
		return this.required;
	}

	static Optional<RosterColumn> of(String heading) {
		String plain = heading.replaceAll("[\\s*＊]|（必填）|\\(必填\\)", "").replace('１', '1').replace('２', '2');
		return Arrays.stream(values()).filter((column) -> column.heading.equals(plain)).findFirst();
	}

	static List<String> headings() {
		return Arrays.stream(values()).map(RosterColumn::heading).toList();
	}

}
