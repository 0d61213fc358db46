package org.huxin.school;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClassOrderTests {

	@Test
	void gradesAndClassesStandInTheOrderOfTheirNumbers() {
		List<String> inOrder = List.of("一年级2班", "一年级10班", "三年级1班", "七年级1班", "八年级1班", "九年级1班", "十年级1班", "十二年级1班",
				"二十年级1班", "二十三年级1班");
		assertThat(inOrder.stream().sorted().sorted(ClassOrder.BY_NUMBER)).containsExactlyElementsOf(inOrder);
		assertThat(List.of("高二1班", "高一1班", "高三1班").stream().sorted(ClassOrder.BY_NUMBER)).containsExactly("高一1班",
				"高二1班", "高三1班");
	}

}
