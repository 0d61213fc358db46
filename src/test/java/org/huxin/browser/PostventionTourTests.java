package org.huxin.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.CaseWalk;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An event in a real browser: the list of those affected and their tiers are filled in as
 * Tasklist's forms allow, and a student who needs it gets a case of his own.
 */
@BrowserTest
class PostventionTourTests {

	private static final Pattern CASE_NO = Pattern.compile("(?<![0-9a-f-])\\d{4}-\\d{4}(?![0-9a-f-])");

	@Autowired
	private CaseWalk walk;

	@Autowired
	private SchoolDirectory directory;

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// F31 K16 K27 G14
	@Test
	void anEventIsListedSortedAndCaredForByClickingInTasklist(Visitors visitors) {
		Visitor counselor = visitors.signIn("counselor");
		Visitor leader = visitors.signIn("leader");
		StudentEntry centre = student(5);
		StudentEntry friend = student(6);

		counselor.tasklist()
			.start("群体帮扶与善后")
			.fill("哪一种情形", "突发事件之后")
			.fill("发生了什么、影响到谁", "昨晚宿舍楼里出了一件事，同学们很担心。")
			.fill("当事学生", centre.name())
			.submit();
		this.walk.runDueJobs();

		leader.tasklist().filter("我的待办");
		String eventNo = leader.tasklist()
			.cards()
			.stream()
			.filter((card) -> card.contains("核对事实与口径"))
			.map(CASE_NO::matcher)
			.filter(Matcher::find)
			.map(Matcher::group)
			.max(String::compareTo)
			.orElseThrow();
		OpenForm facts = leader.tasklist().filter("我的待办").open(eventNo, "核对事实与口径");
		assertThat(facts.value("关于")).isEqualTo("事件（不针对某一名学生）");
		assertThat(facts.words()).doesNotContain(centre.name());
		facts.fill("向谁核对过", "警方", "当事家庭")
			.fill("核实的事实", "昨晚在校内发生，现场已处理。")
			.fill("对外是否说明原因", "不说明")
			.fill("要不要告诉全校", "不要，保密");
		send(leader, facts, "event-facts");

		OpenForm list = counselor.tasklist().filter("待认领").open(eventNo, "列出受影响的人");
		assertThat(list.words()).contains("请您这样做");
		counselor.photograph("event-list-empty");
		list.fill("好友、恋人", friend.name()).fill("哪些班级", friend.className()).fill("参与处置的老师", "唐玉兰");
		send(counselor, list, "event-list");

		OpenForm triage = counselor.tasklist().filter("我的待办").open(eventNo, "分层并安排");
		triage.fill("反应强烈的", friend.name()).fill("要建个案的", friend.name()).fill("小组或班级辅导", "不要");
		send(counselor, triage, "event-triage");

		assertThat(counselor.read("/cases/" + eventNo)).contains("事件 · 不针对某一名学生", "已为一位同学建个案", friend.name());
		assertThat(leader.read("/cases/" + eventNo)).doesNotContain(centre.name(), friend.name());
		counselor.photograph("event-page");
		assertThat(counselor.troubles()).isEmpty();
		assertThat(leader.troubles()).isEmpty();
	}

	private StudentEntry student(int fromTheEnd) {
		return this.walk.student("qinghe", this.directory.students("qinghe").size() - 1 - fromTheEnd);
	}

	private void send(Visitor visitor, OpenForm form, String name) {
		visitor.photograph(name);
		assertThat(visitor.foreignLines()).as("what %s reads at %s", visitor.account(), name).isEmpty();
		form.submit();
		this.walk.runDueJobs();
	}

}
