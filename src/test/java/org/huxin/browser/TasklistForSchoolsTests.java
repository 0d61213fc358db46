package org.huxin.browser;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tasklist as a Chinese head teacher needs it: our language, our name, nothing kept in
 * the browser, nothing lost.
 */
@BrowserTest
class TasklistForSchoolsTests {

	private static final String MINE = "我的待办";

	private static final String VERIFY = "核实情况";

	private static final String OUTCOME = "核实结果";

	private static final String ADVICE = "给班主任的三句话";

	/** Attributes that people read, where they hold Latin words. */
	private static final String FOREIGN_HINTS = """
			() => [...document.querySelectorAll('[placeholder], [title], [aria-label]')]
			  .filter((element) => element.getBoundingClientRect().width > 1)
			  .flatMap((element) => ['placeholder', 'title', 'aria-label'].map((name) => element.getAttribute(name)))
			  .filter((hint) => /[A-Za-z]{2,}/.test(hint ?? '') && !hint.includes('bpmn.io'))""";

	private static final Pattern LOGIN = Pattern.compile(".*/login(\\?\\w+)?$");

	private static final String KEPT_IN_BROWSER = "() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)";

	@Autowired
	CaseWalk walk;

	@Autowired
	SchoolDirectory directory;

	private CaseSteps steps;

	@BeforeEach
	void steps() {
		this.walk.resetClock();
		this.steps = new CaseSteps(this.walk, this.directory, 31);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void noEnglishIsLeftWhereTeachersReport(Visitors visitors) {
		Visitor teacher = visitors.signIn("teacher");
		Tasklist tasklist = teacher.tasklist();
		assertThat(teacher.page()).hasTitle("护心 任务列表");
		assertIsChinese(teacher);
		OpenForm report = tasklist.start(tasklist.startList().get(0)).press();
		assertThat(report.refusal()).contains("处需要填写或修改");
		assertIsChinese(teacher);
		report.fill("再补充几句").field("什么时候发现").locator("input").first().click();
		Locator calendar = teacher.page().locator(".flatpickr-calendar.open");
		assertThat(calendar.locator(".flatpickr-weekday").first()).hasText("一");
		assertIsChinese(teacher);
	}

	@Test
	void noEnglishIsLeftWhereCounsellorsWork(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Visitor counselor = visitors.signIn("counselor");
		counselor.tasklist().filter(MINE).turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		for (String tab : List.of("流程图", "这一步怎么做", "办理")) {
			counselor.page().locator(".nav-tabs a", new Page.LocatorOptions().setHasText(tab)).click();
			assertThat(counselor.page().locator(".nav-tabs li.active")).containsText(tab);
			assertIsChinese(counselor);
		}
		counselor.page().locator(".account .dropdown-toggle").click();
		assertIsChinese(counselor);
		counselor.read("/camunda/app/welcome/default/");
		counselor.page().locator(".tasklist-app a").first().waitFor();
		assertIsChinese(counselor);
		assertThat(counselor.page().locator(".cockpit-app:visible, .admin-app:visible")).hasCount(0);
	}

	@Test
	void theCardShowsTaskCaseAndTimeLeftAndNoLevelNorName(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Locator card = visitors.signIn("counselor")
			.tasklist()
			.filter(MINE)
			.turnTo(ref.number(), VERIFY)
			.card(ref.number(), VERIFY);
		card.waitFor();
		assertThat(card.innerText().lines().map(String::strip).filter((line) -> !line.isEmpty()).toList())
			.anyMatch((line) -> line.startsWith("还剩"))
			.anyMatch((line) -> line.contains("个案"))
			.noneMatch((line) -> line.matches("\\d+"));
		assertThat(card.innerText()).doesNotContain(this.walk.student(CaseSteps.SCHOOL, 31).name());
	}

	@Test
	void onAPhoneAnOpenTaskTakesTheScreenAndLeadsBack(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Visitor counselor = visitors.signIn("counselor", 360, 740);
		Tasklist tasklist = counselor.tasklist().filter(MINE);
		tasklist.turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		assertThat(tasklist.card(ref.number(), VERIFY)).not().isVisible();
		assertIsChinese(counselor);
		counselor.page().locator(".huxin-back").click();
		assertThat(tasklist.card(ref.number(), VERIFY)).isVisible();
	}

	@Test
	void theTimeLeftFollowsTheBusinessClock(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(2));
		Locator card = visitors.signIn("counselor")
			.tasklist()
			.filter(MINE)
			.turnTo(ref.number(), VERIFY)
			.card(ref.number(), VERIFY);
		assertThat(card).containsText("还剩 1 小时");
	}

	@Test
	void whatWouldCarryTextPastTheCaseFileIsNotThere(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Visitor counselor = visitors.signIn("counselor");
		counselor.tasklist().filter(MINE).turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		for (String removed : List.of("[ng-click^='save(']", ".create-task-action", ".createCommentLink",
				".shortcut-help", "[ng-click='editGroups()']", ".followup-date", "[cam-widget-inline-field]",
				".priority", ".ce-eol-banner", ".brand-logo", ".app-switch", ".task-filter .actions")) {
			assertThat(counselor.page().locator(removed)).hasCount(0);
		}
		for (String hidden : List.of("[cam-widget-search]", ".task-filters > header .btn-link:not(.region-toggle)",
				"#business-key-field", ".new-sort")) {
			assertThat(counselor.page().locator(hidden + ":visible")).hasCount(0);
		}
		assertThat(counselor.page().locator("footer")).containsText("12356");
		assertThat(counselor.page().locator("footer")).not().containsText("7.24");
	}

