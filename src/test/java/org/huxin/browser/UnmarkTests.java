package org.huxin.browser;

import java.util.List;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.referral.ReferralSteps;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The marker that is removed, in a real browser: the hospital finds nothing, a new
 * assessment is mild, a second person agrees, the case is closed.
 */
@BrowserTest
class UnmarkTests {

	/** A student of the first class. */
	private static final int STUDENT = 3;

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final CaseSteps steps;

	private final ReferralSteps referral;

	private final StudentEntry student;

	@Autowired
	UnmarkTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, HospitalRegister hospitals,
			TransactionTemplate transaction) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.steps = new CaseSteps(walk, directory, STUDENT);
		this.referral = new ReferralSteps(walk, caseFiles, hospitals, transaction, this.steps);
		this.student = walk.student(CaseSteps.SCHOOL, STUDENT);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	// S5 G01 G17 and rule of practice 9
	@Test
	void whereTheHospitalFindsNothingTwoPersonsRemoveTheMarkerAndTheCaseIsClosed(Visitors visitors) {
		Tour tour = new Tour(this.walk, visitors, "unmark", List.of(this.student.name()));
		Visitor counselor = tour.with("counselor");
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref, "level", "MODERATE", "levelReason", "面谈所见", "next", List.of("SUGGEST_HOSPITAL"),
				"opinion", "评估为二级，睡眠受影响。");
		this.steps.conferenceHeld(ref);
		this.referral.answered(ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "AGREES");

		visits(tour, counselor, ref);
		this.steps.assessed(ref, "kindOfAssessment", "AGAIN", "opinion", "再次评估为一级，平稳。", "levelReason", "面谈平稳");
		Visitor leader = tour.with("leader");
		secondPersonConfirmsTheLevel(tour, leader, ref);
		unmarks(tour, counselor, leader, ref);
		closes(tour, counselor, leader, ref);
		tour.nobodyHadTrouble();
	}

	private void visits(Tour tour, Visitor counselor, CaseRef ref) {
		OpenForm letter = tour.open(counselor, ref, "写转介信");
		letter.fill("医院", "市精神卫生中心")
			.fill("科室", "儿少心理科")
			.fill("多久之内就诊", "两周内")
			.fill("依据", "监护人同意")
			.fill("学校观察到的情况", "近两周睡得很少，不愿出门。")
			.fill("请医院答复", "目前是否安全", "能否上学");
		tour.send(counselor, letter, "letter");
		OpenForm appointment = tour.open(counselor, ref, "预约就诊");
		appointment.fill("预约日期", tour.day(2)).fill("谁陪同去", "母亲");
		tour.send(counselor, appointment, "appointment");
		OpenForm feedback = tour.open(counselor, ref, "记录就医反馈");
		feedback.fill("是否已就诊", "已就诊")
			.fill("就诊日期", tour.day(0))
			.fill("病历或证明由哪家医院出具", "市精神卫生中心")
			.fill("出具日期", tour.day(0))
			.fill("医师", "王医生")
			.fill("看过原件")
			.fill("医生的建议", "未见明显异常")
			.fill("这段时间有没有新的危险", "没有");
		tour.send(counselor, feedback, "feedback");
	}

	private void secondPersonConfirmsTheLevel(Tour tour, Visitor second, CaseRef ref) {
		OpenForm confirm = tour.open(second, ref, "复核关注等级");
		confirm.fill("您的意见", "同意");
		tour.send(second, confirm, "confirm-level");
	}

	private void unmarks(Tour tour, Visitor counselor, Visitor second, CaseRef ref) {
		OpenForm propose = tour.open(counselor, ref, "提出撤除标记");
		propose.fill("您的建议", "撤除标记")
			.fill("有没有过自杀想法或行为", "从来没有")
			.fill("依据", "医院未见异常，再次评估平稳。")
			.fill("学生的想法", "想像以前一样上学。");
		tour.send(counselor, propose, "propose");
		OpenForm confirm = tour.open(second, ref, "复核撤除标记");
		assertThat(confirm.words()).contains("不影响学籍、评优");
		confirm.fill("您的意见", "同意撤除");
		tour.send(second, confirm, "confirm");
		assertThat(this.caseFiles.get(ref).level()).contains("NONE");
	}

	private void closes(Tour tour, Visitor counselor, Visitor leader, CaseRef ref) {
		OpenForm form = tour.open(counselor, ref, "提出结案");
		form.fill("您的建议", "提出结案")
			.fill("结案类型", "不属于危机")
			.fill("过程小结", "医院未见异常，标记已撤除。")
			.fill("学生的看法", "愿意结束。")
			.fill("监护人的看法", "赞成")
			.fill("以后找谁", "有事找林老师。")
			.fill("关注标记与材料", "名单、表格上的关注标记已撤除", "纸质材料已归入心理档案", "知情的老师已知道");
		tour.send(counselor, form, "closing");
		OpenForm decide = tour.open(leader, ref, "审核结案");
		decide.fill("您的决定", "同意结案");
		tour.send(leader, decide, "decide-closing");
		assertThat(this.caseFiles.get(ref).status()).isEqualTo(CaseStatus.CLOSED);
		assertThat(tour.read(counselor, "/cases/" + ref.number(), "case-closed")).contains("已结案");
	}

}
