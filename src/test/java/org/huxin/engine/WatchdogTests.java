package org.huxin.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.RecordedEntry;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.Personnel;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Planted faults that the watchdog finds, and nobody else would (invariant 1).
 */
@HuxinTest
class WatchdogTests {

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final Watchdog watchdog;

	private final CaseFiles caseFiles;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final JdbcTemplate jdbc;

	private final ApplicationEventPublisher publisher;

	private final TransactionTemplate transaction;

	private final MockMvcTester mvc;

	private final Clock clock;

	private final CaseSteps steps;

	@Autowired
	WatchdogTests(CaseWalk walk, ProcessEngine engine, Watchdog watchdog, CaseFiles caseFiles, Accounts accounts,
			SchoolDirectory directory, Personnel personnel, JdbcTemplate jdbc, ApplicationEventPublisher publisher,
			TransactionTemplate transaction, MockMvcTester mvc, Clock clock) {
		this.walk = walk;
		this.engine = engine;
		this.watchdog = watchdog;
		this.caseFiles = caseFiles;
		this.accounts = accounts;
		this.directory = directory;
		this.personnel = personnel;
		this.jdbc = jdbc;
		this.publisher = publisher;
		this.transaction = transaction;
		this.mvc = mvc;
		this.clock = clock;
		this.steps = new CaseSteps(walk, directory, 6);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void aCaseThatIsUnderWayIsNoFault() {
		CaseRef waiting = this.steps.reported();
		CaseRef further = this.steps.reported();
		this.steps.verified(further);
		this.steps.assessed(further);
		this.watchdog.look();
		assertThat(faults(waiting)).isEmpty();
		assertThat(faults(further)).isEmpty();
		assertThat(events(waiting)).doesNotContain("watchdogFound");
	}

	@Test
	void anOpenCaseWhoseProcessIsGoneWakesItsCounsellorAndTheAdministrator() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		deleteProcesses(ref);
		this.watchdog.look();
		this.watchdog.look();
		assertThat(faults(ref)).containsExactly(StuckCase.Kind.GONE);
		assertThat(events(ref)).as("said once").containsOnlyOnce("watchdogFound");
		assertThat(this.watchdog.stuckCasesOf(this.accounts.find("counselor").orElseThrow())).contains(ref);
		assertThat(this.watchdog.stuckCasesOf(this.accounts.find("counselor1b").orElseThrow())).doesNotContain(ref);
		assertThat(this.watchdog.stuckCasesOf(this.accounts.find("counselor2").orElseThrow())).doesNotContain(ref);
		assertThat(get("/", "counselor", "counselor")).bodyText().contains(ref.number(), "因系统原因停住了");
		assertThat(get("/", "teacher", "headTeacher")).bodyText().doesNotContain("因系统原因停住了");
		assertThat(get("/", "admin", "administrator")).bodyText().contains("处停住了", "href=\"/jobs\"");
		assertThat(get("/jobs", "admin", "administrator")).hasStatusOk()
			.bodyText()
			.contains(ref.number(), "流程已经不在")
			.doesNotContain(this.walk.student("qinghe", 6).name());
		this.transaction.executeWithoutResult((status) -> this.caseFiles.end(ref, CaseStatus.NOT_A_CRISIS));
		this.watchdog.look();
		assertThat(faults(ref)).isEmpty();
		assertThat(events(ref)).contains("watchdogOver");
	}

