package org.huxin.web;

import java.util.Optional;
import java.util.Set;

import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * What each role finds on its first screen and on the page of a case.
 */
@WebMvcTest(controllers = { StartController.class, CaseController.class }, properties = "huxin.demo=true")
@Import({ ErrorPages.class, PlainSecurity.class })
class PagesTests {

	@Autowired
	MockMvcTester mvc;

	@MockitoBean
	Accounts accounts;

	@Autowired
	FakeDesk desk;

	@BeforeEach
	void aFreshDesk() {
		this.desk.empty = false;
		this.desk.amendments.clear();
	}

	@Test
	void aTeacherSeesWhatIsLateWhatWaitsAndWhatToStart() {
		assertThat(get("/", "teacher", Role.HEAD_TEACHER)).hasStatusOk()
			.bodyText()
			.contains("张老师，您好", "逾期 1 项，等您办理 3 项", "已经逾期", "已逾期 3 小时", "等我办理", "还剩 50 分钟", "待认领",
					"href=\"/camunda/app/tasklist/default/#/?task=t1\"",
					"href=\"/camunda/app/tasklist/default/#/?processStart=CrisisCase\"", "title=\"2026-11-22 07:00\"")
			.doesNotContain("系统管理", "本校个案");
	}

	// D17
	@Test
	void whoWasLateIsAskedForAReasonAndACaseThatStandsStillIsToldToItsCounsellor() {
		assertThat(get("/", "teacher", Role.HEAD_TEACHER)).bodyText()
			.contains("请说明原因", "href=\"/register/reasons/t9\"", "关注学生近况")
			.doesNotContain("停住");
		assertThat(get("/", "counselor", Role.COUNSELOR)).bodyText()
			.contains("个案 2026-0004 因系统原因停住了", "继续关注学生")
			.doesNotContain("请说明原因");
	}

	@Test
	void aPersonWithoutTasksLearnsThatNothingIsLost() {
		this.desk.empty = true;
		assertThat(get("/", "doctor", Role.DOCTOR)).hasStatusOk()
			.bodyText()
			.contains("现在没有等您办理的任务", "越急的排在越前面", "发现上报")
			.doesNotContain("id=\"late\"");
	}

	@Test
	void aLeaderSeesNumbersWithoutNamesAndLevels() {
		assertThat(get("/", "leader", Role.LEADER)).hasStatusOk()
			.bodyText()
			.contains("本校个案", "只有数字，没有姓名和等级")
			.containsPattern("进行中</dt><dd>4")
			.containsPattern("其中有任务逾期</dt><dd>1")
			.doesNotContain("李明", "级 ");
	}

	@Test
	void anAdministratorFindsTheDirectoryAndNoTasks() {
		assertThat(get("/", "admin", Role.ADMINISTRATOR)).hasStatusOk()
			.bodyText()
			.contains("系统管理", "href=\"/directory\"", "href=\"/demo/clock\"", "有 2 处停住了", "有 3 条消息没有送达",
					"href=\"/messages\"")
			.doesNotContain("等我办理", "发现上报");
	}

	@Test
	void theFirstScreenIsThereInEnglishToo() {
		assertThat(get("/?lang=en", "teacher", Role.HEAD_TEACHER)).bodyText()
			.contains("Waiting for me", "3 hours overdue", "lang=\"en\"")
			.doesNotContain("??");
	}

	@Test
	void theListOfCasesIsSearchedFilteredAndSortedByItsAddress() {
		assertThat(get("/cases", "leader", Role.LEADER)).hasStatusOk()
			.bodyText()
			.contains("2026-0001", "2026-0002", "显示 6 个，共 6 个", "aria-sort=\"descending\"");
		assertThat(get("/cases?q=0003", "leader", Role.LEADER)).bodyText()
			.contains("2026-0003", "显示 1 个，共 6 个")
			.doesNotContain("2026-0001");
		assertThat(get("/cases?state=CLOSED&sort=number", "leader", Role.LEADER)).bodyText()
			.contains("2026-0002", "sort=-number")
			.doesNotContain("2026-0001");
		assertThat(get("/cases?q=nothing", "leader", Role.LEADER)).bodyText().contains("没有符合条件的个案");
		assertThat(get("/cases?sort=no.such&state=x", "leader", Role.LEADER)).hasStatusOk();
		this.desk.empty = true;
		assertThat(get("/cases", "leader", Role.LEADER)).bodyText().contains("还没有您可以看到的个案");
	}

