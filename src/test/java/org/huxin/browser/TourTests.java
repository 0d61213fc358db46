package org.huxin.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.CaseWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tour of the README in a real browser: one student from the report to the closed
 * case, clicked in Tasklist by the head teacher, the counsellor and the leader.
 */
@BrowserTest
class TourTests {

	private static final Pattern CASE_NO = Pattern.compile("(?<![0-9a-f-])\\d{4}-\\d{4}(?![0-9a-f-])");

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/MM/dd");

	/** Nobody else in the demo has this name. */
	private static final String STUDENT = "李明";

	private static final String SEEN = "孩子这两周上课总趴着，昨天对同桌说“晚上一直睡不着”。";

	@Autowired
	private CaseWalk walk;

	private LocalDate today = LocalDate.EPOCH;

	@BeforeEach
	void lookAtTheCalendar() {
		this.today = today();
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// D02 D09 G07 G08 G17 K21
	@Test
	void aStudentIsHelpedFromTheReportToTheClosedCaseByClickingInTasklist(Visitors visitors) {
		Visitor teacher = visitors.signIn("teacher");
		Visitor counselor = visitors.signIn("counselor");
		Visitor leader = visitors.signIn("leader");
		Visitor admin = visitors.signIn("admin");

		reports(teacher);
		String caseNo = newestCase(counselor);
		verifies(counselor, caseNo);
		leaderSeesTheStateAndNoForm(leader, caseNo);
		assesses(counselor, caseNo);
		informsTheGuardian(counselor, caseNo);
		counsels(counselor, caseNo);

		aMonthPasses(admin);
		headTeacherFollowsUp(teacher, caseNo);
		counselorFollowsUp(counselor, caseNo, "继续");
		aMonthPasses(admin);
		headTeacherFollowsUp(teacher, caseNo);
		aMonthPasses(admin);
		headTeacherFollowsUp(teacher, caseNo);
		counselorFollowsUp(counselor, caseNo, "可以结案");

		proposesClosing(counselor, caseNo);
		agreesToClose(leader, caseNo);

		assertThat(counselor.read("/cases/" + caseNo)).contains("已结案");
		everythingIsChinese(counselor, "case-closed");
		assertThat(teacher.troubles()).isEmpty();
		assertThat(counselor.troubles()).isEmpty();
		assertThat(leader.troubles()).isEmpty();
	}

	@Test
	void whatAFormRefusesIsSaidAtTheFormInChineseAndNothingTypedIsLost(Visitors visitors) {
		Visitor teacher = visitors.signIn("teacher");
		OpenForm report = teacher.tasklist().start("发现上报").press();
		assertThat(report.refusal()).contains("处需要填写或修改");
		assertThat(report.error("学生")).isEqualTo("这一项还没有填。");
		everythingIsChinese(teacher, "report-missing");

		String long5000 = "长".repeat(5000);
		report.fill("孩子现在有生命危险", "没有")
			.fill("学生", STUDENT)
			.fill("您看到、听到了什么", long5000)
			.fill("孩子现在在哪里", "有人陪着")
			.fill("是否涉及教职工", "否")
			.press();
		assertThat(report.error("您看到、听到了什么")).isEqualTo("最多 2000 个字，请缩短一些。");
		assertThat(report.value("您看到、听到了什么")).isEqualTo(long5000);
		everythingIsChinese(teacher, "report-too-long");

		report.fill("您看到、听到了什么", SEEN).fill("再补充几句").fill("什么时候发现的", typed(2), "08:00").press();
		assertThat(report.refusal()).contains("什么时候发现的", "不能晚于现在");
		assertThat(report.value("您看到、听到了什么")).isEqualTo(SEEN);
		everythingIsChinese(teacher, "report-future");
		report.fill("什么时候发现的", yesterday(), "08:00").submit();
	}

	private void reports(Visitor teacher) {
		assertThat(teacher.read("/")).contains("发现上报").doesNotContain(STUDENT);
		everythingIsChinese(teacher, "start-teacher");
		Tasklist tasklist = teacher.tasklist();
		everythingIsChinese(teacher, "tasklist-empty");
		assertThat(tasklist.filters()).extracting((name) -> name.replaceAll("[\\s(]*\\d+\\)?$", ""))
			.containsExactly("我的待办", "待认领", "今天到期", "已逾期");
		assertThat(tasklist.startList()).containsExactly("发现上报", "情况有变");
		OpenForm report = tasklist.start("发现上报");
		everythingIsChinese(teacher, "report-empty");
		report.fill("孩子现在有生命危险", "没有")
			.fill("学生", STUDENT)
			.fill("您看到、听到了什么", SEEN)
			.fill("孩子现在在哪里", "有人陪着")
			.fill("是否涉及教职工", "否");
		everythingIsChinese(teacher, "report-filled");
		report.submit();
		assertThat(teacher.page().locator(".notifications").innerText()).contains("已安全保存");
		everythingIsChinese(teacher, "report-sent");
	}

	private void verifies(Visitor counselor, String caseNo) {
		everythingIsChinese(counselor, "tasklist-offered");
		OpenForm form = open(counselor, caseNo, "核实情况");
		assertThat(form.value("个案编号")).isEqualTo(caseNo);
		assertThat(form.value("学生")).startsWith(STUDENT);
		assertThat(form.value("看到、听到的")).isEqualTo(SEEN);
		form.fill("核实结果", "属实")
			.fill("是否已见到或联系到学生本人", "当面")
			.fill("联系时间", yesterday(), "10:00")
			.fill("目前是否安全", "安全")
			.fill("是否已直接询问自伤自杀想法", "是")
			.fill("事件性质", "无")
			.fill("识别要点", "情绪低落超过半个月")
			.fill("紧急程度", "本周")
			.fill("是否疑似侵害", "否")
			.fill("哪些监护人可以安全告知", "李建国", "吴秀英")
			.fill("给班主任的三句话", "多和他聊聊近况。留意到课。有事当天告诉我。");
		send(counselor, form, "verify");
	}

	private void leaderSeesTheStateAndNoForm(Visitor leader, String caseNo) {
		Tasklist tasklist = leader.tasklist().filter("本校全部");
		assertThat(tasklist.card(caseNo, "评估危机风险").innerText()).contains(caseNo).doesNotContain(STUDENT, "一级");
		tasklist.look(caseNo, "评估危机风险");
		leader.page().getByText("内容只有处理人能看到").waitFor();
		assertThat(tasklist.details()).doesNotContain(STUDENT, SEEN);
		everythingIsChinese(leader, "leader-refused");
		assertThat(leader.read("/")).doesNotContain(STUDENT);
		everythingIsChinese(leader, "start-leader");
	}

	private void assesses(Visitor counselor, String caseNo) {
		OpenForm form = open(counselor, caseNo, "评估危机风险");
		assertThat(form.value("上报：看到、听到的")).isEqualTo(SEEN);
		form.fill("评估时间", yesterday(), "11:00")
			.fill("方式", "当面")
			.fill("这次是", "首次")
			.fill("已向学生说明目的", "是")
			.fill("自杀想法", "无")
			.fill("计划、方式可及性", "无")
			.fill("自伤自杀行为史", "无")
			.fill("自伤行为的意图", "无此行为")
			.fill("伤人风险", "无")
			.fill("现实检验、进食睡眠", "睡眠受影响")
			.fill("风险因素", "学业受挫")
			.fill("保护因素", "朋友", "愿意求助")
			.fill("书面评估意见", "评估为一级，睡眠受影响，有同伴支持，愿意谈。")
			.fill("学生自己的意愿", "愿意每周谈一次。")
			.fill("关注等级", "一级")
			.fill("下一步", "校内辅导")
			.fill("下次评估日期", typed(30))
			.fill("是否疑似侵害", "否")
			.fill("给监护人的话", "孩子最近睡得不好，请多陪伴，少催促。");
		send(counselor, form, "assess");
	}

	private void informsTheGuardian(Visitor counselor, String caseNo) {
		OpenForm form = open(counselor, caseNo, "告知监护人");
		form.fill("告知对象", "李建国")
			.fill("是否先告诉学生", "已告知")
			.fill("学生本人同意", "未满 18 岁")
			.fill("方式", "电话")
			.fill("时间", yesterday(), "17:30")
			.fill("结果", "已联系")
			.fill("告知要点", "看到的事实", "求助电话")
			.fill("对辅导或建议的态度", "同意");
		send(counselor, form, "inform-guardian");
	}

	private void counsels(Visitor counselor, String caseNo) {
		OpenForm plan = open(counselor, caseNo, "制定辅导计划");
		plan.fill("怎样帮助", "安排校内辅导").fill("辅导目标", "睡得好一些").fill("多久一次", "每周").fill("第一次辅导日期", typed(1));
		send(counselor, plan, "plan-counselling");
		OpenForm first = session(counselor, caseNo);
		first.fill("接下来", "继续辅导").fill("下次日期", typed(7));
		send(counselor, first, "session");
		OpenForm last = session(counselor, caseNo);
		last.fill("接下来", "目标达成");
		send(counselor, last, "session-last");
		assertThat(counselor.read("/cases/" + caseNo)).contains(caseNo, STUDENT, SEEN);
		everythingIsChinese(counselor, "case-counselor");
	}

	private OpenForm session(Visitor counselor, String caseNo) {
		OpenForm form = open(counselor, caseNo, "辅导并记录");
		return form.fill("本次情况", "已进行")
			.fill("时间", yesterday(), "16:00")
			.fill("时长", "40")
			.fill("形式", "个别")
			.fill("今天有无自伤自杀", "无")
			.fill("与上次相比", "好转")
			.fill("过程要点", "谈了睡前做什么。")
			.fill("是否突破保密", "否");
	}

	private void aMonthPasses(Visitor admin) {
		admin.read("/demo/clock");
		admin.page().getByText("向前 30 天").click();
		admin.page().getByText("业务时间已经向前走").waitFor();
		this.today = this.today.plusDays(30);
		jobsRun();
	}

	private void headTeacherFollowsUp(Visitor teacher, String caseNo) {
		OpenForm form = open(teacher, caseNo, "关注学生近况");
		assertThat(form.value("心理老师给您的三句话")).contains("留意到课");
		form.fill("这一期和学生谈过吗", "谈过").fill("谈心日期", yesterday());
		saysHowInAVacation(form);
		form.fill("到课", "正常")
			.fill("同伴", "正常")
			.fill("情绪", "正常")
			.fill("作业", "正常")
			.fill("有没有让您担心的事", "没有")
			.fill("与家长联系", "已联系");
		send(teacher, form, "follow-up-head-teacher");
		assertThat(teacher.read("/cases/" + caseNo)).contains(caseNo, "留意到课").doesNotContain("评估为一级", "睡前", "学业受挫");
		everythingIsChinese(teacher, "case-teacher");
	}

	private void counselorFollowsUp(Visitor counselor, String caseNo, String suggestion) {
		OpenForm form = open(counselor, caseNo, "与学生随访谈话");
		form.fill("本期情况", "已谈").fill("时间", yesterday(), "15:00").fill("有无自伤自杀", "无").fill("与上次相比", "好转");
		saysHowInAVacation(form);
		for (String domain : new String[] { "情绪", "睡眠", "学习", "同伴", "家庭" }) {
			form.fill(domain, "好");
		}
		form.fill("用药复诊", "不知").fill("建议", suggestion);
		send(counselor, form, "follow-up-counselor");
	}

	private static void saysHowInAVacation(OpenForm form) {
		if (form.field("怎样联系的").count() > 0) {
			form.fill("怎样联系的", "电话");
		}
	}

	private void proposesClosing(Visitor counselor, String caseNo) {
		OpenForm form = open(counselor, caseNo, "提出结案");
		form.fill("您的建议", "提出结案")
			.fill("结案类型", "恢复正常")
			.fill("过程小结", "三个月平稳。")
			.fill("学生的看法", "愿意结束。")
			.fill("监护人的看法", "赞成")
			.fill("以后找谁", "有事找林老师。")
			.fill("关注标记与材料", "名单、表格上的关注标记已撤除", "纸质材料已归入心理档案、上锁");
		send(counselor, form, "review-closing");
	}

	private void agreesToClose(Visitor leader, String caseNo) {
		OpenForm form = open(leader, caseNo, "审核结案");
		form.fill("您的决定", "同意结案");
		send(leader, form, "decide-closing");
	}

	private OpenForm open(Visitor visitor, String caseNo, String task) {
		// offered to a substitute too, where there is one on that day
		String words = visitor.read("/");
		assertThat(words).contains(caseNo, task).doesNotContain(STUDENT);
		boolean offered = Pattern.compile(task + "\\s+个案 " + caseNo + "\\s+待认领").matcher(words).find();
		Tasklist tasklist = visitor.tasklist().filter(offered ? "待认领" : "我的待办");
		String card = tasklist.card(caseNo, task).innerText();
		assertThat(card).contains(caseNo).containsAnyOf("还剩", "已逾期").doesNotContain(STUDENT, "一级", "等级");
		return tasklist.open(caseNo, task);
	}

	private void send(Visitor visitor, OpenForm form, String name) {
		everythingIsChinese(visitor, name);
		form.submit();
		jobsRun();
	}

	private void everythingIsChinese(Visitor visitor, String name) {
		visitor.photograph(name);
		assertThat(visitor.foreignLines()).as("what %s reads at %s", visitor.account(), name).isEmpty();
	}

	private String newestCase(Visitor counselor) {
		Tasklist tasklist = counselor.tasklist().filter("我的待办");
		tasklist.card("", "核实情况").waitFor();
		return tasklist.cards()
			.stream()
			.map(CASE_NO::matcher)
			.filter(Matcher::find)
			.map(Matcher::group)
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	private String yesterday() {
		return typed(-1);
	}

	private String typed(int days) {
		return this.today.plusDays(days).format(TYPED);
	}

	/** The business day. */
	LocalDate today() {
		return this.walk.now().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
	}

	/** The job executor does not run in tests. */
	void jobsRun() {
		this.walk.runDueJobs();
	}

}
