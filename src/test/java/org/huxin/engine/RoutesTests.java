package org.huxin.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.huxin.Caller;
import org.huxin.Caller.Answer;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an expert with the source would ask of the web apps' addresses, over real HTTP.
 */
@HuxinTest
class RoutesTests {

	private static final String ENGINE = Caller.ENGINE;

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final CaseSteps steps;

	@LocalServerPort
	int port;

	private CaseRef ref = new CaseRef("", "");

	private Task task;

	@Autowired
	RoutesTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory) {
		this.walk = walk;
		this.engine = engine;
		this.steps = new CaseSteps(walk, directory, 2);
	}

	@BeforeEach
	void aCaseThatTheCounsellorHolds() {
		this.ref = this.steps.reported();
		String id = this.walk.task(this.ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		this.walk.as("counselor", () -> {
			if (this.engine.getTaskService().createTaskQuery().taskId(id).singleResult().getAssignee() == null) {
				this.engine.getTaskService().claim(id, "counselor");
			}
			return id;
		});
		this.task = this.walk.task(this.ref, CrisisCaseProcess.VERIFY_CONCERN);
	}

	/** Every other way to write or read that the engine's REST API has for a task. */
	private Map<String, Object> closed() {
		String task = "/task/" + this.task.getId();
		Map<String, Object> text = Map.of("value", "他说的话", "type", "String");
		return Map.ofEntries(Map.entry("POST " + task + "/complete", Map.of()),
				Map.entry("POST " + task + "/complete ", Map.of("variables", Map.of("outcome", text))),
				Map.entry("POST " + task + "/resolve", Map.of("variables", Map.of("outcome", text))),
				Map.entry("POST " + task + "/delegate", Map.of("userId", "他说的话")),
				Map.entry("POST " + task + "/assignee", Map.of("userId", "他说的话")),
				Map.entry("POST " + task + "/bpmnError", Map.of("errorCode", "X", "errorMessage", "他说的话")),
				Map.entry("POST " + task + "/bpmnEscalation", Map.of("escalationCode", "X")),
				Map.entry("PUT " + task + "/variables/note", text),
				Map.entry("POST " + task + "/variables", Map.of("modifications", Map.of("note", text))),
				Map.entry("PUT " + task + "/localVariables/note", text), Map.entry("GET " + task + "/variables", ""),
				Map.entry("GET " + task + "/localVariables", ""),
				Map.entry("PUT " + task, Map.of("name", "他说的话", "description", "他说的话", "owner", "他说的话")),
				Map.entry("DELETE " + task, ""), Map.entry("POST /task/create", Map.of("name", "他说的话")),
				Map.entry("POST " + task + "/comment/create", Map.of("message", "他说的话")),
				Map.entry("GET " + task + "/comment", ""), Map.entry("POST " + task + "/attachment/create", "x"),
				Map.entry("GET " + task + "/attachment", ""),
				Map.entry("POST " + task + "/identity-links", Map.of("userId", "他说的话", "type", "candidate")),
				Map.entry("GET " + task + "/identity-links", ""),
				Map.entry("POST /task", Map.of("processVariables", List.of())), Map.entry("POST /task/count", Map.of()),
				Map.entry("GET /task/count", ""),
				Map.entry("POST /filter/create", Map.of("name", "他说的话", "resourceType", "Task")),
				Map.entry("PUT /filter/x", Map.of("name", "他说的话", "resourceType", "Task")),
				Map.entry("DELETE /filter/x", ""), Map.entry("GET /variable-instance", ""),
				Map.entry("POST /variable-instance", Map.of()), Map.entry("GET /history/task", ""),
				Map.entry("GET /history/variable-instance", ""), Map.entry("GET /history/process-instance", ""),
				Map.entry("GET /user", ""), Map.entry("POST /user/create", Map.of()), Map.entry("GET /tenant", ""),
				Map.entry("POST /deployment/create", "x"), Map.entry("GET /deployment", ""),
				Map.entry("POST /process-definition/key/CrisisCase/start", Map.of("businessKey", "他说的话")),
				Map.entry("POST /process-definition/key/CrisisCase/submit-form", Map.of("businessKey", "他说的话")),
				Map.entry("POST /message", Map.of("messageName", "x")), Map.entry("GET /process-instance", ""),
				Map.entry("GET /job", ""), Map.entry("GET /incident", ""), Map.entry("GET /authorization", ""),
				Map.entry("GET /execution", ""), Map.entry("GET /external-task", ""),
				Map.entry("POST /decision-definition/key/RiskLevel/evaluate", Map.of()));
	}

	@Test
	void everyOtherCallOfTheEngineIsClosedInChineseAndChangesNothing() {
		for (String who : List.of("counselor", "leader", "admin")) {
			Caller caller = Caller.signedIn(this.port, who);
			closed().forEach((call, body) -> {
				String[] parts = call.split(" ");
				Answer answer = caller.call(parts[0], ENGINE + parts[1], body);
				assertThat(answer.status()).as(who + " " + call + " " + answer.body()).isEqualTo(404);
				assertSpeaksChineseOnly(call, answer);
			});
		}
		Task after = this.walk.task(this.ref, CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(after.getAssignee()).isEqualTo("counselor");
		assertThat(after.getName()).isEqualTo(this.task.getName());
		assertThat(after.getOwner()).isNull();
	}

	@Test
	void noSpellingOfAnAddressReachesAClosedCall() {
		Caller counselor = Caller.signedIn(this.port, "counselor");
		String task = this.task.getId();
		List<String> tricks = List.of("/camunda/%61pi/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/ap%69/engine/engine/default/task/" + task + "/comment/create",
				"/%63amunda/api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/api/engine/engine/default/task/" + task + "/comment;x=1/create",
				"/camunda/api;x=1/engine/engine/default/task/" + task + "/comment/create",
				"/camunda;jsessionid=1/api/engine/engine/default/task/" + task + "/comment/create",
				"//camunda/api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda//api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/./api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/app/../api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/app/%2e%2e/api/engine/engine/default/task/" + task + "/comment/create",
				"/camunda/api/engine/engine/default/task/" + task + "/claim/../comment/create",
				"/camunda/api/engine/engine/default/task/" + task + "%2Fcomment/create",
				"/camunda/api/engine/engine/default/task/" + task + "/%63omment/create",
				"/camunda/api/engine/engine/default/task/" + task + "/comment/create/",
				"/camunda/api/engine/engine/default/task/" + task + "/comment/create%20",
				"/camunda/api/admin/../engine/engine/default/task/" + task + "/comment/create",
				"/camunda/api/engine/engine/default/task/" + task + "/comment\\create",
				"/engine-rest/task/" + task + "/comment/create", "/engine%2Drest/task/" + task + "/comment/create",
				"/%65ngine-rest/task/" + task + "/comment/create", "/camunda/API/engine/engine/default/task");
		for (String trick : tricks) {
			if (trick.contains("\\")) {
				continue;
			}
			Answer answer = counselor.post(trick, Map.of("message", "他说的话"));
			assertThat(answer.status()).as(trick + " → " + answer.body()).isBetween(400, 405);
			assertThat(answer.body()).as(trick).doesNotContain("Exception", "org.", "ENGINE-");
		}
		assertThat(this.engine.getTaskService().getTaskComments(task)).isEmpty();
	}

	@Test
	void noOtherMethodReachesAClosedCall() {
		Caller counselor = Caller.signedIn(this.port, "counselor");
		String variables = ENGINE + "/task/" + this.task.getId() + "/variables";
		for (String method : List.of("HEAD", "OPTIONS", "PATCH", "PUT", "DELETE", "PROPFIND", "get")) {
			Answer answer = counselor.call(method, variables, "");
			assertThat(answer.status()).as(method + answer).isBetween(400, 405);
			assertThat(answer.headers()).as(method).doesNotContainKey("allow");
		}
		for (String override : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
			Answer answer = counselor.send("POST", ENGINE + "/task/" + this.task.getId() + "/claim", "{}",
					(request) -> request.header(override, "DELETE").header("Content-Type", "application/json"));
			assertThat(answer.status()).as(override + answer.body()).isNotEqualTo(500);
		}
		Answer form = counselor.send("POST", ENGINE + "/task/" + this.task.getId() + "/claim", "_method=DELETE",
				(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
		assertSpeaksChineseOnly("_method", form);
		assertThat(this.walk.tasks(this.ref)).hasSize(1);
	}

	@Test
	void nobodyGetsAnythingWithoutSigningIn() {
		Caller nobody = Caller.nobody(this.port);
		Stream.of("/task", "/task/" + this.task.getId() + "/deployed-form", "/filter", "/user/counselor/profile")
			.forEach((path) -> assertThat(nobody.get(ENGINE + path).status()).as(path).isEqualTo(401));
		assertThat(nobody.call("PUT", "/drafts/task/" + this.task.getId(), "{}").status()).isIn(401, 403);
		assertThat(nobody.post("/camunda/api/admin/setup/default/user/create", Map.of()).status()).isIn(401, 403, 404);
		assertThat(nobody.post("/camunda/api/admin/auth/user/default/login/tasklist", "username=admin").status())
			.isIn(401, 403, 404);
		assertThat(nobody.get("/engine-rest/task").status()).isIn(302, 401, 403, 404);
		assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
		assertThat(nobody.get("/actuator/env").status()).isNotEqualTo(200);
	}

	@Test
	void aForgedCallWithoutTheTokenIsRefusedInChinese() {
		Caller counselor = Caller.signedIn(this.port, "counselor");
		Answer answer = counselor.send("POST", ENGINE + "/task/" + this.task.getId() + "/unclaim", "{}",
				(request) -> request.setHeader("X-XSRF-TOKEN", "forged").header("Content-Type", "application/json"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(403);
		assertSpeaksChineseOnly("csrf", answer);
		Answer draft = counselor.send("PUT", "/drafts/task/" + this.task.getId(), "{}",
				(request) -> request.setHeader("X-HUXIN-XSRF", "forged").header("Content-Type", "application/json"));
		assertThat(draft.status()).as(draft.body()).isEqualTo(403);
	}

	@Test
	void listsCannotBeAskedForWhatACaseHolds() {
		Caller leader = Caller.signedIn(this.port, "leader");
		String filter = leader.get(ENGINE + "/filter").json().get(0).path("id").asText();
		List<Object> oracles = List.of(
				Map.of("processVariables", List.of(Map.of("name", "careTrack", "operator", "eq", "value", "SCHOOL"))),
				Map.of("taskVariables", List.of(Map.of("name", "x", "operator", "eq", "value", "y"))),
				Map.of("orQueries", List.of(Map.of("processVariables",
						List.of(Map.of("name", "urgency", "operator", "eq", "value", "NOW")), "nameLike", "%"))),
				Map.of("sorting",
						List.of(Map.of("sortBy", "processVariable", "sortOrder", "asc", "parameters",
								Map.of("variable", "careTrack", "type", "String")))),
				Map.of("assigneeExpression", "${'coun' + 'selor'}"),
				Map.of("nameLike", "%", "owner", "x", "dueBeforeExpression", "${now()}"), "[]", "no json");
		for (Object oracle : oracles) {
			Answer list = leader.post(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15", oracle);
			Answer count = leader.post(ENGINE + "/filter/" + filter + "/count", oracle);
			assertThat(list.status()).as(oracle + " → " + list.body()).isBetween(400, 499);
			assertSpeaksChineseOnly("list " + oracle, list);
			if (oracle instanceof Map && !oracle.toString().contains("sorting")) {
				assertThat(count.status()).as(oracle + " → " + count.body()).isBetween(400, 499);
				assertSpeaksChineseOnly("count " + oracle, count);
			}
		}
		for (String query : List.of("processVariables=careTrack_eq_UNASSESSED", "taskVariables=a_eq_b",
				"assigneeExpression=$%7B1%7D", "sortBy=nonsense", "sortBy=dueDate", "priority=x", "firstResult=a",
				"caseInstanceVariables=a_like_b", "createdAfter=yesterday")) {
			Answer answer = leader.get(ENGINE + "/task?" + query);
			assertThat(answer.status()).as(query + " → " + answer.body()).isBetween(400, 499);
			assertSpeaksChineseOnly(query, answer);
		}
	}

	@Test
	void anOrQueryOfTheCallerStaysInsideHisLists() {
		Caller outsider = Caller.signedIn(this.port, "security");
		String filter = outsider.get(ENGINE + "/filter").json().get(0).path("id").asText();
		for (Object body : List.of(Map.of(), Map.of("orQueries", List.of(Map.of("nameLike", "%"))),
				Map.of("orQueries", List.of(Map.of("assignee", "counselor"), Map.of("nameLike", "%"))),
				Map.of("involvedUser", "counselor"), Map.of("includeAssignedTasks", true, "candidateUser", "counselor"),
				Map.of("tenantIdIn", List.of("qinghe", "haitang")), Map.of("withoutTenantId", false))) {
			Answer answer = outsider.post(ENGINE + "/filter/" + filter + "/list", body);
			assertThat(answer.body()).as(body.toString()).doesNotContain(this.task.getId());
			assertThat(outsider.post(ENGINE + "/filter/" + filter + "/count", body).body()).as(body.toString())
				.doesNotContain("\"count\":1");
		}
		for (String query : List.of("", "?taskId=" + this.task.getId(), "?assignee=counselor",
				"?processInstanceBusinessKey=" + this.ref.number(), "?involvedUser=counselor",
				"?tenantIdIn=qinghe,haitang", "?candidateGroup=counselor&includeAssignedTasks=true")) {
			assertThat(outsider.get(ENGINE + "/task" + query).body()).as(query).doesNotContain(this.task.getId());
		}
	}

	@Test
	void theEngineNamesNobodyOfAnotherSchoolAndNoGuardian() {
		Caller counselor = Caller.signedIn(this.port, "counselor");
		assertThat(counselor.get(ENGINE + "/user/teacher/profile").status()).isEqualTo(200);
		assertThat(counselor.get(ENGINE + "/user/counselor/profile").status()).isEqualTo(200);
		for (String who : List.of("guardian", "teacher2", "nobody")) {
			Answer answer = counselor.get(ENGINE + "/user/" + who + "/profile");
			assertThat(answer.status()).as(who + answer.body()).isEqualTo(404);
			assertSpeaksChineseOnly(who, answer);
		}
		Caller guardian = Caller.signedIn(this.port, "guardian");
		assertThat(guardian.get(ENGINE + "/user/teacher/profile").status()).isEqualTo(404);
		assertThat(guardian.post(ENGINE + "/group", Map.of("member", "teacher")).body()).doesNotContain("headTeacher");
	}

	static void assertSpeaksChineseOnly(String call, Answer answer) {
		assertThat(answer.message()).as(call + " → " + answer).matches("(?s).*\\p{IsHan}.*");
		assertThat(answer.body()).as(call)
			.doesNotContainPattern("(?i)exception|cannot|could not|not found|forbidden|invalid|error|task with|null")
			.doesNotContain("org.", "java.", "ENGINE-");
	}

}
