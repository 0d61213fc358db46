package org.huxin.browser;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.enrolment.EnrolmentSteps;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the suspension to the assessment after the first school day in a real browser,
 * with a certificate that is rejected and one that is accepted.
 */
@BrowserTest
class ReturnToSchoolTests {

	private final CaseWalk walk;

	private final EnrolmentSteps steps;

	private final StudentEntry student;

	@Autowired
	ReturnToSchoolTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, PolicyProfiles policies,
			HospitalRegister hospitals, JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.walk = walk;
		this.steps = new EnrolmentSteps(walk, caseFiles, directory, policies, hospitals, jdbc, transaction);
		this.student = walk.student(CaseSteps.SCHOOL, 4);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// G01 G02 F30
	@Test
	void aFamilyAppliesForSuspensionAndTheLeaderDecidesAfterHearingBoth(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "suspend", List.of(this.student.name()));
		Visitor teacher = tour.with("teacher");
		Visitor registry = tour.with("registry");
		Visitor leader = tour.with("leader");
		Visitor counselor = tour.with("counselor");

		CaseRef ref = this.steps.suspending(4);
		applies(tour, teacher, ref);
		OpenForm check = tour.open(registry, ref, "核对休学材料");
		assertThat(check.words()).doesNotContain("想先休息");
		check.fill("医院证明", "有效").fill("材料", "齐全");
		tour.send(registry, check, "check");
		OpenForm decide = tour.open(leader, ref, "决定是否同意");
		decide.fill("学生的意见", "已当面或电话听过")
			.fill("监护人的意见", "已听过")
			.fill("决定", "同意")
			.fill("理由", "听过学生和家长的意见，同意先休养。")
			.fill("已告诉学生和监护人怎样申诉");
		tour.send(leader, decide, "decide");
		OpenForm register = tour.open(registry, ref, "登记休学");
		register.fill("休学到哪天", tour.day(100)).fill("已归档", "申请", "决定", "已报领导小组");
		tour.send(registry, register, "register");
		plansForSafety(tour, counselor, ref);
		contacts(tour, teacher, ref);
		tour.nobodyHadTrouble();
	}

	// G03 G04 G05 G06 G10 K03
	@Test
	void aRejectedCertificateIsFollowedByAnAcceptedOneAndTheFirstSchoolDay(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "return", List.of(this.student.name()));
		Visitor teacher = tour.with("teacher");
		Visitor doctor = tour.with("doctor");
		Visitor counselor = tour.with("counselor");

		CaseRef ref = this.steps.resuming(4);
		OpenForm apply = tour.open(teacher, ref, "申请复学");
		apply.fill("这次", "申请复学").fill("申请人是", "监护人").fill("希望哪天回来", tour.day(5)).fill("学生自己的想法", "想回来上课，想和原来的同桌坐在一起。");
		tour.send(teacher, apply, "apply");

		entersTooEarlyCertificate(tour, doctor, counselor, ref);
		entersGoodCertificate(tour, doctor, counselor, ref);
		assess(tour, counselor, ref, "复学前");
		LocalDate firstDay = LocalDate.parse(this.steps.schoolDay());
		review(tour, counselor, ref, firstDay);
		approve(tour, ref);

		OpenForm arrange = tour.open(teacher, ref, "安排返校");
		assertThat(arrange.value("课程、作业、考试、作息")).isEqualTo("先上半天，第一周不交作业。");
		arrange.fill("已经安排好", "课表和作业", "座位或宿舍", "信任的老师已答应");
		tour.send(teacher, arrange, "arrange");
		firstSchoolDay(tour, teacher, counselor, ref, firstDay);
		tour.nobodyHadTrouble();
	}

	private void applies(Tour tour, Visitor teacher, CaseRef ref) {
		OpenForm form = tour.open(teacher, ref, "申请休学");
		form.fill("这次", "提出申请")
			.fill("申请人是", "监护人")
			.fill("哪一位监护人", "父亲")
			.fill("申请人姓名、关系", "父亲")
			.fill("申请事项", "休学")
			.fill("从哪天起", tour.day(0))
			.fill("到哪天止", tour.day(100))
			.fill("事由", "因病")
			.fill("出具证明的医院", "区人民医院")
			.fill("医师姓名", "王医师")
			.fill("证明日期", tour.day(-2))
			.fill("老师已看过证明原件")
			.fill("学生本人的意见", "想先休息一段时间")
			.fill("白天、晚上谁在家陪伴", "奶奶白天，父亲晚上")
			.fill("药品、刀具、农药等已收好吗", "已收好")
			.fill("休学期间联系谁", "父亲，晚上七点以后");
		tour.send(teacher, form, "apply");
	}

	private void plansForSafety(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm form = tour.open(counselor, ref, "约定安全计划");
		assertThat(form.value("申请时说的陪伴安排")).isEqualTo("奶奶白天，父亲晚上");
		form.fill("和谁约定", "监护人")
			.fill("哪一位监护人", "父亲")
			.fill("出现哪些情况要马上找人", "整夜不睡，说不想活。")
			.fill("白天、夜里谁陪伴", "奶奶白天，父亲晚上")
			.fill("已收好", "药品", "刀具")
			.fill("先找谁、再找谁", "父亲，再找林老师")
			.fill("孩子自己怎么说", "可以");
		tour.send(counselor, form, "safety-plan");
	}

	private void contacts(Tour tour, Visitor teacher, CaseRef ref) {
		this.walk.forward(Duration.ofDays(31));
		OpenForm form = tour.open(teacher, ref, "联系休学学生");
		assertThat(form.words()).contains("安全计划：先找谁");
		form.fill("这次", "联系上了，平稳").fill("方式", "电话").fill("近况", "睡得好一些，每天散步。").fill("家里的打算", "想复学");
		tour.send(teacher, form, "contact");
		assertThat(this.walk.path(ref)).contains(StudySuspensionProcess.CONTACT_AWAY);
	}

	private void entersTooEarlyCertificate(Tour tour, Visitor doctor, Visitor counselor, CaseRef ref) {
		OpenForm enter = tour.open(doctor, ref, "登记康复证明");
		enter.fill("出具机构", "清河社区卫生服务中心")
			.fill("医师姓名", "李医师")
			.fill("证明编号", "康-" + ref.number())
			.fill("出具日期", tour.day(-3))
			.fill("结论怎么写的", "可以复学")
			.fill("看过原件");
		tour.send(doctor, enter, "certificate-low");
		assertThat(tour.waiting(ref)).as("nobody verifies what cannot pass").contains("告知证明缺什么");
		OpenForm tell = tour.open(counselor, ref, "告知证明缺什么");
		assertThat(tell.value("请这样告诉家长")).contains("等级低于本校的规定");
		tell.fill("告诉的时间", tour.moment(-5)).fill("家里的打算", "补来再交");
		tour.send(counselor, tell, "certificate-gap");
	}

	private void entersGoodCertificate(Tour tour, Visitor doctor, Visitor counselor, CaseRef ref) {
		OpenForm enter = tour.open(doctor, ref, "登记康复证明");
		enter.fill("出具机构", "市精神卫生中心")
			.fill("医师姓名", "王医师")
			.fill("证明编号", "精-" + ref.number())
			.fill("出具日期", tour.day(-1))
			.fill("结论怎么写的", "病情稳定")
			.fill("医嘱条件", "每月复诊，按时吃药。")
			.fill("看过原件");
		tour.send(doctor, enter, "certificate");
		OpenForm verify = tour.open(counselor, ref, "向医院核实证明");
		verify.fill("医院怎么说", "是本院出具")
			.fill("核实方式", "电话")
			.fill("核实时间", tour.moment(-5))
			.fill("对方科室", "门诊办公室")
			.fill("核验结果", "通过");
		tour.send(counselor, verify, "certificate-verified");
	}

	private void review(Tour tour, Visitor counselor, CaseRef ref, LocalDate firstDay) {
		OpenForm form = tour.open(counselor, ref, "会商复学");
		assertThat(form.value("医嘱条件")).isEqualTo("每月复诊，按时吃药。");
		assertThat(form.words()).as("the assessment is read from the file").contains("最近一次评估");
		form.fill("时间", tour.moment(-30))
			.fill("参加的人", "心理老师", "班主任", "领导", "家长", "学生")
			.fill("学生的想法", "想回来")
			.fill("家长的想法", "支持")
			.fill("意见", "同意复学")
			.fill("返校日", Tour.typed(firstDay))
			.fill("课程、作业、考试、作息", "先上半天，第一周不交作业。")
			.fill("班级、座位、宿舍", "原班，靠窗")
			.fill("信任的老师", "周晓岚")
			.fill("支持小组", "同桌小陈")
			.fill("对同学怎么说", "生病休息了一阵")
			.fill("防备预案", "情绪低落时找林老师");
		tour.send(counselor, form, "review");
	}

	private void approve(Tour tour, CaseRef ref) {
		for (List<String> person : List.of(List.of("leader", "第一位批准"), List.of("registry", "第二位批准"))) {
			Visitor visitor = tour.with(person.get(0));
			OpenForm form = tour.open(visitor, ref, person.get(1));
			assertThat(form.words()).contains("康复证明核验").doesNotContain("情绪低落");
			form.fill("您的意见", "同意");
			tour.send(visitor, form, "approve-" + person.get(0));
		}
	}

	private void firstSchoolDay(Tour tour, Visitor teacher, Visitor counselor, CaseRef ref, LocalDate firstDay) {
		this.walk.forward(Duration.between(tour.now(), firstDay.atTime(LocalTime.of(9, 0))));
		OpenForm confirm = tour.open(teacher, ref, "确认学生到校");
		confirm.fill("来了吗", "来了");
		tour.send(teacher, confirm, "first-day");
		assess(tour, counselor, ref, "复学后");
		OpenForm result = tour.open(teacher, ref, "看返校后的提示");
		assertThat(result.value("请您这样做")).contains("作业先缓一缓");
		assertThat(result.words()).doesNotContain("一级", "学业受挫");
		result.fill("我看过了");
		tour.send(teacher, result, "return-result");
		assertThat(this.walk.path(ref)).contains(StudyResumptionProcess.RETURNED);
	}

	private void assess(Tour tour, Visitor counselor, CaseRef ref, String kind) {
		OpenForm assess = tour.open(counselor, ref, "评估危机风险");
		assess.fill("评估时间", tour.moment(-10))
			.fill("方式", "当面")
			.fill("这次是", kind)
			.fill("已向学生说明目的", "是")
			.fill("自杀想法", "无")
			.fill("计划、方式可及性", "无")
			.fill("自伤自杀行为史", "无")
			.fill("自伤行为的意图", "无此行为")
			.fill("伤人风险", "无")
			.fill("现实检验、进食睡眠", "睡眠受影响")
			.fill("风险因素", "学业受挫")
			.fill("保护因素", "家人支持", "愿意求助")
			.fill("书面评估意见", "平稳，评估为一级。")
			.fill("学生自己的意愿", "愿意每周见一次。")
			.fill("关注等级", "一级")
			.fill("下一步", "跟踪随访")
			.fill("下次评估日期", tour.day(30))
			.fill("是否疑似侵害", "否")
			.fill("给班主任的三句话", "平常地对待他。作业先缓一缓。有事当天告诉我。")
			.fill("给监护人的话", "请多陪伴，少催促。");
		tour.send(counselor, assess, kind.equals("复学前") ? "assess-before-return" : "assess-after-return");
	}

}
