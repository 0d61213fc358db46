package org.huxin.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our own pages on a phone, a tablet and a desk, by day and by night: legible, operable,
 * within their Content-Security-Policy. Pictures lie in
 * {@code target/screenshots/OwnPagesTests} for people to look at.
 */
@BrowserTest
class OwnPagesTests {

	/** From the front end's own packages, so that no second place holds its version. */
	private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

	private static final List<Integer> WIDTHS = List.of(360, 768, 1440);

	private final CaseWalk walk;

	private final JdbcTemplate jdbc;

	private final CaseSteps steps;

	@Autowired
	OwnPagesTests(CaseWalk walk, SchoolDirectory directory, JdbcTemplate jdbc) {
		this.walk = walk;
		this.jdbc = jdbc;
		this.steps = new CaseSteps(walk, directory, 3);
	}

	@Test
	void theCounsellorsPages(Visitors visitors) throws IOException {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		look(visitors.signIn("counselor"), "/", "/cases", "/cases/" + ref.number(), "/account/messages");
	}

	@Test
	void theTeachersAndTheLeadersPages(Visitors visitors) throws IOException {
		CaseRef ref = this.steps.reported();
		look(visitors.signIn("teacher"), "/", "/cases/" + ref.number(), "/no/such/page", "/account/password");
		look(visitors.signIn("leader"), "/", "/cases?q=no-such-case", "/demo/clock");
	}

	@Test
	void theAdministratorsAndTheGuardiansPages(Visitors visitors) throws IOException {
		CaseRef ref = this.steps.reported();
		this.jdbc.update("""
				insert into huxin.message_delivery (message_id, channel, state, digest, next_at, attempts, error)
				select id, 'SMS', 'DEAD', false, now(), 9, 'HTTP_500' from huxin.message where case_no = ?""",
				ref.number());
		look(visitors.signIn("admin"), "/", "/directory", "/demo/clock", "/messages");
		this.jdbc.update("update huxin.message_delivery set state = 'WITHDRAWN' where state = 'DEAD'");
		look(visitors.signIn("guardian"), "/");
	}

	// H07 D13
	@Test
	void theSevereCaseAsEachOfThemMaySeeIt(Visitors visitors) throws IOException {
		CaseRef ref = this.steps.reported("observed", "他说夜里一直想着不如走了");
		this.steps.verified(ref);
		this.steps.assessed(ref, "ideation", "MONTH", "level", "MODERATE", "levelReason", "面谈所见");
		this.steps.conferenceHeld(ref);
		this.steps.changeReported("counselor", ref, "RISK");
		this.steps.assessed(ref, "kindOfAssessment", "AGAIN", "ideation", "MONTH", "level", "SEVERE", "levelReason",
				"面谈所见", "opinion", "评估为三级，夜里常有想法。", "next", List.of("HOSPITAL_NOW", "CONFERENCE"));
		look(visitors.signIn("counselor"), "/cases/" + ref.number());
		Visitor teacher = visitors.signIn("teacher");
		look(teacher, "/", "/cases", "/cases/" + ref.number());
		assertThat(teacher.read("/cases/" + ref.number())).contains("每天看一眼到课。").doesNotContain("三级", "夜里常有想法");
		look(visitors.signIn("leader"), "/", "/cases", "/cases/" + ref.number());
		Visitor doctor = visitors.signIn("doctor");
		look(doctor, "/", "/cases", "/cases/" + ref.number());
		assertThat(doctor.read("/cases/" + ref.number())).doesNotContain("三级", "夜里", "课间有人陪");
	}

	// D17
	@Test
	void thePagesOfDeadlinesAndPolicies(Visitors visitors) throws IOException {
		CaseRef late = this.steps.reported();
		CaseRef stuck = this.steps.reported();
		String task = this.walk.task(late, CrisisCaseProcess.VERIFY_CONCERN).getId();
		this.walk.forward(Duration.ofHours(5));
		this.steps.verified(late);
		this.steps.verified(stuck);
		this.walk.resetClock();
		this.jdbc.update("""
				insert into huxin.watch_finding (school, case_no, kind, subject, found_at)
				values (?, ?, 'JOB_FAILED', '', now())""", stuck.school(), stuck.number());
		look(visitors.signIn("counselor"), "/", "/register/reasons/" + task);
		look(visitors.signIn("leader"), "/register", "/register?role=nobody");
		look(visitors.signIn("admin"), "/jobs", "/directory/schools/qinghe/policies",
				"/directory/schools/qinghe/policies/edit", "/demo/clock");
		this.jdbc.update("update huxin.watch_finding set gone_at = now() where case_no = ?", stuck.number());
	}

