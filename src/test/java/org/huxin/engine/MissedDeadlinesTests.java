package org.huxin.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.RecordedEntry;
import org.huxin.identity.Accounts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Every missed deadline stands in the register, with who owed it and why (D17).
 */
@HuxinTest
class MissedDeadlinesTests {

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final MissedDeadlines register;

	private final SchoolDirectory directory;

	private final Accounts accounts;

	private final JdbcTemplate jdbc;

	private final MockMvcTester mvc;

	private final Clock clock;

	private final CaseSteps steps;

	@Autowired
	MissedDeadlinesTests(CaseWalk walk, ProcessEngine engine, MissedDeadlines register, SchoolDirectory directory,
			Accounts accounts, JdbcTemplate jdbc, MockMvcTester mvc, Clock clock) {
		this.walk = walk;
		this.engine = engine;
		this.register = register;
		this.directory = directory;
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.mvc = mvc;
		this.clock = clock;
		this.steps = new CaseSteps(walk, directory, 3);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	// D17
	@Test
	void aDeadlineThatPassesIsRegisteredWithWhoeverHadTheTaskThen() {
		CaseRef ref = this.steps.reported();
		Instant due = this.walk.due(ref, CrisisCaseProcess.VERIFY_CONCERN).orElseThrow();
		this.walk.forward(Duration.ofMinutes(239));
		assertThat(misses(ref)).as("in time so far").isEmpty();
		this.walk.forward(Duration.ofMinutes(2));
		this.walk.forward(Duration.ofMinutes(30));
		assertThat(misses(ref)).singleElement().satisfies((miss) -> {
			assertThat(miss.task()).isEqualTo("核实情况");
			assertThat(miss.due()).isEqualTo(due);
			assertThat(miss.owedBy()).as("before it was escalated").containsExactly("counselor");
			assertThat(miss.roles()).containsExactly("counselor");
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.OPEN);
			assertThat(miss.lateness(this.clock.instant())).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
		});
	}