	@Test
	void theUrgentCaseComesFirstWhenSortedByDeadlineAndThoseWithoutLast() {
		assertThat(get("/cases?sort=due", "leader", Role.LEADER)).bodyText()
			.containsSubsequence(">2026-0003<", ">2026-0007<", ">2026-0004<", ">2026-0001<", ">2026-0002<");
	}

	@Test
	void theCasePageTellsWhoOwesWhatAndWhatWasRecorded() {
		assertThat(get("/cases/2026-0007", "counselor", Role.COUNSELOR)).hasStatusOk()
			.bodyText()
			.contains("个案 2026-0007", "李明（七年级1班）", "告知监护人并记录反馈", "已逾期 5 小时", "1. 发现上报", "流露轻生念头", "第 4 条：张老师 补充更正",
					"已提醒心理老师", "这条记录的内容不在您需要知道的范围之内", "data-active=\"callActivity_assessRisk userTask_informGuardian\"",
					"data-late=\"userTask_informGuardian\"", "data-model=\"/cases/2026-0007/models/p1\"");
	}

	@Test
	void onlyTheWriterOfAnEntryMayCorrectIt() {
		assertThat(get("/cases/2026-0007", "teacher", Role.HEAD_TEACHER)).bodyText()
			.contains("action=\"/cases/2026-0007/entries/1/amendments\"")
			.doesNotContain("entries/3/amendments");
		assertThat(get("/cases/2026-0007", "counselor", Role.COUNSELOR)).bodyText()
			.contains("action=\"/cases/2026-0007/entries/3/amendments\"")
			.doesNotContain("entries/1/amendments");
	}

	@Test
	void aCorrectionIsAddedAndTheReaderComesBackToTheCase() {
		assertThat(amend(1, "  更正：是上周四。 ")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/cases/2026-0007");
		assertThat(this.desk.amendments).containsExactly("teacher 2026-0007 1 更正：是上周四。");
		assertThat(amend(3, "不是我写的")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aCorrectionThatIsTooLongIsRefusedAndNothingTypedIsLost() {
		String tooLong = "长".repeat(5000);
		assertThat(amend(1, tooLong)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("更正还没有保存", "您写了 5,000 个字", "aria-invalid=\"true\"", tooLong);
		assertThat(amend(1, " ")).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("更正的内容是空的");
		assertThat(this.desk.amendments).isEmpty();
	}

	@Test
	void aCorrectionIsShownAsTextAndNeverAsMarkup() {
		assertThat(amend(1, "<img src=x onerror=alert(1)>" + "x".repeat(2000))).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("&lt;img src=x")
			.doesNotContain("<img");
	}

	@Test
	void aCaseThatOneMayNotKnowOfDoesNotExist() {
		assertThat(get("/cases/2026-9999", "teacher", Role.HEAD_TEACHER)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/cases/nonsense", "teacher", Role.HEAD_TEACHER)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theDiagramComesAsXmlThatNobodyKeeps() {
		assertThat(get("/cases/2026-0007/models/p1", "teacher", Role.HEAD_TEACHER)).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.hasContentType("application/xml;charset=UTF-8")
			.bodyText()
			.contains("CrisisCase");
	}

	@Test
	void aCaseThatHasEndedSaysSo() {
		assertThat(get("/cases/2026-0002", "leader", Role.LEADER)).hasStatusOk()
			.bodyText()
			.contains("已结案", "这个个案已经结束", "没有您可以看到的记录");
	}

	private MvcTestResult get(String path, String name, Role role) {
		as(name, role);
		return this.mvc.get().uri(path).with(user(name).roles(role.id())).exchange();
	}

	private MvcTestResult amend(int entry, String text) {
		as("teacher", Role.HEAD_TEACHER);
		return this.mvc.post()
			.uri("/cases/2026-0007/entries/{entry}/amendments", entry)
			.param("text", text)
			.with(user("teacher").roles(Role.HEAD_TEACHER.id()))
			.with(csrf())
			.exchange();
	}

	private void as(String name, Role role) {
		Account account = new Account(name, Set.of(role), Optional.of("s1"), "张老师", true);
		given(this.accounts.currentAccount()).willReturn(account);
		given(this.accounts.current()).willReturn(Optional.of(account));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Fakes {

		@Bean
		FakeDesk desk() {
			return new FakeDesk();
		}

	}

}