	@Test
	void whatIsTypedIsKeptOnTheServerAndNotInTheBrowser(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		String words = "晚上睡不着" + System.nanoTime();
		Visitor counselor = visitors.signIn("counselor");
		OpenForm form = counselor.tasklist().filter(MINE).turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		form.fill(OUTCOME, "属实");
		kept(counselor.page(), words, () -> form.fill(ADVICE, words));
		assertThat(counselor.page().evaluate(KEPT_IN_BROWSER).toString()).doesNotContain(words);
		counselor.page().reload();
		OpenForm again = new Tasklist(counselor).form();
		assertThat(again.field(OUTCOME).getByLabel("属实")).isChecked();
		assertThat(again.value(ADVICE)).isEqualTo(words);
	}

	@Test
	void tasklistCannotStoreAFormInTheBrowserEvenIfItTries(Visitors visitors) {
		Visitor counselor = visitors.signIn("counselor");
		counselor.tasklist();
		for (String storage : List.of("localStorage", "sessionStorage")) {
			assertThat(counselor.page()
				.evaluate("() => { " + storage + ".setItem('camunda-form:1', '他的话'); return JSON.stringify(" + storage
						+ "); }")
				.toString()).as(storage).doesNotContain("他的话");
		}
	}

	@Test
	void aSessionThatEndsWhileTypingLosesNothing(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		String words = "把心事写在本子上" + System.nanoTime();
		Visitor counselor = visitors.signIn("counselor");
		Page page = counselor.page();
		OpenForm form = counselor.tasklist().filter(MINE).turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		form.fill(OUTCOME, "属实").kept();
		endSession(page);
		form.fill(ADVICE, words);
		assertThat(page.locator("dialog")).containsText("登录已过期，您填写的内容还在。请重新登录。");
		assertIsChinese(counselor);
		Page login = page.context().waitForPage(() -> page.locator("dialog .btn-primary").click());
		login.fill("[name=username]", "counselor");
		login.fill("[name=password]", "huxin");
		kept(page, words, () -> login.click("button[type=submit]"));
		assertThat(page.locator("dialog")).hasCount(0);
		assertThat(form.value(ADVICE)).isEqualTo(words);
		assertThat(page.evaluate(KEPT_IN_BROWSER).toString()).doesNotContain(words);
		page.reload();
		assertThat(new Tasklist(counselor).form().value(ADVICE)).isEqualTo(words);
	}

	@Test
	void aSessionThatEndsWithNothingTypedLeadsToTheLogin(Visitors visitors) {
		Visitor counselor = visitors.signIn("counselor");
		counselor.tasklist();
		endSession(counselor.page());
		counselor.page().locator(".task-filters .name a").last().click();
		counselor.page().waitForURL(LOGIN);
	}

	@Test
	void aTaskThatSomeoneElseFinishedASecondAgoSaysSoAndKeepsTheWords(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Visitor counselor = visitors.signIn("counselor");
		OpenForm form = counselor.tasklist().filter(MINE).turnTo(ref.number(), VERIFY).open(ref.number(), VERIFY);
		// a second ago: the page has not yet looked whether the task is still there
		String task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		counselor.page().route("**/task/" + task, Route::abort);
		this.steps.joined(ref, this.steps.reported());
		form.fill(OUTCOME, "属实").fill(ADVICE, "多陪陪他").press();
		assertThat(form.refusal()).containsAnyOf("办完", "已经", "填写");
		assertThat(form.value(ADVICE)).isEqualTo("多陪陪他");
		assertIsChinese(counselor);
	}

	@Test
	void loggingOutEndsAtOurLoginAndTasklistsOwnIsNeverShown(Visitors visitors) {
		Visitor counselor = visitors.signIn("counselor");
		counselor.tasklist();
		counselor.page().evaluate("() => { location.hash = '#/login'; }");
		counselor.page().waitForURL(LOGIN);
		counselor.tasklist();
		counselor.page().locator(".account .dropdown-toggle").click();
		counselor.page().locator(".account .logout a").click();
		counselor.page().waitForURL(LOGIN);
		counselor.page().navigate("/camunda/app/tasklist/default/");
		counselor.page().waitForURL(LOGIN);
	}

	private static void assertIsChinese(Visitor visitor) {
		assertThat(visitor.foreignLines()).isEmpty();
		assertThat((List<?>) visitor.page().evaluate(FOREIGN_HINTS)).isEmpty();
		assertThat(visitor.troubles()).isEmpty();
	}

	/** Waits until the server has taken a draft with these words. */
	private static void kept(Page page, String words, Runnable action) {
		page.waitForResponse((answer) -> answer.url().contains("/drafts/") && answer.status() == 204
				&& answer.request().postData().contains(words), action);
	}

	private static void endSession(Page page) {
		List<Cookie> others = page.context()
			.cookies()
			.stream()
			.filter((cookie) -> !cookie.name.equals("JSESSIONID"))
			.toList();
		page.context().clearCookies();
		page.context().addCookies(others);
	}

}
