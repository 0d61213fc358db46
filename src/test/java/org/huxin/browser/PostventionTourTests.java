package org.huxin.browser;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.postvention.EventFiles;
import org.huxin.postvention.EventSteps;
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

	@Autowired
	private EventFiles events;

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

	// F22 H05 H09 H10 K16 B31
	@Test
	void twoPersonsApproveWhatIsSaidAndTheEventIsClosedAfterTheLastLook(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "event", List.of(student(5).name(), student(6).name()));
		EventSteps steps = new EventSteps(this.walk, this.directory);
		CaseRef event = this.events.begin(new CaseSteps(this.walk, this.directory, 20).reported(), false);
		this.walk.runDueJobs();
		steps.factsConfirmed(event, "noticeWanted", "NEUTRAL");
		steps.listed(event, "friends", List.of(student(6).id().toString()));
		steps.triagedCalmly(event);
		steps.talked(event, "talkedWith", List.of(student(6).id().toString()));

		Visitor affairs = tour.with("affairs");
		Visitor leader = tour.with("leader");
		Visitor counselor = tour.with("counselor");
		noticeIsGiven(tour, affairs, leader, event);
		respondersAreCaredFor(tour, counselor, event);
		materialIsFiledAndSummarized(tour, affairs, leader, event);
		everybodyIsLookedAtAgain(tour, counselor, steps, event);
		closes(tour, counselor, leader, event);
		tour.nobodyHadTrouble();
	}

	private void noticeIsGiven(Tour tour, Visitor affairs, Visitor leader, CaseRef event) {
		OpenForm draft = tour.open(affairs, event, "起草中性告知");
		draft.fill("告知文字", "昨天校内发生了一件让大家难过的事。心理老师全天在辅导室。").fill("告诉谁", "教职工", "有关班级");
		tour.send(affairs, draft, "draft");
		OpenForm first = tour.open(leader, event, "第一人审核告知");
		first.fill("可以用吗", "同意使用");
		tour.send(leader, first, "approve");
		Visitor district = tour.with("district");
		OpenForm second = tour.open(district, event, "第二人审核告知");
		assertThat(second.value("告知文字")).contains("心理老师全天在辅导室");
		second.fill("可以用吗", "同意使用");
		tour.send(district, second, "approve-again");
		OpenForm announce = tour.open(affairs, event, "先告诉教职工，再告诉班级");
		announce.fill("已先告诉教职工").fill("告诉的时间", tour.moment(-5)).fill("告诉了哪些班级", "九年级1班").fill("还要再告知吗", "不用了");
		tour.send(affairs, announce, "announce");
	}

	private void respondersAreCaredFor(Tour tour, Visitor counselor, CaseRef event) {
		OpenForm debrief = tour.open(counselor, event, "关心参与处置的老师");
		assertThat(debrief.words()).as("who took part is invited").contains("唐玉兰");
		debrief.fill("日期", tour.day(0)).fill("来了谁", "唐玉兰").fill("完成情况", "已谈");
		tour.send(counselor, debrief, "debrief");
	}

	private void materialIsFiledAndSummarized(Tour tour, Visitor affairs, Visitor leader, CaseRef event) {
		OpenForm file = tour.open(affairs, event, "归齐材料");
		file.fill("有哪些材料", "经过材料", "处置过程记录").fill("台账编号", "台-1").fill("原件保管人", "谢敏").fill("已交领导小组");
		tour.send(affairs, file, "file");
		OpenForm summary = tour.open(leader, event, "总结原因与预防");
		summary.fill("事件与处置的总结", "处置及时。").fill("工作上的原因分析", "夜间值班人手少。").fill("预防措施", "学生科十二月前增加夜间值班。");
		tour.send(leader, summary, "summary");
	}

	private void everybodyIsLookedAtAgain(Tour tour, Visitor counselor, EventSteps steps, CaseRef event) {
		this.walk.forward(Duration.ofDays(3));
		OpenForm look = tour.open(counselor, event, "复查受影响的人");
		look.fill("看了哪些地方", "班级", "宿舍", "缺勤").fill("总的情况", "平稳").fill("看到的情况和安排", "各班平稳，考试周再看一次。");
		tour.send(counselor, look, "review");
		for (int weeks = 0; weeks < 60 && !tour.waiting(event).contains("提出结束"); weeks += 2) {
			this.walk.forward(Duration.ofDays(14));
			if (tour.waiting(event).contains("复查受影响的人")) {
				steps.reviewed(event);
			}
		}
	}

	private void closes(Tour tour, Visitor counselor, Visitor leader, CaseRef event) {
		OpenForm propose = tour.open(counselor, event, "提出结束");
		propose.fill("已经完成的", "名单上的人都看过", "需要个案的都有人负责", "小组和班级的目标达到", "参与处置的老师有人关心").fill("总的情况", "大家都缓过来了。");
		tour.send(counselor, propose, "closing");
		OpenForm decide = tour.open(leader, event, "第二人审核结束");
		decide.fill("您的决定", "同意结束");
		tour.send(leader, decide, "decide-closing");
		assertThat(this.walk.isRunning(event)).isFalse();
		assertThat(tour.read(counselor, "/cases/" + event.number(), "closed")).contains("已结案");
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
