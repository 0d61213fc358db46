package org.huxin.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.CaseProgress;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * What each reader finds on the pages of a real case, and what he does not.
 */
@HuxinTest
class CasePagesTests {

	private static final String SEEN = "这两周总在操场边一个人走来走去";

	private final MockMvcTester mvc;

	private final CaseWalk walk;

	private final CaseSteps steps;

	private final CaseFiles caseFiles;

	private final CaseProgress progress;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	@Autowired
	CasePagesTests(MockMvcTester mvc, CaseWalk walk, CaseFiles caseFiles, CaseProgress progress, Accounts accounts,
			SchoolDirectory directory) {
		this.mvc = mvc;
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.progress = progress;
		this.accounts = accounts;
		this.directory = directory;
		this.steps = new CaseSteps(walk, directory, 2);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	@Test
	void theCounsellorFindsHisTaskOnTheFirstScreenAndTheWholeStoryOnTheCasePage() {
		CaseRef ref = assessed();
		String task = this.walk.tasks(ref).get(0).getId();
		assertThat(get("/", "counselor")).hasStatusOk()
			.bodyText()
			.contains("#/?task=" + task, "个案 " + ref.number(), "还剩");
		assertThat(page(ref, "counselor")).hasStatusOk()
			.bodyText()
			.contains(SEEN, "评估为一级，需要关心。", "情绪低落", "一级 日常关注", "负责的心理老师：林静", "系统按规则判断：建议的关注等级", "告知监护人")
			.doesNotContain("LOW_HALF_MONTH", "WITH_SOMEONE", "??");
	}

	@Test
	void theHeadTeacherReadsWhatHeWroteAndWhatIsMeantForHimAndNoLevel() {
		CaseRef ref = assessed();
		assertThat(page(ref, "teacher")).hasStatusOk()
			.bodyText()
			.contains(SEEN, "多鼓励。", "评估危机风险")
			.doesNotContain("评估为一级", "日常关注", "系统按规则判断", "请多陪伴");
	}

	// E06
	@Test
	void theCounsellorAloneSeesHowScoresChange() {
		CaseRef ref = this.steps.reported("observed", SEEN);
		this.steps.verified(ref);
		this.steps.assessed(ref, anxious("SEVERAL_DAYS"));
		assertThat(page(ref, "counselor")).bodyText().doesNotContain("测评变化");
		this.walk.startCalled(ref, RiskAssessmentProcess.KEY, Map.of("urgency", "WEEK", "assessDue", new Date(0)));
		this.steps.assessed(ref, anxious("NOT_AT_ALL"));
		assertThat(page(ref, "counselor")).hasStatusOk()
			.bodyText()
			.contains("测评变化", "GAD-7：2 次结果，最近一次 0 分", "<polyline")
			.doesNotContain("??");
		assertThat(page(ref, "teacher")).hasStatusOk().bodyText().doesNotContain("测评变化", "<polyline");
		assertThat(page(ref, "leader")).hasStatusOk().bodyText().doesNotContain("测评变化", "<polyline");
	}

	private static Object[] anxious(String frequency) {
		List<Object> answers = new ArrayList<>(List.of("instruments", List.of("GAD_7"), "informant", "STUDENT"));
		for (int i = 1; i <= 7; i++) {
			answers.addAll(List.of("gad7Item" + i, frequency));
		}
		return answers.toArray();
	}

	@Test
	void whoHasNothingToDoWithTheCaseLearnsNotEvenThatItExists() {
		CaseRef ref = assessed();
		for (String stranger : List.of("doctor", "security", "teacher1c", "admin", "auditor", "registry", "guardian",
				"teacher2", "counselor2", "leader2", "district")) {
			assertThat(page(ref, stranger)).as(stranger).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(get("/cases", stranger)).as(stranger)
				.bodyText()
				.doesNotContain("href=\"/cases/" + ref.number() + "\"");
			assertThat(get("/cases/" + ref.number() + "/models/" + model(ref), stranger)).as(stranger)
				.hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void aMemberOfStaffOnTheAvoidanceListFindsNothing() {
		CaseRef ref = this.steps.reported("observed", SEEN);
		Account leader = this.accounts.find("leader").orElseThrow();
		assertThat(page(ref, leader.name())).hasStatusOk();
		CaseRef avoided = this.steps.reported("observed", SEEN, "staffInvolved", "STAFF", "involvedStaff",
				List.of(staffId("leader")));
		assertThat(page(avoided, "leader")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/cases", "leader")).bodyText()
			.contains("href=\"/cases/" + ref.number() + "\"")
			.doesNotContain("href=\"/cases/" + avoided.number() + "\"");
	}

	// H17
	@Test
	void theDiagramsShowWhereTheCaseStandsCalledProcessesToo() {
		CaseRef ref = assessed();
		assertThat(page(ref, "counselor")).bodyText()
			.contains("学生心理危机个案", "校内辅导", "危机风险评估")
			.containsPattern("data-active=\"[^\"]*callActivity_");
		for (CaseProgress.Process process : this.progress.of(ref)) {
			assertThat(get("/cases/" + ref.number() + "/models/" + process.definitionId(), "counselor")).hasStatusOk()
				.bodyText()
				.startsWith("<?xml");
		}
		assertThat(get("/cases/" + ref.number() + "/models/NoSuch:1:1", "counselor")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aCorrectionStandsBesideTheEntryAndErasesNothing() {
		CaseRef ref = this.steps.reported("observed", SEEN);
		assertThat(amend(ref, "teacher", 1, "更正：是上周四开始的")).hasStatus(HttpStatus.FOUND);
		assertThat(amend(ref, "counselor", 1, "我没有写过这条")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(amend(ref, "teacher2", 1, "别的学校")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(ref, "counselor")).bodyText().contains(SEEN, "更正：是上周四开始的", "周晓岚 补充更正");
		List<RecordedEntry> entries = this.caseFiles.entries(ref);
		assertThat(entries.get(0).fields()).containsEntry("observed", SEEN);
		assertThat(entries.get(entries.size() - 1).amends()).isEqualTo(Optional.of(1));
		assertThat(page(ref, "doctor")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatIsLateIsSaidInRedWordsAndRecordedInTheTimeline() {
		CaseRef ref = this.steps.reported("observed", SEEN);
		this.walk.forward(Duration.ofHours(5));
		assertThat(get("/", "counselor")).bodyText().contains("已经逾期", "已逾期 60 分钟");
		assertThat(page(ref, "counselor")).bodyText()
			.contains("已逾期 60 分钟", "「核实情况」已经逾期")
			.containsPattern("data-late=\"[^\"]*userTask_");
		assertThat(get("/cases?sort=due", "leader")).bodyText().contains(ref.number(), "已逾期");
	}

	// D20
	@Test
	void theLeaderCountsStatesAndTheListNamesNobody() {
		CaseRef ref = assessed();
		assertThat(get("/", "leader")).bodyText().contains("本校个案").containsPattern("进行中</dt><dd>[1-9]");
		assertThat(get("/cases", "leader")).bodyText().contains(ref.number()).doesNotContain("刘宇轩", "张思琪", "日常关注");
	}

	@Test
	void everyPageOfOursForbidsWhatIsNotAFileOfOurs() {
		for (String path : List.of("/", "/cases", "/login", "/nothing", "/demo/clock")) {
			assertThat(get(path, "admin")).as(path)
				.headers()
				.hasValue("Content-Security-Policy", "default-src 'self'; base-uri 'none'; object-src 'none'; "
						+ "form-action 'self'; frame-ancestors 'self'");
		}
	}

	@Test
	void theClockOfTheDemoBelongsToTheAdministratorAndOnlyMovesByItsButtons() {
		assertThat(get("/demo/clock", "admin")).hasStatusOk().bodyText().contains("向前 30 天", "现在的业务时间");
		assertThat(get("/demo/clock", "counselor")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post()
			.uri("/demo/clock")
			.param("forward", "P-30D")
			.with(user("admin").roles("administrator"))
			.with(token())
			.exchange()).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private CaseRef assessed() {
		CaseRef ref = this.steps.reported("observed", SEEN);
		this.steps.verified(ref);
		this.steps.assessed(ref);
		return ref;
	}

	private String model(CaseRef ref) {
		return this.progress.of(ref).get(0).definitionId();
	}

	private String staffId(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id().toString();
	}

	private MvcTestResult page(CaseRef ref, String account) {
		return get("/cases/" + ref.number(), account);
	}

	private MvcTestResult get(String path, String account) {
		return this.mvc.get().uri(path).with(user(account).roles(roles(account))).exchange();
	}

	private MvcTestResult amend(CaseRef ref, String account, int entry, String text) {
		return this.mvc.post()
			.uri("/cases/{number}/entries/{entry}/amendments", ref.number(), entry)
			.param("text", text)
			.with(user(account).roles(roles(account)))
			.with(token())
			.exchange();
	}

	private String[] roles(String account) {
		return this.accounts.find(account)
			.orElseThrow()
			.roles()
			.stream()
			.map((role) -> role.id())
			.toArray(String[]::new);
	}

}