	// D17
	@Test
	void aTaskWhoseModelDrawsItsOwnTimersIsRegisteredToo() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "urgency", "TODAY");
		assertThat(this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT)).isNotNull();
		this.walk.forward(Duration.ofHours(25));
		assertThat(misses(ref)).extracting(MissedDeadline::roles).contains(List.of("leader"));
	}

	// D17
	@Test
	void whatIsDoneLateBetweenTwoLooksIsRegisteredAsItIsDone() {
		CaseRef ref = this.steps.reported();
		withoutLooking(Duration.ofHours(5));
		this.steps.verified(ref);
		assertThat(misses(ref)).singleElement().satisfies((miss) -> {
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.UNEXPLAINED);
			assertThat(miss.doneBy()).contains("counselor");
			assertThat(miss.lateness(Instant.MAX)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(62));
		});
		CaseRef inTime = this.steps.reported();
		this.steps.verified(inTime);
		assertThat(misses(inTime)).isEmpty();
	}

	// D17
	@Test
	void aMissStaysAMissWhenItsTaskIsGoneAndWhoeverHadItSaysWhy() {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(5));
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		cancel(task);
		assertThat(misses(ref)).singleElement().satisfies((miss) -> {
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.MISSED);
			assertThat(miss.lateness(Instant.MAX)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(62));
		});
		String address = "/register/reasons/" + task.getId();
		assertThat(get("/", "counselor")).bodyText().contains("请说明原因", address);
		assertThat(get("/", "counselor1b")).as("it was offered to him later").bodyText().doesNotContain(address);
		assertThat(get(address, "counselor1b")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(address, "counselor")).hasStatusOk().bodyText().contains("到期时还没有办").doesNotContain("已经办完");
		assertThat(get("/register?state=MISSED", "leader")).bodyText()
			.contains(">" + ref.number() + "<", "到期没有办理", "没有办理");
		assertThat(post(address, "counselor", Map.of("excuse", "HOSPITAL"))).hasRedirectedUrl("/");
		assertThat(post(address, "counselor", Map.of("excuse", "ILLNESS"))).as("said once")
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(misses(ref)).singleElement().satisfies((miss) -> {
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.EXPLAINED);
			assertThat(miss.excuse()).contains(Excuse.HOSPITAL);
			assertThat(miss.doneBy()).as("nobody ever did it").isEmpty();
		});
		ended(ref);
	}

	// D17
	@Test
	void whatIsGoneLateBetweenTwoLooksIsAMissAndWhatIsGoneInTimeIsNone() {
		CaseRef late = this.steps.reported();
		withoutLooking(Duration.ofHours(5));
		cancel(this.walk.task(late, CrisisCaseProcess.VERIFY_CONCERN));
		assertThat(misses(late)).singleElement().satisfies((miss) -> {
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.MISSED);
			assertThat(miss.owedBy()).containsExactly("counselor");
		});
		ended(late);
		CaseRef inTime = this.steps.reported();
		this.walk.forward(Duration.ofHours(3));
		cancel(this.walk.task(inTime, CrisisCaseProcess.VERIFY_CONCERN));
		this.walk.forward(Duration.ofHours(3));
		assertThat(misses(inTime)).isEmpty();
		ended(inTime);
	}

	// D17: a case that is made void takes none of its misses along
	@Test
	void theMissesOfACaseThatIsVoidStayAndAreAskedFor() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "urgency", "TODAY");
		this.walk.forward(Duration.ofHours(30));
		assertThat(misses(ref)).extracting(MissedDeadline::state).contains(MissedDeadline.State.OPEN);
		List<String> open = misses(ref).stream()
			.filter((miss) -> miss.state() == MissedDeadline.State.OPEN)
			.map(MissedDeadline::taskId)
			.toList();
		this.steps.changeReported("counselor", ref, "VOID");
		this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_VOID,
				Map.of("voidDecision", "AGREE", "voidWhy", "确实误建"));
		assertThat(this.walk.isRunning(ref)).isFalse();
		assertThat(misses(ref)).filteredOn((miss) -> open.contains(miss.taskId()))
			.hasSameSizeAs(open)
			.extracting(MissedDeadline::state)
			.containsOnly(MissedDeadline.State.MISSED);
		assertThat(this.register.toExplain(this.accounts.find("leader").orElseThrow())).extracting(MissedDeadline::ref)
			.contains(ref);
	}

	private void cancel(Task task) {
		this.engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "planted");
	}

	private void ended(CaseRef ref) {
		this.jdbc.update("update huxin.case_file set status = 'NOT_A_CRISIS' where school = ? and number = ?",
				ref.school(), ref.number());
	}

	// D17, rule of practice 6
	@Test
	void whoWasLateSaysWhyAndHisWordsStandInTheCaseFileOnly() {
		CaseRef ref = this.steps.reported();
		String task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		this.walk.forward(Duration.ofHours(5));
		Map<String, Object> nobodyThere = Map.of("excuse", "ILLNESS");
		assertThat(post("/register/reasons/" + task, "counselor", nobodyThere)).as("it is not done yet")
			.hasStatus(HttpStatus.NOT_FOUND);
		this.walk.as("counselor1b", () -> {
			this.engine.getTaskService().claim(task, "counselor1b");
			return Boolean.TRUE;
		});
		verifiedBy("counselor1b", ref);

		assertThat(get("/", "counselor1b")).bodyText().contains("请说明原因", "/register/reasons/" + task, ref.number());
		assertThat(get("/", "counselor")).as("he did not do it").bodyText().doesNotContain("/register/reasons/" + task);
		assertThat(get("/register/reasons/" + task, "counselor")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/register/reasons/" + task, "counselor1b")).hasStatusOk()
			.bodyText()
			.contains("没有收到通知", "已逾期 60 分钟");
		assertThat(post("/register/reasons/" + task, "counselor1b", Map.of("text", "写了一半")))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("请选择一个原因", "写了一半");
		assertThat(post("/register/reasons/" + task, "counselor1b", Map.of("excuse", "LAZY")))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(post("/register/reasons/" + task, "counselor1b", Map.of("excuse", "OTHER", "text", " ")))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("请写一句说明");
		assertThat(post("/register/reasons/" + task, "counselor1b",
				Map.of("excuse", "OTHER", "text", "<b>长</b>".repeat(200))))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.bodyText()
			.contains("超过了 1000 字", "&lt;b&gt;长");
		assertThat(post("/register/reasons/" + task, "counselor1b", Map.of("excuse", "OTHER", "text", "当时在陪另一个孩子去医院")))
			.hasRedirectedUrl("/");
		assertThat(post("/register/reasons/" + task, "counselor1b", Map.of("excuse", "ILLNESS"))).as("said once")
			.hasStatus(HttpStatus.NOT_FOUND);

		assertThat(misses(ref)).singleElement().satisfies((miss) -> {
			assertThat(miss.excuse()).contains(Excuse.OTHER);
			assertThat(miss.state()).isEqualTo(MissedDeadline.State.EXPLAINED);
		});
		RecordedEntry said = this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter(MissedDeadlines.REASON::equals).isPresent())
			.findFirst()
			.orElseThrow();
		assertThat(said.author()).isEqualTo("counselor1b");
		assertThat(said.fields()).containsEntry("lateReason", "当时在陪另一个孩子去医院");
		assertThat(said.taskElement()).as("four eyes are counted by steps").isEmpty();
		assertThat(get("/register", "leader")).bodyText().contains(ref.number()).doesNotContain("另一个孩子");
		assertThat(get("/cases/" + ref.number(), "counselor1b")).bodyText().contains("逾期说明", "当时在陪另一个孩子去医院", "其他");
		assertThat(get("/cases/" + ref.number(), "leader")).bodyText().doesNotContain("另一个孩子");
	}

	// D17
	@Test
	void leadersAuditorsAndTheDistrictReadItAndNobodyElse() {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(5));
		for (String reader : List.of("leader", "auditor", "district")) {
			assertThat(get("/register", reader)).as(reader)
				.hasStatusOk()
				.bodyText()
				.contains(ref.number(), "核实情况", "林静", "还没有完成")
				.doesNotContain(this.walk.student("qinghe", 3).name());
		}
		assertThat(get("/register", "leader2")).as("of the other school")
			.hasStatusOk()
			.bodyText()
			.doesNotContain(">" + ref.number() + "<");
		for (String other : List.of("counselor", "teacher", "doctor", "admin", "guardian", "duty")) {
			assertThat(get("/register", other)).as(other).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(get("/register.csv", other)).as(other).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(get("/", "leader")).bodyText().contains("href=\"/register\"");
		assertThat(get("/", "teacher")).bodyText().doesNotContain("href=\"/register\"");
	}

	// D17, rule of practice 2
	@Test
	void whomTheCaseAvoidsSeesNoLineOfIt() {
		CaseRef ref = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
				List.of(this.directory.staffByAccount("leader").orElseThrow().id().toString()));
		this.walk.forward(Duration.ofHours(5));
		assertThat(get("/register", "leader")).bodyText().doesNotContain(">" + ref.number() + "<");
		assertThat(get("/register.csv", "leader")).bodyText().doesNotContain(ref.number());
		assertThat(get("/register", "district")).bodyText().contains(">" + ref.number() + "<");
	}

	// D17
	@Test
	void theRegisterIsFilteredByItsAddress() {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(5));
		String line = ">" + ref.number() + "<";
		assertThat(get("/register?role=counselor&state=OPEN", "leader")).bodyText().contains(line);
		assertThat(get("/register?role=doctor", "leader")).bodyText().doesNotContain(line);
		assertThat(get("/register?state=EXPLAINED", "leader")).bodyText().doesNotContain(line);
		assertThat(get("/register?term=2001-01-01_2001-06-30", "leader")).bodyText()
			.contains("没有符合条件的登记")
			.doesNotContain(line);
		assertThat(get("/register?term=2001-01-01_2099-06-30", "leader")).bodyText().contains(line);
		assertThat(get("/register?term=x_y&role=nobody&state=z", "leader")).hasStatusOk();
		assertThat(get("/register", "leader")).bodyText().contains("第一学期", "第二学期");
		assertThat(get("/register?lang=en", "leader")).bodyText().contains("Register of missed deadlines");
	}

	// D17
	@Test
	void theExportHoldsNoFormula() throws Exception {
		CaseRef ref = this.steps.reported();
		this.walk.forward(Duration.ofHours(5));
		this.jdbc.update("update huxin.missed_deadline set task = ? where case_no = ? and school = ?",
				"=HYPERLINK(\"http://x\")", ref.number(), ref.school());
		MvcTestResult csv = get("/register.csv", "leader");
		assertThat(csv).hasStatusOk()
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Content-Disposition", "attachment; filename=\"register.csv\"");
		String text = csv.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(text).startsWith("\ufeff\"学校\",\"个案编号\"")
			.contains("\"青禾第一中学\",\"" + ref.number() + "\",\"'=HYPERLINK(\"\"http://x\"\")\",\"心理老师\"")
			.doesNotContain("\"=", "\"+", "\"@");
	}

	private void withoutLooking(Duration step) {
		ClockUtil.offset(ClockUtil.getCurrentTime().getTime() + step.toMillis() - System.currentTimeMillis());
	}

	private void verifiedBy(String account, CaseRef ref) {
		this.walk.submit(account, ref, CrisisCaseProcess.VERIFY_CONCERN,
				Map.of("outcome", "NOT_A_CRISIS", "contactMade", "FACE_TO_FACE", "contactAt", this.steps.moment(),
						"safeNow", "SAFE", "selfHarmAsked", "YES", "actKind", "NONE", "criteria",
						List.of("NONE_OF_THESE"), "urgency", "WEEK", "mandatory", "NO", "reason", "误会"));
	}

	private List<MissedDeadline> misses(CaseRef ref) {
		return this.register
			.of(this.accounts.find("auditor").orElseThrow(), Instant.EPOCH, this.clock.instant().plusSeconds(1))
			.stream()
			.filter((miss) -> miss.ref().equals(ref))
			.toList();
	}

	private MvcTestResult get(String path, String account) {
		return this.mvc.get().uri(path).with(user(account).roles(roles(account))).exchange();
	}

	private MvcTestResult post(String path, String account, Map<String, Object> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(user(account).roles(roles(account)))
			.with(token());
		fields.forEach((name, value) -> request.param(name, String.valueOf(value)));
		return request.exchange();
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
