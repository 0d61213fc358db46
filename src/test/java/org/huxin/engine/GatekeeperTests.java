package org.huxin.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.huxin.Caller;
import org.huxin.Caller.Answer;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.engine.RoutesTests.assertSpeaksChineseOnly;

/**
 * Who lists, opens and does what, for every account of the demo, over real HTTP.
 */
@HuxinTest
class GatekeeperTests {

	private static final String ENGINE = Caller.ENGINE;

	private static final List<String> EVERYBODY = List.of("teacher", "teacher1b", "counselor", "counselor1b",
			"gradehead", "leader", "affairs", "registry", "doctor", "security", "duty", "admin", "auditor", "guardian",
			"district", "teacher2", "counselor2", "leader2");

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final SchoolDirectory directory;

	private final JdbcTemplate jdbc;

	private final CaseSteps steps;

	@LocalServerPort
	int port;

	@Autowired
	GatekeeperTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory, JdbcTemplate jdbc) {
		this.walk = walk;
		this.engine = engine;
		this.directory = directory;
		this.jdbc = jdbc;
		this.steps = new CaseSteps(walk, directory, 5);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	/** Who lists a task, and who opens it. */
	private record Rights(Task task, Set<String> listed, Set<String> opened) {
	}

	@Test
	void everyAccountListsOpensAndTakesExactlyWhatItsRelationsGive() {
		Map<String, Rights> tasks = new LinkedHashMap<>();
		CaseRef held = this.steps.reported();
		tasks.put("held by the counsellor", new Rights(this.walk.task(held, CrisisCaseProcess.VERIFY_CONCERN),
				Set.of("counselor", "leader"), Set.of("counselor")));
		tasks.put("offered to a second person",
				new Rights(offeredToASecondPerson(), Set.of("counselor1b", "leader"), Set.of("counselor1b", "leader")));
		CaseRef other = this.walk.start("teacher2", CrisisCaseProcess.KEY, report("haitang", 0));
		tasks.put("of the other school", new Rights(this.walk.task(other, CrisisCaseProcess.VERIFY_CONCERN),
				Set.of("counselor2", "leader2"), Set.of("counselor2")));
		CaseRef naming = this.walk.start("security", CrisisCaseProcess.KEY, naming("leader"));
		tasks.put("that names the leader", new Rights(this.walk.task(naming, CrisisCaseProcess.VERIFY_CONCERN),
				Set.of("counselor"), Set.of("counselor")));
		List<String> refusals = new ArrayList<>();
		for (String who : EVERYBODY) {
			Caller caller = Caller.signedIn(this.port, who);
			Set<String> lists = idsOf(caller.get(ENGINE + "/task?maxResults=2000"));
			Set<String> filtered = new TreeSet<>();
			Answer filters = caller.get(ENGINE + "/filter");
			if (filters.status() == 200) {
				filters.json().forEach((filter) -> filtered.addAll(filtered(caller, filter.path("id").asText())));
			}
			tasks.forEach((what, rights) -> {
				String id = rights.task().getId();
				String case_ = who + ", task " + what;
				assertThat(lists.contains(id)).as(case_ + " in the list").isEqualTo(rights.listed().contains(who));
				if (filtered.contains(id)) {
					assertThat(rights.listed()).as(case_ + " in a filter").contains(who);
				}
				String path = ENGINE + "/task/" + id;
				assertThat(caller.get(path).status() == 200).as(case_ + " read")
					.isEqualTo(rights.listed().contains(who));
				for (String form : List.of("/form", "/deployed-form", "/form-variables")) {
					Answer answer = caller.get(path + form);
					assertThat(answer.status() == 200).as(case_ + form + answer.body())
						.isEqualTo(rights.opened().contains(who));
					keepRefusal(refusals, case_ + form, answer);
				}
				if (!rights.opened().contains(who)) {
					for (Answer answer : List.of(caller.claim(id, who), caller.claim(id, "counselor"),
							caller.post(path + "/unclaim", Map.of()), caller.submit(id, Map.of("outcome", "JOINED")))) {
						assertThat(answer.status()).as(case_ + answer.body()).isBetween(400, 404);
						keepRefusal(refusals, case_, answer);
					}
				}
			});
		}
		tasks.forEach((what,
				rights) -> assertThat(
						this.engine.getTaskService().createTaskQuery().taskId(rights.task().getId()).singleResult())
					.as(what)
					.extracting(Task::getAssignee)
					.isEqualTo(rights.task().getAssignee()));
		assertThat(refusals).hasSizeGreaterThan(30);
		assertThat(this.jdbc.queryForObject("select count(*) from act_ru_authorization where resource_type_ = 7",
				Integer.class))
			.as("grants per task")
			.isZero();
	}

	@Test
	void everyStarterMayReportEveryStudentOfTheSchoolAndNobodyElseMay() {
		String definition = definition();
		List<String> starters = List.of("teacher", "teacher1c", "counselor1b", "gradehead", "affairs", "registry",
				"doctor", "security", "duty", "leader");
		int student = 0;
		for (String who : starters) {
			Caller caller = Caller.signedIn(this.port, who);
			assertThat(caller
				.get(ENGINE + "/process-definition?latest=true&startableInTasklist=true&startablePermissionCheck=true")
				.body()).as(who).contains("CrisisCase").doesNotContain("RiskAssessment");
			JsonNode form = caller.get(ENGINE + "/process-definition/" + definition + "/deployed-start-form").json();
			assertThat(field(form, "studentRef").path("values")).as(who)
				.hasSize(this.directory.students("qinghe").size());
			Answer answer = caller.start(definition, report("qinghe", student++));
			assertThat(answer.status()).as(who + answer.body()).isEqualTo(200);
		}
		for (String who : List.of("guardian", "admin", "auditor", "district")) {
			Caller caller = Caller.signedIn(this.port, who);
			Answer answer = caller.start(definition, report("qinghe", 0));
			assertThat(answer.status()).as(who).isBetween(400, 404);
			assertSpeaksChineseOnly(who, answer);
			Answer form = caller.get(ENGINE + "/process-definition/" + definition + "/deployed-start-form");
			assertThat(form.status()).as(who).isBetween(400, 404);
			assertSpeaksChineseOnly(who, form);
		}
		Caller elsewhere = Caller.signedIn(this.port, "teacher2");
		JsonNode form = elsewhere.get(ENGINE + "/process-definition/" + definition + "/deployed-start-form").json();
		assertThat(field(form, "studentRef").path("values")).hasSize(this.directory.students("haitang").size());
		Caller teacher = Caller.signedIn(this.port, "teacher");
		for (String called : List.of("RiskAssessment", "SchoolCounselling", "MonthlyFollowUp")) {
			String id = this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(called)
				.latestVersion()
				.singleResult()
				.getId();
			Answer answer = teacher.start(id, Map.of());
			assertThat(answer.status()).as(called + answer.body()).isBetween(400, 404);
			assertSpeaksChineseOnly(called, answer);
			assertThat(teacher.get(ENGINE + "/process-definition/" + id + "/xml").status()).as("diagram")
				.isEqualTo(200);
		}
	}

	@Test
	void whoIsNamedInAReportSeesNothingOfItFromTheFirstSecond() {
		CaseRef ref = this.walk.start("doctor", CrisisCaseProcess.KEY, naming("leader", "teacher", "duty"));
		for (String who : List.of("leader", "teacher", "duty")) {
			Caller caller = Caller.signedIn(this.port, who);
			assertThat(caller.get(ENGINE + "/task?processInstanceBusinessKey=" + ref.number()).body()).as(who)
				.isEqualTo("[]");
			assertThat(caller.get("/cases/" + ref.number()).status()).as(who).isEqualTo(404);
			assertThat(caller.get("/cases").body()).as(who).doesNotContain(ref.number());
			assertThat(caller.get("/").body()).as(who).doesNotContain(ref.number());
		}
		assertThat(linked(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN))).containsExactly("counselor");
	}

	// A01 A04
	@Test
	void theDistrictTakesThePartOfTheOnlyLeaderWhoIsNamed() {
		Map<String, Object> values = naming("leader");
		values.put("dangerNow", "YES");
		CaseRef ref = this.walk.start("doctor", CrisisCaseProcess.KEY, values);
		this.walk.runDueJobs();
		assertThat(linked(this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT))).containsExactly("district");
		Caller district = Caller.signedIn(this.port, "district");
		String path = ENGINE + "/task/" + this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT).getId();
		assertThat(district.get(path + "/form-variables").status()).isEqualTo(200);
		assertThat(district.get(ENGINE + "/task").body())
			.contains(this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT).getId());
	}

	@Test
	void theHeadTeacherWhoIsNamedGetsNoTaskOfTheCase() {
		CaseRef ref = this.walk.start("doctor", CrisisCaseProcess.KEY, naming("teacher"));
		this.steps.verified(ref, "urgency", "TODAY");
		this.steps.assessed(ref);
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.missed(ref, "NOT_SEEN");
		assertThat(linked(this.walk.task(ref, SchoolCounsellingProcess.CHECK_ON_STUDENT))).isNotEmpty()
			.doesNotContain("teacher");
	}

	@Test
	void aSecondReportIsAnsweredLikeTheFirstAndOnlyTheCounsellorSeesThatTheyBelongTogether() {
		String definition = definition();
		Caller security = Caller.signedIn(this.port, "security");
		Caller doctor = Caller.signedIn(this.port, "doctor");
		Answer first = security.start(definition, report("qinghe", 6));
		Answer second = doctor.start(definition, report("qinghe", 6));
		assertThat(second.status()).isEqualTo(first.status()).isEqualTo(200);
		assertThat(second.json().size()).isEqualTo(first.json().size());
		assertThat(shape(second)).isEqualTo(shape(first));
		String one = first.json().path("businessKey").asText();
		String two = second.json().path("businessKey").asText();
		assertThat(second.body()).doesNotContain(one);
		for (Caller reporter : List.of(security, doctor)) {
			for (String path : List.of(ENGINE + "/task", "/", "/cases")) {
				assertThat(reporter.get(path).body()).doesNotContain((reporter == doctor) ? one : two);
			}
		}
		CaseRef ref = new CaseRef("qinghe", two);
		String counsellor = assignee(ref);
		assertThat(joinable(counsellor, ref)).contains(one);
		this.walk.submit(counsellor, ref, CrisisCaseProcess.VERIFY_CONCERN, Map.of("outcome", "JOINED", "joinTo", one));
		assertThat(this.walk.isRunning(ref)).isFalse();
	}

	@Test
	void aReportThatNamesTheCounsellorIsNotOfferedToHimForJoiningEither() {
		Map<String, Object> named = report("qinghe", 7);
		String counsellor = assignee(this.walk.start("teacher", CrisisCaseProcess.KEY, report("qinghe", 7)));
		named.put("staffInvolved", "STAFF");
		named.put("involvedStaff", List.of(staff(counsellor)));
		CaseRef hidden = this.walk.start("doctor", CrisisCaseProcess.KEY, named);
		assertThat(assignees(hidden)).doesNotContain(counsellor);
		CaseRef later = this.walk.start("affairs", CrisisCaseProcess.KEY, report("qinghe", 7));
		assertThat(joinable(counsellor, later)).isNotEmpty().doesNotContain(hidden.number());
	}

	// rule of practice 2
	@Test
	void whoIsNamedInOneOfTwoJoinedReportsSeesNeither() {
		CaseRef first = this.walk.start("security", CrisisCaseProcess.KEY, naming("leader"));
		CaseRef second = this.walk.start("doctor", CrisisCaseProcess.KEY, report("qinghe", 5));
		assertThat(Caller.signedIn(this.port, "leader").get("/cases/" + second.number()).status()).isEqualTo(200);
		this.steps.joined(second, first);
		Caller leader = Caller.signedIn(this.port, "leader");
		assertThat(leader.get("/cases/" + second.number()).status()).isEqualTo(404);
		assertThat(leader.get("/cases").body()).doesNotContain(first.number(), second.number());
	}

	// rule of practice 2
	@Test
	void aJoinedReportTakesTheCaseFromTheLeaderItNames() {
		CaseRef first = this.walk.start("security", CrisisCaseProcess.KEY, report("qinghe", 5));
		Task task = this.walk.task(first, CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(linked(task)).contains("leader");
		CaseRef second = this.walk.start("doctor", CrisisCaseProcess.KEY, naming("leader"));
		this.steps.joined(second, first);
		Caller leader = Caller.signedIn(this.port, "leader");
		assertThat(idsOf(leader.get(ENGINE + "/task?maxResults=2000"))).doesNotContain(task.getId());
		assertThat(leader.get("/cases/" + first.number()).status()).isEqualTo(404);
		assertThat(assignees(first)).containsExactly("counselor");
	}

	// rule of practice 2
	@Test
	void aJoinedReportGivesTheCaseOfTheCounsellorItNamesToAnother() {
		CaseRef first = this.steps.reported();
		this.steps.verified(first);
		assertThat(this.walk.task(first, RiskAssessmentProcess.ASSESS_RISK).getAssignee()).isEqualTo("counselor");
		CaseRef second = this.walk.start("doctor", CrisisCaseProcess.KEY, naming("counselor"));
		this.walk.submit("counselor1b", second, CrisisCaseProcess.VERIFY_CONCERN,
				Map.of("outcome", "JOINED", "joinTo", first.number()));
		assertThat(this.walk.task(first, RiskAssessmentProcess.ASSESS_RISK).getAssignee()).isEqualTo("counselor1b");
		assertThat(Caller.signedIn(this.port, "counselor").get("/cases/" + first.number()).status()).isEqualTo(404);
		assertThat(Caller.signedIn(this.port, "counselor1b").get("/cases/" + first.number()).body())
			.contains("最近总是一个人坐着");
	}

	// A08
	@Test
	void aSubstituteIsOfferedTheTasksOfWhomHeStandsInFor() {
		CaseRef ref = this.steps.reported();
		toTheSession(ref);
		this.walk.forward(Duration.ofDays(31));
		this.steps.missed(ref, "NOT_SEEN");
		assertThat(linked(this.walk.task(ref, SchoolCounsellingProcess.CHECK_ON_STUDENT))).contains("teacher",
				"teacher1b");
	}

	@Test
	void theSecondPersonIsSomebodyElseByOfferAndByTheDoor() {
		Task task = offeredToASecondPerson();
		assertThat(linked(task)).doesNotContain("counselor");
		// whoever smuggles him into the offer
		this.engine.getTaskService().addCandidateUser(task.getId(), "counselor");
		Caller counselor = Caller.signedIn(this.port, "counselor");
		counselor.claim(task.getId(), "counselor");
		Answer answer = counselor.submit(task.getId(), Map.of("confirmation", "AGREE"));
		assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
		assertThat(answer.message()).contains("另一位老师");
		Answer form = counselor.get(ENGINE + "/task/" + task.getId() + "/deployed-form");
		assertThat(form.message()).contains("另一位老师");
	}

	@Test
	void whatAPersonMayNotDoTheJavaServicesRefuseToo() {
		CaseRef ref = this.steps.reported();
		String task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		String instance = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getProcessInstanceId();
		var tasks = this.engine.getTaskService();
		var runtime = this.engine.getRuntimeService();
		Map<String, Runnable> ways = new LinkedHashMap<>();
		ways.put("complete", () -> tasks.complete(task, Map.of("outcome", "JOINED")));
		ways.put("complete without variables", () -> tasks.complete(task));
		ways.put("resolve", () -> tasks.resolveTask(task));
		ways.put("delegate", () -> tasks.delegateTask(task, "他说的话"));
		ways.put("error", () -> tasks.handleBpmnError(task, "X", "他说的话"));
		ways.put("escalation", () -> tasks.handleEscalation(task, "X"));
		ways.put("variable", () -> tasks.setVariable(task, "outcome", "JOINED"));
		ways.put("local variable", () -> tasks.setVariableLocal(task, "outcome", "JOINED"));
		ways.put("process variable", () -> runtime.setVariable(instance, "outcome", "JOINED"));
		ways.put("assignee", () -> tasks.setAssignee(task, "他说的话"));
		ways.put("claim for another", () -> tasks.claim(task, "counselor1b"));
		ways.put("owner", () -> tasks.setOwner(task, "他说的话"));
		ways.put("name", () -> tasks.setName(task, "他说的话"));
		ways.put("description", () -> tasks.setDescription(task, "他说的话"));
		ways.put("due date", () -> tasks.setDueDate(task, null));
		ways.put("follow-up date", () -> tasks.setFollowUpDate(task, null));
		ways.put("priority", () -> tasks.setPriority(task, 1));
		ways.put("update", () -> {
			Task mine = tasks.createTaskQuery().taskId(task).singleResult();
			mine.setName("他说的话");
			tasks.saveTask(mine);
		});
		ways.put("standalone task", () -> tasks.saveTask(tasks.newTask("他说的话")));
		ways.put("delete", () -> tasks.deleteTask(task, "他说的话"));
		ways.put("comment", () -> tasks.createComment(task, instance, "他说的话"));
		ways.put("attachment",
				() -> tasks.createAttachment("text", task, instance, "他说的话", "他说的话", "http://localhost/"));
		ways.put("candidate", () -> tasks.addCandidateUser(task, "他说的话"));
		ways.put("candidate group", () -> tasks.addCandidateGroup(task, "他说的话"));
		ways.put("filter",
				() -> this.engine.getFilterService().saveFilter(this.engine.getFilterService().newTaskFilter("他说的话")));
		ways.put("start", () -> runtime.startProcessInstanceByKey("CrisisCase", "他说的话"));
		ways.put("start a part", () -> runtime.startProcessInstanceByKey("RiskAssessment"));
		ways.put("message", () -> runtime.correlateMessage("anything"));
		ways.put("signal", () -> runtime.signalEventReceived("anything"));
		ways.put("suspend", () -> runtime.suspendProcessInstanceById(instance));
		ways.put("delete instance", () -> runtime.deleteProcessInstance(instance, "他说的话"));
		ways.put("modify",
				() -> runtime.createProcessInstanceModification(instance).startBeforeActivity("end_closed").execute());
		ways.put("deployment",
				() -> this.engine.getRepositoryService().createDeployment().addString("a.bpmn", "x").deploy());
		ways.put("decision", () -> this.engine.getDecisionService().evaluateDecisionTableByKey("RiskLevel", Map.of()));
		ways.put("user",
				() -> this.engine.getIdentityService().saveUser(this.engine.getIdentityService().newUser("mallory")));
		ways.put("grant", () -> this.engine.getAuthorizationService()
			.saveAuthorization(this.engine.getAuthorizationService().createNewAuthorization(1)));
		ways.put("native query", () -> tasks.createNativeTaskQuery().sql("select * from act_ru_task").list());
		ways.put("property", () -> this.engine.getManagementService().setProperty("huxin", "他说的话"));
		ways.forEach((way, action) -> {
			Throwable refusal = null;
			try {
				this.walk.as("counselor", () -> {
					action.run();
					return way;
				});
			}
			catch (RuntimeException ex) {
				refusal = ex;
			}
			assertThat(refusal).as(way).isNotNull();
		});
		Task after = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(after.getName()).isEqualTo("核实情况");
		assertThat(after.getAssignee()).isEqualTo("counselor");
		assertThat(after.getOwner()).isNull();
		assertThat(after.getDescription()).doesNotContain("他说的话");
		assertThat(after.getDueDate()).isNotNull();
		assertThat(tasks.getTaskComments(task)).isEmpty();
		assertThat(tasks.getTaskAttachments(task)).isEmpty();
		assertThat(tasks.createTaskQuery().taskName("他说的话").count()).isZero();
	}

	// fixtures

	private Task offeredToASecondPerson() {
		CaseRef ref = this.steps.reported("withMore", true, "signs", List.of("SELF_HARM"));
		this.steps.verified(ref, "outcome", "NOT_A_CRISIS", "actKind", "SELF_INJURY", "criteria", List.of("SELF_HARM"),
				"reason", "旧伤", "informSafe", null, "informUnsafe", null, "hallAdvice", null);
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_NO_CRISIS);
		assertThat(linked(task)).doesNotContain("counselor");
		// as when the time is over
		this.engine.getTaskService().addCandidateUser(task.getId(), "counselor1b");
		this.engine.getTaskService().setAssignee(task.getId(), null);
		return this.walk.task(ref, CrisisCaseProcess.CONFIRM_NO_CRISIS);
	}

	private void toTheSession(CaseRef ref) {
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
	}

	private Map<String, Object> report(String school, int student) {
		Map<String, Object> values = new HashMap<>();
		values.put("dangerNow", "NO");
		values.put("studentRef", this.walk.student(school, student).id().toString());
		values.put("observed", "最近总是一个人坐着");
		values.put("whereNow", "WITH_SOMEONE");
		values.put("staffInvolved", "NO");
		return values;
	}

	private Map<String, Object> naming(String... accounts) {
		Map<String, Object> values = report("qinghe", 5);
		values.put("staffInvolved", "STAFF");
		values.put("involvedStaff", List.of(accounts).stream().map(this::staff).toList());
		return values;
	}

	private String staff(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id().toString();
	}

	private String definition() {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CrisisCaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private Set<String> linked(Task task) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getUserId)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Set<String> assignees(CaseRef ref) {
		return linked(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN));
	}

	private String assignee(CaseRef ref) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId())
			.stream()
			.filter((link) -> link.getType().equals("candidate"))
			.map(IdentityLink::getUserId)
			.findFirst()
			.orElseThrow();
	}

	private Set<String> joinable(String counsellor, CaseRef ref) {
		Set<String> numbers = new LinkedHashSet<>();
		field(this.walk.form(counsellor, ref, CrisisCaseProcess.VERIFY_CONCERN), "joinTo").path("values")
			.forEach((choice) -> numbers.add(choice.path("value").asText()));
		return numbers;
	}

	private static JsonNode field(JsonNode parent, String key) {
		for (JsonNode component : parent.path("components")) {
			if (component.path("key").asText().equals(key)) {
				return component;
			}
			JsonNode inner = field(component, key);
			if (!inner.isMissingNode()) {
				return inner;
			}
		}
		return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
	}

	private static String shape(Answer answer) {
		return answer.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "id").replaceAll("\\d{4}-\\d{4,6}", "number");
	}

	private static Set<String> idsOf(Answer answer) {
		if (answer.status() != 200) {
			return Set.of();
		}
		JsonNode tasks = answer.json();
		return StreamSupport
			.stream(((tasks.isArray()) ? tasks : tasks.path("_embedded").path("task")).spliterator(), false)
			.map((task) -> task.path("id").asText())
			.collect(Collectors.toSet());
	}

	private static Set<String> filtered(Caller caller, String filter) {
		Set<String> ids = idsOf(caller.post(ENGINE + "/filter/" + filter + "/list?maxResults=2000", Map.of()));
		assertThat(caller.post(ENGINE + "/filter/" + filter + "/count", Map.of()).json().path("count").asInt())
			.isEqualTo(ids.size());
		assertThat(caller.get(ENGINE + "/filter/" + filter + "/count").json().path("count").asInt())
			.isEqualTo(ids.size());
		return ids;
	}

	private static void keepRefusal(List<String> refusals, String call, Answer answer) {
		if (answer.status() >= 400) {
			assertSpeaksChineseOnly(call, answer);
			refusals.add(answer.message());
		}
	}

}
