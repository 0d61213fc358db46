package org.huxin.browser;

import java.time.Duration;
import java.util.List;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guardian who refuses in a real browser: conference, meeting, refusal in writing,
 * second meeting with a leader, report to the superiors, and help at school that goes on.
 */
@BrowserTest
class RefusingGuardianTests {

	/** A student of the first class. */
	private static final int STUDENT = 5;

	private static final String REASON = "怕影响学习，也怕别人知道。";

	private final CaseWalk walk;

	private final CaseSteps steps;

	private final SchoolDirectory directory;

	private final StudentEntry student;

	@Autowired
	RefusingGuardianTests(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, STUDENT);
		this.student = walk.student(CaseSteps.SCHOOL, STUDENT);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// F02 F03 F07 S1 S4 K08 K20
	@Test
	void whoRefusesIsAnsweredInWritingMeetsALeaderAndHelpGoesOn(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "refusal", List.of(this.student.name(), REASON));
		Visitor counselor = tour.with("counselor");
		Visitor leader = tour.with("leader");

		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "level", "MODERATE", "levelReason", "面谈所见", "next",
				List.of("SUGGEST_HOSPITAL", "CONFERENCE"), "opinion", "评估为二级，睡眠受影响。");
		confers(tour, counselor, ref);
		refuses(tour, counselor, ref);
		meetsALeader(tour, leader, ref);

		assertThat(tour.waiting(ref)).as("help goes on without the hospital").contains("制定辅导计划");
		plansHelp(tour, counselor, ref);
		everybodySeesHisPart(tour, counselor, leader, ref);
		tour.nobodyHadTrouble();
	}

	private void confers(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm form = tour.open(counselor, ref, "开研判会");
		form.fill("会议时间", tour.moment(-60))
			.fill("参会的人", "心理老师", "班主任", "领导")
			.fill("学生的想法", "愿意大家帮忙，不想让同学知道。")
			.fill("事实与各方意见", "上课常趴着，夜里睡得少。")
			.fill("在校监护", "课间和午休由周老师留意。")
			.fill("班主任要做的", "每天看一眼到课。")
			.fill("下次回看日期", tour.day(14));
		tour.send(counselor, form, "conference");
	}

	private void refuses(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm meeting = tour.open(counselor, ref, "与监护人面谈");
		assertThat(meeting.words()).contains("学校的建议");
		answers(meeting, tour).fill("对就医建议", "不同意").fill("顾虑或条件", REASON);
		tour.send(counselor, meeting, "meeting");
		OpenForm refusal = tour.open(counselor, ref, "书面告知");
		refusal.fill("向监护人说明了什么", "说明了看到的情况、建议和可能的风险。")
			.fill("监护人的理由", REASON)
			.fill("书面通知", "当面签收")
			.fill("送达时间", tour.moment(-5))
			.fill("孩子是否缺少应有的照护", "否")
			.fill("第二次面谈日期", tour.day(2));
		tour.send(counselor, refusal, "refusal");
	}

	private OpenForm answers(OpenForm form, Tour tour) {
		return form.fill("是否谈到", "已经谈过")
			.fill("答复的监护人", this.directory.guardians(this.student.id()).get(0).name())
			.fill("方式", "当面")
			.fill("时间", tour.moment(-30))
			.fill("今晚能陪伴孩子吗", "能")
			.fill("答复人姓名", "父亲，当面签名");
	}

	private void meetsALeader(Tour tour, Visitor leader, CaseRef ref) {
		this.walk.forward(Duration.ofDays(2));
		OpenForm second = tour.open(leader, ref, "与领导一起再谈");
		answers(second, tour).fill("对就医建议", "不同意").fill("顾虑或条件", REASON);
		tour.send(leader, second, "second-meeting");
		OpenForm report = tour.open(leader, ref, "报告上级");
		assertThat(report.value("监护人的理由")).isEqualTo(REASON);
		report.fill("报告上级的时间", tour.moment(-5))
			.fill("报告给谁", "区教育局学生科")
			.fill("向公安机关报告", "不属于强制报告的情形")
			.fill("学校怎样继续看护和帮扶", "课间有人留意，每周辅导一次，下月再和家长谈。");
		tour.send(leader, report, "superior");
	}

	private void plansHelp(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm plan = tour.open(counselor, ref, "制定辅导计划");
		plan.fill("怎样帮助", "安排校内辅导").fill("辅导目标", "睡得好一些").fill("多久一次", "两周").fill("第一次辅导日期", tour.day(1));
		tour.send(counselor, plan, "plan");
	}

	private void everybodySeesHisPart(Tour tour, Visitor counselor, Visitor leader, CaseRef ref) {
		assertThat(tour.read(counselor, "/cases/" + ref.number(), "case-counselor")).contains(this.student.name(),
				REASON, "课间和午休由周老师留意。");
		assertThat(tour.read(leader, "/cases/" + ref.number(), "case-leader")).contains("区教育局学生科");
		Visitor teacher = tour.with("teacher");
		assertThat(tour.read(teacher, "/cases/" + ref.number(), "case-teacher")).contains("每天看一眼到课。")
			.doesNotContain(REASON, "评估为二级", "区教育局学生科", "二级");
	}

}
