package org.huxin.postvention;

import java.util.List;
import java.util.UUID;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.stereotype.Component;

/**
 * 起草中性告知 (H10, K16): no method, no cause, no last words, no name. The two approvers read
 * it too; a word that betrays does not reach them.
 */
@Component
class DraftNoticeRule implements FormRule {

	private static final List<String> TELLING = List.of("自杀", "轻生", "自尽", "自残", "割腕", "上吊", "跳楼", "坠楼", "跳下", "坠落",
			"服药", "服毒", "农药", "投河", "投江", "卧轨", "烧炭", "遗书", "遗言", "遗信", "绝笔", "抑郁", "因为", "由于", "失恋", "想不开", "被骂",
			"被批评");

	private final SchoolDirectory directory;

	DraftNoticeRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "draft-notice";
	}

	@Override
	public void apply(Submission submission) {
		String text = submission.text("noticeText");
		TELLING.stream()
			.filter(text::contains)
			.findFirst()
			.ifPresent((word) -> submission.refuse("noticeText", "rule.postvention.notNeutral", word));
		submission.earlier("centre")
			.map((id) -> UUID.fromString(String.valueOf(id)))
			.flatMap(this.directory::student)
			.map(StudentEntry::name)
			.filter(text::contains)
			.ifPresent((name) -> submission.refuse("noticeText", "rule.postvention.named"));
	}

}