	@Test
	void theDiagramMarksWhereTheCaseStands(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Page page = visitors.signIn("counselor").page();
		page.navigate("/cases/" + ref.number());
		page.locator("[data-diagram]").scrollIntoViewIfNeeded();
		assertThat(page.locator(".djs-shape.under-way").first().getAttribute("data-element-id")).isNotBlank();
		assertThat(page.locator(".under-way-word").first().innerText()).isEqualTo("进行中");
		page.locator(".bjs-powered-by").waitFor();
	}

	@Test
	void theSearchOfTheListStaysInTheAddress(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Page page = visitors.signIn("leader").page();
		page.navigate("/cases");
		page.fill("#q", ref.number());
		page.waitForURL((address) -> address.contains("q=" + ref.number()));
		assertThat(page.locator("#cases tbody tr").count()).isEqualTo(1);
		page.reload();
		assertThat(page.inputValue("#q")).isEqualTo(ref.number());
		assertThat(
				page.evaluate("Object.keys(localStorage).length + ' ' + (sessionStorage['htmx-history-cache'] ?? '')"))
			.isEqualTo("0 ");
	}

	@Test
	void aCorrectionSurvivesALoginThatHasEnded(Visitors visitors) {
		CaseRef ref = this.steps.reported();
		Page page = visitors.signIn("teacher").page();
		page.navigate("/cases/" + ref.number());
		page.click("details.amend summary");
		page.fill("textarea[name=text]", "更正：是上周四开始的。");
		page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
		page.click("details.amend button[type=submit]");
		page.waitForSelector("[data-trouble=logged-out]:not([hidden])");
		assertThat(page.inputValue("textarea[name=text]")).isEqualTo("更正：是上周四开始的。");

		Page other = page.context().newPage();
		other.navigate("/login");
		other.fill("[name=username]", "teacher");
		other.fill("[name=password]", "huxin");
		other.click("main button[type=submit]");
		other.waitForURL((address) -> !address.contains("/login"));
		page.click("details.amend button[type=submit]");
		page.waitForSelector(".amendment");
		assertThat(page.locator(".amendment").innerText()).contains("更正：是上周四开始的。");
	}

	private static void look(Visitor visitor, String... paths) throws IOException {
		Page page = visitor.page();
		List<String> troubles = new ArrayList<>();
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !message.text().contains("status of 40")) {
				troubles.add(message.text());
			}
		});
		for (String path : paths) {
			for (int width : WIDTHS) {
				page.setViewportSize(width, 900);
				page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
				for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
					// without motion no picture shows a colour on its way
					page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme)
						.setReducedMotion(ReducedMotion.REDUCE));
					visitor.photograph(name(visitor.account() + path) + "-" + width + "-"
							+ scheme.name().toLowerCase(Locale.ROOT));
					assertThat(page
						.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
						.as(path + " scrolls sideways at " + width)
						.isEqualTo(0);
					assertThat(findings(page)).as(path + " at " + width + " " + scheme).isEqualTo("[]");
				}
			}
		}
		assertThat(troubles).isEmpty();
		assertThat(visitor.troubles()).isEmpty();
	}

	/** What axe finds serious or critical. */
	private static String findings(Page page) throws IOException {
		CDPSession session = page.context().newCDPSession(page);
		// the page's own policy allows no other script; the debugger may
		run(session, Files.readString(AXE));
		String found = run(session, """
				axe.run(document, { resultTypes: ['violations'] }).then((result) => JSON.stringify(result.violations
				  .filter((violation) => ['serious', 'critical'].includes(violation.impact))
				  .map((violation) => [violation.id, violation.nodes.map((node) => node.target.join(' '))])))""");
		session.detach();
		return found;
	}

	private static String run(CDPSession session, String script) {
		JsonObject request = new JsonObject();
		request.addProperty("expression", script);
		request.addProperty("awaitPromise", true);
		request.addProperty("returnByValue", true);
		JsonObject result = session.send("Runtime.evaluate", request).getAsJsonObject("result");
		return result.has("value") ? result.get("value").getAsString() : "";
	}

	private static String name(String path) {
		return path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
	}

}
