package org.huxin.browser;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The acute case at night in a real browser: from the report with danger to life over the
 * rescue to the hand-over at the hospital and the report to the superiors.
 */
@BrowserTest
class AcuteNightTests {

	private static final Pattern CASE_NO = Pattern.compile("(?<![0-9a-f-])\\d{4}-\\d{4}(?![0-9a-f-])");

	private static final String SEEN = "晚自习后孩子站在楼顶边上，说“你们别过来”。";

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	private final StudentEntry student;

	@Autowired
	AcuteNightTests(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.directory = directory;
		// of the first class, where nobody knows yet whom it is safe to tell
		this.student = walk.student(CaseSteps.SCHOOL, 6);
	}

	@BeforeEach
	void itIsNight() {
		nobodyKnowsWhetherTellingIsSafe();
		LocalDateTime now = LocalDateTime.ofInstant(this.walk.now(), ZoneId.of("Asia/Shanghai"));
		LocalDateTime night = now.with(LocalTime.of(22, 30));
		this.walk.forward(Duration.between(now, night.isAfter(now) ? night : night.plusDays(1)));
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		nobodyKnowsWhetherTellingIsSafe();
	}

	private void nobodyKnowsWhetherTellingIsSafe() {
		guardians().forEach((guardian) -> this.directory.markSafeToInform(guardian.id(), SafeToInform.UNKNOWN));
	}

	private List<GuardianEntry> guardians() {
		return this.directory.guardians(this.student.id());
	}

	// D03 D18 D01 F14 F25 F27 F29 F30 H01 H02 H05 K19 K23
	@Test
	void whoIsInDangerIsRescuedHandedOverAndReportedAtNight(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "acute", List.of(this.student.name(), SEEN));
		Visitor teacher = tour.with("teacher");
		Visitor leader = tour.with("leader");
		Visitor counselor = tour.with("counselor");

		CaseRef ref = reports(tour, teacher, leader);
		assertThat(tour.waiting(ref)).as("before any paper")
			.contains("指定现场指挥", "判断能否告知", "带到安全的地方", "到场陪伴", "保护现场", "看危险过去没有", "确认收到上报")
			.doesNotContain("核实情况");
		takesCommand(tour, leader, ref);
		guards(tour, teacher, counselor, ref);
		becomesARescue(tour, counselor, ref);
		Visitor doctor = tour.with("doctor");
		Visitor security = tour.with("security");
		rescues(tour, doctor, security, ref);
		callsTheGuardian(tour, teacher, ref);
		handsOver(tour, counselor, ref);
		reportsToSuperiors(tour, leader, ref);