	@Test
	void whereASchoolHasNoCounsellorTheLeaderIsTold() {
		CaseRef ref = this.steps.reported();
		CaseRef hidden = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
				List.of(this.directory.staffByAccount("leader").orElseThrow().id().toString()));
		deleteProcesses(ref);
		deleteProcesses(hidden);
		this.watchdog.look();
		Account leader = this.accounts.find("leader").orElseThrow();
		assertThat(this.watchdog.stuckCasesOf(leader)).doesNotContain(ref, hidden);
		List<UUID> counsellors = List.of(this.directory.staffByAccount("counselor").orElseThrow().id(),
				this.directory.staffByAccount("counselor1b").orElseThrow().id());
		counsellors.forEach(this.personnel::leave);
		try {
			assertThat(this.watchdog.stuckCasesOf(leader)).contains(ref).doesNotContain(hidden);
		}
		finally {
			counsellors.forEach(this.personnel::comeBack);
		}
		endForTheOthers(ref);
		endForTheOthers(hidden);
	}

	@Test
	void aProcessThatWaitsForNothingIsFound() {
		CaseRef ref = this.steps.reported();
		jobs(ref).forEach((job) -> this.engine.getManagementService().deleteJob(job.getId()));
		String task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		this.jdbc.update("delete from public.act_ru_identitylink where task_id_ = ?", task);
		this.jdbc.update("delete from public.act_ru_variable where task_id_ = ?", task);
		this.jdbc.update("delete from public.act_ru_task where id_ = ?", task);
		this.watchdog.look();
		assertThat(faults(ref)).containsExactly(StuckCase.Kind.STUCK);
		endForTheOthers(ref);
	}

	@Test
	void aStepThatFailsIsTriedFiveTimesThenShownWithoutItsWordsAndTriedAgainByButton() {
		CaseRef ref = this.steps.reported();
		Job timer = jobs(ref).get(0);
		String works = this.jdbc.queryForObject("select handler_cfg_ from public.act_ru_job where id_ = ?",
				String.class, timer.getId());
		configure(timer, "某同学说他不想活了");
		this.engine.getManagementService().setJobDuedate(timer.getId(), Date.from(this.clock.instant()));
		assertThat(catchThrowable(this.walk::runDueJobs)).isNotNull();
		assertThat(job(timer).getRetries()).as("R5/PT5M").isEqualTo(4);
		assertThat(job(timer).getDuedate()).isAfter(Date.from(this.clock.instant().plus(Duration.ofMinutes(4))))
			.isBefore(Date.from(this.clock.instant().plus(Duration.ofMinutes(6))));
		for (int i = 0; i < 4; i++) {
			assertThat(catchThrowable(() -> this.walk.forward(Duration.ofMinutes(6)))).isNotNull();
		}
		assertThat(job(timer).getRetries()).isZero();
		this.watchdog.look();
		assertThat(faults(ref)).containsExactly(StuckCase.Kind.JOB_FAILED);
		assertThat(get("/jobs", "admin", "administrator")).bodyText()
			.contains(ref.number(), "自动步骤失败", "满 20 小时未评估", "Exception")
			.doesNotContain("不想活", "某同学");
		long finding = this.watchdog.stuck(Optional.of("qinghe"))
			.stream()
			.filter((stuck) -> stuck.caseNo().equals(ref.number()))
			.findFirst()
			.orElseThrow()
			.id();

		configure(timer, works);
		assertThat(press(finding, "counselor", "counselor")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(job(timer).getRetries()).isZero();
		assertThat(press(finding, "admin", "administrator")).hasRedirectedUrl("/jobs");
		assertThat(get("/jobs", "admin", "administrator")).bodyText().contains("系统管理员 重新执行过");
		RecordedEntry pressed = this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter("watchdogRetried"::equals).isPresent())
			.findFirst()
			.orElseThrow();
		assertThat(pressed.author()).isEqualTo("admin");
		assertThat(this.jdbc.queryForList("select pressed_by from huxin.watch_retry where finding_id = ?", String.class,
				finding))
			.containsExactly("admin");
		assertThat(get("/cases/" + ref.number(), "admin", "administrator")).as("pressing opens nothing")
			.hasStatus(HttpStatus.NOT_FOUND);
		this.walk.runDueJobs();
		this.watchdog.look();
		assertThat(faults(ref)).isEmpty();
		assertThat(press(finding, "admin", "administrator")).as("it is over").hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aSuspendedTimerAndASuspendedCaseAreFoundAndGoOnByButton() {
		CaseRef ref = this.steps.reported();
		Job timer = jobs(ref).get(0);
		this.engine.getManagementService().suspendJobById(timer.getId());
		CaseRef whole = this.steps.reported();
		processes(whole).forEach((instance) -> this.engine.getRuntimeService()
			.suspendProcessInstanceById(instance.getProcessInstanceId()));
		this.watchdog.look();
		assertThat(faults(ref)).containsExactly(StuckCase.Kind.SUSPENDED);
		assertThat(faults(whole)).containsOnly(StuckCase.Kind.SUSPENDED);
		this.watchdog.stuck(Optional.of("qinghe"))
			.stream()
			.filter((stuck) -> List.of(ref.number(), whole.number()).contains(stuck.caseNo()))
			.forEach((stuck) -> assertThat(press(stuck.id(), "admin", "administrator")).hasStatus3xxRedirection());
		this.watchdog.look();
		assertThat(faults(ref)).isEmpty();
		assertThat(faults(whole)).isEmpty();
		assertThat(job(timer).isSuspended()).isFalse();
	}

	@Test
	void anAdministratorOfAnotherSchoolSeesAndRetriesNothing() {
		CaseRef ref = this.steps.reported();
		Job timer = jobs(ref).get(0);
		this.engine.getManagementService().setJobRetries(timer.getId(), 0);
		this.watchdog.look();
		long finding = this.watchdog.stuck(Optional.empty())
			.stream()
			.filter((stuck) -> stuck.caseNo().equals(ref.number()))
			.findFirst()
			.orElseThrow()
			.id();
		assertThat(this.watchdog.stuck(Optional.of("haitang"))).extracting(StuckCase::caseNo)
			.doesNotContain(ref.number());
		assertThat(this.watchdog.retry(this.accounts.find("admin").orElseThrow(), Optional.of("haitang"), finding))
			.isFalse();
		assertThat(get("/jobs", "leader", "leader")).hasStatus(HttpStatus.FORBIDDEN);
		this.engine.getManagementService().setJobRetries(timer.getId(), 5);
		this.watchdog.look();
		assertThat(faults(ref)).isEmpty();
	}

	// issue 3 items 3 and 5
	@Test
	void aTaskThatOnlyAbsentPeopleHaveIsDealtAnewOnce() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.engine.getTaskService().setAssignee(task.getId(), null);
		// as if nobody had heard of their absence when it began
		List<String> absent = List.of("counselor", "counselor1b");
		LocalDate today = LocalDate.now(this.clock);
		absent.forEach((account) -> this.jdbc.update(
				"insert into huxin.substitute (id, absent_id, from_day, until_day, begun) values (?, ?, ?, ?, true)",
				UUID.randomUUID(), this.directory.staffByAccount(account).orElseThrow().id(),
				java.sql.Date.valueOf(today), java.sql.Date.valueOf(today.plusDays(1))));
		try {
			this.watchdog.look();
			this.watchdog.look();
			assertThat(this.engine.getTaskService().getIdentityLinksForTask(task.getId()))
				.extracting(IdentityLink::getUserId)
				.contains("duty");
			assertThat(events(ref)).containsOnlyOnce("reassigned");
		}
		finally {
			absent.forEach((account) -> {
				this.jdbc.update("delete from huxin.substitute where absent_id = ? and from_day = ?",
						this.directory.staffByAccount(account).orElseThrow().id(), java.sql.Date.valueOf(today));
				this.publisher.publishEvent(new StaffChanged("qinghe", account));
			});
		}
		assertThat(this.engine.getTaskService().getIdentityLinksForTask(task.getId()))
			.extracting(IdentityLink::getUserId)
			.doesNotContain("duty");
	}

	@Test
	void aTaskThatNobodyHasIsDealtAnew() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.engine.getTaskService().setAssignee(task.getId(), null);
		this.engine.getTaskService().deleteCandidateUser(task.getId(), "counselor");
		this.watchdog.look();
		assertThat(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getAssignee()).isEqualTo("counselor");
		assertThat(events(ref)).contains("reassigned");
	}

	@Test
	void theStepsOfUrgentCasesRunFirst() {
		CaseRef calm = this.steps.reported();
		this.steps.verified(calm);
		CaseRef urgent = this.steps.reported();
		this.steps.verified(urgent, "urgency", "TODAY");
		assertThat(jobs(calm)).isNotEmpty().extracting(Job::getPriority).containsOnly(0L);
		assertThat(jobs(urgent)).extracting(Job::getPriority).contains(UrgentJobsFirst.TODAY);
	}

	private List<StuckCase.Kind> faults(CaseRef ref) {
		return this.watchdog.stuck(Optional.of(ref.school()))
			.stream()
			.filter((stuck) -> stuck.caseNo().equals(ref.number()))
			.map(StuckCase::kind)
			.toList();
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref).stream().flatMap((entry) -> entry.form().stream()).toList();
	}

	private List<ProcessInstance> processes(CaseRef ref) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list();
	}

	private List<Job> jobs(CaseRef ref) {
		return processes(ref).stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getProcessInstanceId())
				.list()
				.stream())
			.toList();
	}

	private Job job(Job known) {
		return this.engine.getManagementService().createJobQuery().jobId(known.getId()).singleResult();
	}

	private void configure(Job job, String configuration) {
		this.jdbc.update("update public.act_ru_job set handler_cfg_ = ? where id_ = ?", configuration, job.getId());
	}

	private void deleteProcesses(CaseRef ref) {
		processes(ref).stream()
			.filter((instance) -> instance.getProcessInstanceId().equals(instance.getRootProcessInstanceId()))
			.forEach((instance) -> this.engine.getRuntimeService()
				.deleteProcessInstance(instance.getProcessInstanceId(), "planted"));
	}

	/** No other test stumbles over it. */
	private void endForTheOthers(CaseRef ref) {
		deleteProcesses(ref);
		this.transaction.executeWithoutResult((status) -> this.caseFiles.end(ref, CaseStatus.NOT_A_CRISIS));
		this.watchdog.look();
	}

	private MvcTestResult press(long finding, String account, String role) {
		return this.mvc.post().uri("/jobs/" + finding).with(user(account).roles(role)).with(token()).exchange();
	}

	private MvcTestResult get(String path, String account, String role) {
		return this.mvc.get().uri(path).with(user(account).roles(role)).exchange();
	}

}