		assertThat(tour.waiting(ref)).as("the hospital that has him is told what the school saw").contains("写转介信");
		everybodySeesHisPart(tour, counselor, leader, ref);
		tour.nobodyHadTrouble();
	}

	private CaseRef reports(Tour tour, Visitor teacher, Visitor leader) {
		OpenForm report = teacher.tasklist().start("发现上报");
		report.fill("孩子现在有生命危险", "有")
			.fill("学生", this.student.name())
			.fill("您看到、听到了什么", SEEN)
			.fill("孩子现在在哪里", "独自一人")
			.fill("是否涉及教职工", "否");
		assertThat(report.words()).contains("请先救人");
		tour.send(teacher, report, "report");
		Tasklist tasklist = leader.tasklist().filter("待认领");
		tasklist.turnTo("", "指定现场指挥");
		String number = tasklist.cards()
			.stream()
			.map(CASE_NO::matcher)
			.filter(Matcher::find)
			.map(Matcher::group)
			.max(Comparator.naturalOrder())
			.orElseThrow();
		tour.look(leader, "leader-offered");
		return new CaseRef(CaseSteps.SCHOOL, number);
	}

	private void takesCommand(Tour tour, Visitor leader, CaseRef ref) {
		OpenForm command = tour.open(leader, ref, "指定现场指挥");
		assertThat(command.words()).contains("先打一个电话到现场");
		command.fill("现场指挥", "林静").fill("孩子现在在哪里", "教学楼 B 座楼顶").fill("最要紧的要求", "不要围观，先清楼梯口。");
		tour.send(leader, command, "take-command");
		OpenForm told = tour.open(leader, ref, "确认收到上报");
		assertThat(told.words()).doesNotContain(SEEN);
		told.fill("已知悉").fill("现场指挥", "林静");
		tour.send(leader, told, "leader-report");
		OpenForm safety = tour.open(leader, ref, "判断能否告知");
		safety.fill("告诉监护人安全吗", "安全，可以告知");
		tour.send(leader, safety, "safe-to-inform");
	}

	private void guards(Tour tour, Visitor teacher, Visitor counselor, CaseRef ref) {
		OpenForm place = tour.open(teacher, ref, "带到安全的地方");
		assertThat(place.words()).contains("指挥人的要求");
		place.fill("现在谁陪着", "周晓岚").fill("已经隔开、收好", "窗边、楼顶、水边", "围观和拍摄");
		tour.send(teacher, place, "safe-place");
		OpenForm there = tour.open(counselor, ref, "到场陪伴");
		there.fill("我已到孩子身边").fill("孩子现在", "还很激动").fill("给指挥人的一句话", "孩子手里可能有药，请校医过来。");
		tour.send(counselor, there, "on-site");
		Visitor affairs = tour.with("affairs");
		OpenForm guard = tour.open(affairs, ref, "排看护班表");
		guard.fill("第一班", "周晓岚").fill("第一班看到", tour.moment(180)).fill("第二班", "谢敏").fill("第二班看到", tour.moment(600));
		tour.send(affairs, guard, "guard");
	}

	private void becomesARescue(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm look = tour.open(counselor, ref, "看危险过去没有");
		look.fill("危险过去了吗", "情况变了").fill("现在要先做", "抢救").fill("看到什么", "已经服了药。");
		tour.send(counselor, look, "danger-changed");
		assertThat(tour.waiting(ref)).contains("检查和急救", "保护现场", "首报", "安定班级");
	}

	private void rescues(Tour tour, Visitor doctor, Visitor security, CaseRef ref) {
		OpenForm aid = tour.open(doctor, ref, "检查和急救");
		assertThat(aid.words()).doesNotContain(SEEN);
		aid.fill("做了什么", "打了 120", "持续观察").fill("补一句", "市一院急诊，唐玉兰陪同");
		tour.send(doctor, aid, "first-aid");
		OpenForm scene = tour.open(security, ref, "保护现场");
		scene.fill("有没有这些情况", "事情发生在校内").fill("报警", "请领导定").press();
		assertThat(scene.refusal()).contains("110");
		tour.look(security, "police-refused");
		scene.fill("报警", "已打 110").fill("已经做了", "守住出入口", "劝开围观");
		tour.send(security, scene, "scene");
	}

	private void callsTheGuardian(Tour tour, Visitor teacher, CaseRef ref) {
		OpenForm first = tour.open(teacher, ref, "打给监护人");
		first.fill("这次打给", guardians().get(0).name()).fill("结果", "没接");
		tour.send(teacher, first, "call-no-answer");
		OpenForm second = tour.open(teacher, ref, "打给监护人");
		assertThat(second.words()).contains("上一次结果");
		second.fill("这次打给", guardians().get(guardians().size() - 1).name())
			.fill("结果", "接通了")
			.fill("什么时候能到", "一小时内到")
			.fill("今晚能陪着孩子吗", "能");
		tour.send(teacher, second, "call-reached");
		OpenForm calm = tour.open(teacher, ref, "安定班级");
		calm.fill("已经做了", "班级安定", "陪过同宿舍的同学");
		tour.send(teacher, calm, "calm-class");
	}

	private void handsOver(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm look = tour.open(counselor, ref, "看危险过去没有");
		look.fill("危险过去了吗", "没过，但医院或监护人可以接手");
		tour.send(counselor, look, "danger-moves-on");
		OpenForm over = tour.open(counselor, ref, "交接");
		over.fill("交给谁", "送到医院")
			.fill("名册里的医院", "市精神卫生中心")
			.fill("谁陪同、谁接的", "周晓岚陪同，急诊已接")
			.fill("双方签名", "周晓岚、值班医生")
			.fill("周围的人需要善后帮助吗", "需要");
		tour.send(counselor, over, "hand-over");
		assertThat(tour.waiting(ref)).as("care never waits for a paper")
			.doesNotContain("看危险过去没有", "交接", "打给监护人", "排看护班表");
	}

	private void reportsToSuperiors(Tour tour, Visitor leader, CaseRef ref) {
		String[] then = tour.moment(-20);
		OpenForm first = tour.open(leader, ref, "首报");
		first.fill("性质初判", "自杀未遂")
			.fill("什么时候发生", then)
			.fill("什么时候知道", then)
			.fill("详细地点", "教学楼 B 座楼顶")
			.fill("当事人", "七年级，男，13 岁")
			.fill("目前状况", "救治中")
			.fill("已采取的措施", "120", "110", "联系监护人")
			.fill("需要协助", "暂不需要")
			.fill("报给谁", "区教育局值班室，电话");
		tour.send(leader, first, "first-report");
		assertThat(tour.waiting(ref)).contains("写书面报告", "登记证据", "班级交材料");
	}

	private void everybodySeesHisPart(Tour tour, Visitor counselor, Visitor leader, CaseRef ref) {
		assertThat(tour.read(counselor, "/cases/" + ref.number(), "case-counselor")).contains(this.student.name(), SEEN,
				"教学楼 B 座楼顶");
		assertThat(tour.read(leader, "/cases/" + ref.number(), "case-leader")).contains(ref.number());
		for (String start : Arrays.asList("/", "/cases")) {
			tour.assertNoSecrets(tour.read(leader, start, "leader-" + (start.length() > 1 ? "cases" : "start")));
		}
	}

}
