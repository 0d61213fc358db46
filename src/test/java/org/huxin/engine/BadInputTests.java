package org.huxin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.huxin.Caller;
import org.huxin.Caller.Answer;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.LogRecorder;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.Drafts;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.huxin.engine.RoutesTests.assertSpeaksChineseOnly;

/**
 * Bad input at the door, as it arrives over real HTTP: each gets a clear Chinese message,
 * and nothing that was typed is lost or half written.
 */
@HuxinTest
class BadInputTests {

	private static final String CANARY = "canary7f3a";

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final SchoolDirectory directory;

	private final Drafts drafts;

	private final JdbcTemplate jdbc;

	private final CaseSteps steps;

	@LocalServerPort
	int port;

	private Caller teacher = Caller.nobody(0);

	private Caller counselor = Caller.nobody(0);

	@Autowired
	BadInputTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory, Drafts drafts, JdbcTemplate jdbc) {
		this.walk = walk;
		this.engine = engine;
		this.directory = directory;
		this.drafts = drafts;
		this.jdbc = jdbc;
		this.steps = new CaseSteps(walk, directory, 3);
	}

	@BeforeEach
	void signIn() {
		this.teacher = Caller.signedIn(this.port, "teacher");
		this.counselor = Caller.signedIn(this.port, "counselor");
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	// the start form

	@Test
	void everyBadValueOfAReportIsRefusedInChineseAndLeavesNothingBehind() {
		String foreigner = this.walk.student("haitang", 0).id().toString();
		String colleague = this.directory.staff("qinghe").get(0).id().toString();
		String stranger = this.directory.staff("haitang").get(0).id().toString();
		Map<String, Map<String, Object>> bad = new LinkedHashMap<>();
		bad.put("an unknown field", Map.of("level", "ACUTE"));
		bad.put("an engine variable", Map.of("careTrack", "NONE"));
		bad.put("a very long unknown field", Map.of(CANARY.repeat(400), "x"));
		bad.put("a number for text", Map.of("observed", 42));
		bad.put("a yes for text", Map.of("observed", true));
		bad.put("a JSON object for text", Map.of("observed", json("{\"text\":\"" + CANARY + "\"}")));
		bad.put("a list for text", Map.of("observed", json("[\"" + CANARY + "\"]")));
		bad.put("broken JSON for text", Map.of("observed", json("{" + CANARY)));
		bad.put("deep JSON for text", Map.of("observed", json("[".repeat(5000) + "]".repeat(5000))));
		bad.put("a serialized Java object", Map.of("observed",
				object("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAA", "application/x-java-serialized-object")));
		bad.put("an object in JSON", Map.of("observed", object("{\"a\":1}", "application/json")));
		bad.put("a file", Map.of("observed",
				Map.of("type", "File", "value", "YWJj", "valueInfo", Map.of("filename", CANARY + ".html"))));
		bad.put("bytes", Map.of("observed", Map.of("type", "Bytes", "value", "YWJj")));
		bad.put("a date object", Map.of("observed", Map.of("type", "Date", "value", "2026-01-01T00:00:00.000+0800")));
		bad.put("an unknown type", Map.of("observed", Map.of("type", "Nonsense", "value", CANARY)));
		bad.put("a missing text", missing("observed"));
		bad.put("blanks for text", Map.of("observed", " \n\t 　"));
		bad.put("an empty text", Map.of("observed", ""));
		bad.put("5,000 characters", Map.of("observed", CANARY + "长".repeat(5000)));
		bad.put("one character too many", Map.of("observed", "长".repeat(2001)));
		bad.put("a NUL byte", Map.of("observed", CANARY + "\0"));
		bad.put("an escape sign", Map.of("observed", CANARY + "\u001b[2J"));
		bad.put("81 characters", Map.of("withMore", true, "whereText", "长".repeat(81)));
		bad.put("a student of the other school", Map.of("studentRef", foreigner));
		bad.put("no student", missing("studentRef"));
		bad.put("a student nobody knows", Map.of("studentRef", UUID.randomUUID().toString()));
		bad.put("no id at all", Map.of("studentRef", CANARY + "' or 1=1 --"));
		bad.put("a list for the student", Map.of("studentRef", List.of(foreigner)));
		bad.put("a code not offered", Map.of("dangerNow", "MAYBE"));
		bad.put("a code in other letters", Map.of("dangerNow", "no"));
		bad.put("a number for a code", Map.of("dangerNow", 1));
		bad.put("an expression for a code", Map.of("dangerNow", "${1+1}"));
		bad.put("an object for a code that others depend on", Map.of("staffInvolved", json("{\"a\":1}")));
		bad.put("a list for a code that others depend on", Map.of("staffInvolved", json("[\"NO\"]")));
		bad.put("a number for a code that others depend on", Map.of("staffInvolved", 7));
		bad.put("a null for a code that others depend on", Map.of("staffInvolved", json("null")));
		bad.put("markup for a name", Map.of("<img src=x onerror=alert(1)>", "x"));
		bad.put("a missing code", missing("whereNow"));
		bad.put("a hidden field", Map.of("involvedStaff", List.of(colleague)));
		bad.put("a required field that has appeared", Map.of("staffInvolved", "STAFF"));
		bad.put("a colleague of the other school",
				Map.of("staffInvolved", "STAFF", "involvedStaff", List.of(stranger)));
		bad.put("the same colleague twice",
				Map.of("staffInvolved", "STAFF", "involvedStaff", List.of(colleague, colleague)));
		bad.put("a text for a list", Map.of("withMore", true, "done", "STAYED"));
		bad.put("a code not offered in a list", Map.of("withMore", true, "done", List.of("STAYED", CANARY)));
		bad.put("numbers in a list", Map.of("withMore", true, "done", json("[1,2]")));
		bad.put("lists in a list", Map.of("withMore", true, "done", json("[[\"STAYED\"]]")));
		bad.put("a text for a tick", Map.of("withMore", "true"));
		bad.put("signs without the list opened", Map.of("signs", List.of("SUICIDE_TALK")));
		bad.put("a date in the future", Map.of("withMore", true, "discoveredAt", "2099-01-01T08:00+08:00"));
		bad.put("a date of another age", Map.of("withMore", true, "discoveredAt", "1895-01-01T08:00+08:00"));
		bad.put("no date", Map.of("withMore", true, "discoveredAt", CANARY));
		bad.put("a day that does not exist", Map.of("withMore", true, "discoveredAt", "2026-02-30T08:00+08:00"));
		bad.put("a number for a date", Map.of("withMore", true, "discoveredAt", 1));

		String definition = definition();
		assertThat(this.teacher.call("PUT", "/drafts/start/CrisisCase", Map.of("observed", "草稿还在")).status())
			.isEqualTo(204);
		int cases = cases();
		try (LogRecorder log = new LogRecorder()) {
			bad.forEach((what, changes) -> {
				Map<String, Object> values = report();
				values.putAll(changes);
				values.values().removeIf((value) -> value == MISSING);
				Answer answer = this.teacher.start(definition, values);
				assertThat(answer.status()).as(what + " → " + answer.body()).isEqualTo(400);
				assertSpeaksChineseOnly(what, new Answer(answer.status(),
						answer.body().replaceAll("「(level|careTrack|[a-z0-9]+)」", ""), answer.headers()));
			});
			assertThat(log.text()).doesNotContain(CANARY, "长长长");
		}
		assertThat(cases()).as("nothing was opened").isEqualTo(cases);
		assertThat(draftOf("teacher", "start:CrisisCase")).containsEntry("observed", "草稿还在");
		assertThat(this.teacher.start(definition, report()).status()).isEqualTo(200);
		assertThat(this.drafts.find("teacher", "start:CrisisCase")).as("a submitted draft is forgotten").isEmpty();
	}

	@Test
	void aBusinessKeyIsRefusedAndAnEmptyOneIsGivenByTheDoor() {
		String path = Caller.ENGINE + "/process-definition/" + definition() + "/submit-form";
		int cases = cases();
		Answer typed = this.teacher.post(path, Map.of("businessKey", "李明 想不开", "variables", Caller.typed(report())));
		assertThat(typed.status()).as(typed.body()).isEqualTo(400);
		assertSpeaksChineseOnly("business key", typed);
		assertThat(cases()).isEqualTo(cases);
		Answer empty = this.teacher.post(path, Map.of("businessKey", "", "variables", Caller.typed(report())));
		assertThat(empty.status()).as(empty.body()).isEqualTo(200);
		assertThat(empty.json().path("businessKey").asText()).matches("\\d{4}-\\d{4,6}");
	}

	@Test
	void everySignThatPeopleTypeArrivesUnchangedAtTheCounsellor() {
		String typed = "她说：“活着没意思” 😢👨‍👩‍👧 𠮷\n<script>alert(1)</script> ${1+1} #{x} {{observed}} = \"a\" 'b' \\ %s --;"
				+ " \u202e反 ﷽ é\t" + "长".repeat(1800);
		Map<String, Object> values = report();
		values.put("observed", typed.substring(0, 1900));
		values.put("withMore", true);
		values.put("whereText", "=1+1");
		Answer started = this.teacher.start(definition(), values);
		assertThat(started.status()).as(started.body()).isEqualTo(200);
		CaseRef ref = new CaseRef("qinghe", started.json().path("businessKey").asText());
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		JsonNode shown = this.counselor.get(Caller.ENGINE + "/task/" + task.getId() + "/form-variables").json();
		assertThat(shown.path("observed").path("value").asText()).isEqualTo(typed.substring(0, 1900));
		assertThat(shown.path("whereText").path("value").asText()).isEqualTo("=1+1");
	}

	// a task's form

	@Test
	void whatAFormOnlyShowsIsNeitherStoredNorChangedNorAWayAroundItsConditions() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		Caller leader = Caller.signedIn(this.port, "leader");
		claim(leader, task, "leader");
		// the commander is asked for because the urgency, which is only shown, is NOW
		Answer around = leader.submit(task.getId(),
				Map.of("acknowledged", true, "urgency", "WEEK", "caseNo", "1999-0001", "student", "别人"));
		assertThat(around.status()).as(around.body()).isEqualTo(400);
		assertSpeaksChineseOnly("read-only condition", around);
		String commander = this.directory.staffByAccount("duty").orElseThrow().id().toString();
		Answer taken = leader.submit(task.getId(), Map.of("acknowledged", true, "urgency", "WEEK", "commander",
				commander, "caseNo", "1999-0001", "student", "别人", "timeLeft", "永远"));
		assertThat(taken.status()).as(taken.body()).isEqualTo(204);
		RecordedEntry entry = submissions(ref, "confirm-leader-report").get(0);
		assertThat(entry.fields()).containsEntry("commander", commander)
			.doesNotContainKeys("urgency", "caseNo", "student", "timeLeft");
	}

	@Test
	void whoOnlyKeepsTheSystemOrWatchesItIsNotChosenToCommand() { // D18
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		Caller leader = Caller.signedIn(this.port, "leader");
		claim(leader, task, "leader");
		for (String account : List.of("admin", "auditor")) {
			String person = this.directory.staffByAccount(account).orElseThrow().id().toString();
			Answer refused = leader.submit(task.getId(), Map.of("acknowledged", true, "commander", person));
			assertThat(refused.status()).as(refused.body()).isEqualTo(400);
			assertThat(refused.message()).as(account).contains("不在可选范围内");
		}
	}

	@Test
	void aNumberKeepsItsLimitsAndIsWhole() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		int before = this.walk.entries(ref).size();
		for (Object minutes : List.of(0, 4, 121, -1, 1e300, 40.5, Double.NaN, Double.POSITIVE_INFINITY, "40", true)) {
			assertThatExceptionOfType(FormFieldValidationException.class).as("" + minutes)
				.isThrownBy(() -> this.steps.session(ref, "minutes", minutes))
				.withMessageContaining("「")
				.withMessageNotContaining("null");
		}
		assertThatExceptionOfType(FormFieldValidationException.class)
			.isThrownBy(() -> this.steps.session(ref, "note", "\ud83d half a sign"))
			.withMessageContaining("特殊符号");
		assertThat(this.walk.entries(ref)).hasSize(before);
		this.steps.session(ref);
		assertThat(this.walk.entries(ref)).hasSizeGreaterThan(before);
	}

	@Test
	void aGuardianWhoIsNotOfferedCannotBeChosen() {
		CaseRef ref = this.steps.reported();
		List<String> guardians = this.steps.guardians();
		this.steps.verified(ref, "informSafe", List.of(), "informUnsafe", guardians);
		this.steps.assessed(ref, "informSafe", List.of(), "informUnsafe", guardians);
		List<Task> inform = this.walk.tasks(ref)
			.stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(SchoolCounsellingProcess.INFORM_GUARDIAN))
			.toList();
		for (Task task : inform) {
			assertThatExceptionOfType(FormFieldValidationException.class)
				.isThrownBy(() -> this.steps.guardianInformed(ref))
				.withMessageContaining("不在可选范围内");
			assertThat(this.walk.task(ref, task.getTaskDefinitionKey()).getId()).isEqualTo(task.getId());
		}
		String foreign = this.directory.guardians(this.walk.student("haitang", 0).id()).get(0).id().toString();
		CaseRef other = this.steps.reported();
		assertThatExceptionOfType(FormFieldValidationException.class)
			.isThrownBy(() -> this.steps.verified(other, "informSafe", List.of(foreign)))
			.withMessageContaining("不在可选范围内");
	}

	@Test
	void aTaskOfAnotherPersonOfAnotherSchoolUnclaimedOrFinishedIsRefusedKindly() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		Map<String, Object> values = Map.of("outcome", "CONFIRMED");
		int before = this.walk.entries(ref).size();
		Map<String, String> refusals = new LinkedHashMap<>();
		refusals.put("teacher", "没有");
		refusals.put("counselor1b", "没有");
		refusals.put("counselor2", "没有");
		refusals.put("guardian", "没有");
		refusals.put("admin", "没有");
		refusals.put("leader", "内容只有处理人能看到");
		refusals.forEach((who, words) -> {
			Caller caller = Caller.signedIn(this.port, who);
			for (Answer answer : List.of(caller.submit(task.getId(), values),
					caller.get(Caller.ENGINE + "/task/" + task.getId() + "/deployed-form"),
					caller.get(Caller.ENGINE + "/task/" + task.getId() + "/form-variables"))) {
				assertThat(answer.status()).as(who + answer.body()).isBetween(400, 404);
				assertSpeaksChineseOnly(who, answer);
				assertThat(answer.message()).as(who).contains(words);
			}
		});
		this.walk.as("counselor", () -> {
			this.engine.getTaskService().setAssignee(task.getId(), null);
			return task;
		});
		Answer unclaimed = this.counselor.submit(task.getId(), values);
		assertThat(unclaimed.status()).isEqualTo(400);
		assertThat(unclaimed.message()).contains("我来处理");
		assertThat(this.walk.entries(ref)).hasSize(before);
		this.steps.verified(ref);
		int after = this.walk.entries(ref).size();
		Answer late = this.counselor.submit(task.getId(), values);
		assertThat(late.status()).isEqualTo(404);
		assertThat(late.message()).contains("已经由别人完成", "没有提交");
		assertSpeaksChineseOnly("late", late);
		assertThat(this.walk.entries(ref)).hasSize(after);
	}

	@Test
	void ofTwoWhoFinishTheSameTaskExactlyOneWinsAndTheOtherIsToldKindly() throws Exception {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		String task = this.walk.task(ref, RiskAssessmentProcess.ASSESS_RISK).getId();
		claim(this.counselor, this.walk.task(ref, RiskAssessmentProcess.ASSESS_RISK), "counselor");
		Caller again = Caller.signedIn(this.port, "counselor");
		Map<String, Object> values = this.steps.assessment();
		List<Answer> answers = together(() -> this.counselor.submit(task, values), () -> again.submit(task, values));
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 404);
		answers.stream().filter((answer) -> answer.status() == 404).forEach((answer) -> {
			assertThat(answer.message()).contains("已经由别人完成");
			assertSpeaksChineseOnly("race", answer);
		});
		assertThat(submissions(ref, "assess-risk")).hasSize(1);
		assertNumberedWithoutGaps(ref);
	}

	@Test
	void ofTwoWhoTakeTheSameTaskExactlyOneGetsIt() throws Exception {
		CaseRef ref = this.steps.reported("withMore", true, "signs", List.of("SELF_HARM"));
		this.steps.verified(ref, "outcome", "NOT_A_CRISIS", "actKind", "SELF_INJURY", "criteria", List.of("SELF_HARM"),
				"reason", "旧伤", "informSafe", null, "informUnsafe", null, "hallAdvice", null);
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_NO_CRISIS);
		this.engine.getTaskService().addCandidateUser(task.getId(), "counselor1b");
		this.engine.getTaskService().setAssignee(task.getId(), null);
		Caller leader = Caller.signedIn(this.port, "leader");
		Caller colleague = Caller.signedIn(this.port, "counselor1b");
		List<Answer> answers = together(() -> leader.claim(task.getId(), "leader"),
				() -> colleague.claim(task.getId(), "counselor1b"));
		assertThat(answers.stream().filter((answer) -> answer.status() == 204)).as(answers.toString()).hasSize(1);
		answers.stream()
			.filter((answer) -> answer.status() != 204)
			.forEach((answer) -> assertSpeaksChineseOnly("claim", answer));
	}

	@Test
	void twoTasksOfOneCaseFinishedAtTheSameMomentAreBothKept() throws Exception {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		List<Boolean> done = together(() -> {
			this.steps.guardianInformed(ref);
			return true;
		}, () -> {
			this.steps.planned(ref);
			return true;
		});
		assertThat(done).containsExactly(true, true);
		assertThat(submissions(ref, "inform-guardian")).hasSize(1);
		assertThat(submissions(ref, "plan-counselling")).hasSize(1);
		assertNumberedWithoutGaps(ref);
	}

	@Test
	void aFailingStepOfTheEngineLeavesNoEntryAndKeepsTheDraft() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		Task task = this.walk.task(ref, RiskAssessmentProcess.ASSESS_RISK);
		claim(this.counselor, task, "counselor");
		assertThat(this.counselor.call("PUT", "/drafts/task/" + task.getId(), Map.of("opinion", "写到一半")).status())
			.isEqualTo(204);
		List<RecordedEntry> before = this.walk.entries(ref);
		this.engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());
		try (LogRecorder log = new LogRecorder()) {
			Map<String, Object> values = this.steps.assessment("opinion", CANARY + " 评估意见");
			Answer answer = this.counselor.submit(task.getId(), values);
			assertThat(answer.status()).as(answer.body()).isBetween(400, 503);
			assertSpeaksChineseOnly("suspended", answer);
			assertThat(log.text()).doesNotContain(CANARY, "评估意见");
		}
		finally {
			this.engine.getRuntimeService().activateProcessInstanceById(task.getProcessInstanceId());
		}
		assertThat(this.walk.entries(ref)).hasSameSizeAs(before);
		assertThat(draftOf("counselor", "task:" + task.getId())).containsEntry("opinion", "写到一半");
		assertThat(this.counselor.submit(task.getId(), this.steps.assessment()).status()).isEqualTo(204);
		assertThat(this.drafts.find("counselor", "task:" + task.getId())).isEmpty();
	}

	// opening a form

	@Test
	void aFormIsFilledWithExactlyItsOwnKeysAndADraftOfItsOwner() {
		CaseRef ref = this.steps.reported("observed", "第一次报告");
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		claim(this.counselor, task, "counselor");
		String variables = Caller.ENGINE + "/task/" + task.getId() + "/form-variables";
		JsonNode fresh = this.counselor.get(variables).json();
		assertThat(keys(fresh)).isSubsetOf(keysOfForm(task)).contains("caseNo", "observed", "urgency");
		assertThat(fresh.has("outcome")).isFalse();
		assertThat(this.counselor.get(variables + "?variableNames=observed,careTrack,nonsense").json()).hasSize(1)
			.allSatisfy((value) -> assertThat(value.path("value").asText()).isEqualTo("第一次报告"));

		assertThat(this.counselor
			.call("PUT", "/drafts/task/" + task.getId(),
					Map.of("reason", "只有我看得到", "urgency", "TODAY", "observed", "改写", "nonsense", "x"))
			.status()).isEqualTo(204);
		JsonNode drafted = this.counselor.get(variables).json();
		assertThat(drafted.path("reason").path("value").asText()).isEqualTo("只有我看得到");
		assertThat(drafted.path("urgency").path("value").asText()).as("a draft beats what was prefilled")
			.isEqualTo("TODAY");
		assertThat(drafted.path("observed").path("value").asText()).as("what is shown stays").isEqualTo("第一次报告");
		assertThat(drafted.has("nonsense")).isFalse();
		JsonNode form = this.counselor.get(Caller.ENGINE + "/task/" + task.getId() + "/deployed-form").json();
		assertThat(form.toString()).contains("只有我看得到", "第一次报告");

		Caller district = Caller.signedIn(this.port, "counselor1b");
		assertThat(district.call("PUT", "/drafts/task/" + task.getId(), Map.of("reason", "别人")).status())
			.isEqualTo(404);
		this.engine.getTaskService().addCandidateUser(task.getId(), "counselor1b");
		this.walk.as("counselor", () -> {
			this.engine.getTaskService().setAssignee(task.getId(), null);
			return task;
		});
		assertThat(district.get(variables).body()).contains("第一次报告").doesNotContain("只有我看得到");
	}

	@Test
	void aLaterTalkNoteStartsEmpty() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.steps.assessed(ref);
		this.steps.guardianInformed(ref);
		this.steps.planned(ref);
		this.steps.session(ref, "note", "第一次谈话的要点");
		assertThat(this.walk.shown("counselor", ref, SchoolCounsellingProcess.NOTE_SESSION))
			.doesNotContainKeys("note", "state", "trend", "safety")
			.doesNotContainValue("第一次谈话的要点");
		assertThat(this.walk.form("counselor", ref, SchoolCounsellingProcess.NOTE_SESSION).toString())
			.doesNotContain("第一次谈话的要点");
	}

	@Test
	void draftsAreSealedAndTakenOnlyFromWhoMayFillInTheForm() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		claim(this.counselor, task, "counselor");
		String path = "/drafts/task/" + task.getId();
		assertThat(this.counselor.call("PUT", path, Map.of("reason", "封存的草稿")).status()).isEqualTo(204);
		List<byte[]> sealed = this.jdbc.queryForList("select content from huxin.draft", byte[].class);
		assertThat(sealed).isNotEmpty()
			.noneSatisfy((content) -> assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8))
				.contains("封存的草稿"));
		for (String who : List.of("teacher", "counselor2", "leader", "guardian", "admin", "auditor")) {
			Answer answer = Caller.signedIn(this.port, who).call("PUT", path, Map.of("reason", "别人"));
			assertThat(answer.status()).as(who).isEqualTo(404);
			assertSpeaksChineseOnly(who, answer);
		}
		for (String who : List.of("guardian", "admin", "auditor")) {
			assertThat(Caller.signedIn(this.port, who).call("PUT", "/drafts/start/CrisisCase", Map.of()).status())
				.as(who)
				.isEqualTo(404);
		}
		assertThat(this.teacher.call("PUT", "/drafts/start/RiskAssessment", Map.of("a", "b")).status()).isEqualTo(404);
		assertThat(this.teacher.call("PUT", "/drafts/start/nonsense", Map.of("a", "b")).status()).isEqualTo(404);
		Map<String, Integer> bad = new LinkedHashMap<>();
		bad.put("no json", 400);
		bad.put("[]", 400);
		bad.put("", 400);
		bad.put("null", 400);
		bad.put("\"text\"", 400);
		bad.put("{\"a\":", 400);
		bad.put("{\"a\":" + "[".repeat(3000) + "]".repeat(3000) + "}", 400);
		bad.put("{\"reason\":\"" + "长".repeat(200_000) + "\"}", 413);
		bad.put("{" + String.join(",", IntStream.range(0, 500).mapToObj((i) -> "\"k" + i + "\":1").toList()) + "}",
				413);
		bad.forEach((body, status) -> {
			Answer answer = this.counselor.call("PUT", path, body);
			String what = body.substring(0, Math.min(30, body.length()));
			assertThat(answer.status()).as(what + answer.body()).isEqualTo(status);
			assertSpeaksChineseOnly(what, answer);
		});
		assertThat(draftOf("counselor", "task:" + task.getId())).containsEntry("reason", "封存的草稿");
	}

	// helpers of these tests

	private static final Object MISSING = new Object();

	private static Map<String, Object> missing(String key) {
		return Map.of(key, MISSING);
	}

	private static Map<String, Object> json(String value) {
		return Map.of("type", "Json", "value", value);
	}

	private static Map<String, Object> object(String value, String format) {
		return Map.of("type", "Object", "value", value, "valueInfo",
				Map.of("objectTypeName", "java.util.HashMap", "serializationDataFormat", format));
	}

	private Map<String, Object> report() {
		Map<String, Object> values = new HashMap<>();
		values.put("dangerNow", "NO");
		values.put("studentRef", this.walk.student("qinghe", 3).id().toString());
		values.put("observed", "最近总是一个人坐着");
		values.put("whereNow", "WITH_SOMEONE");
		values.put("staffInvolved", "NO");
		return values;
	}

	private String definition() {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CrisisCaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private int cases() {
		return this.jdbc.queryForObject("select count(*) from huxin.case_file", Integer.class)
				+ this.jdbc.queryForObject("select coalesce(sum(last), 0) from huxin.case_number", Integer.class);
	}

	private void claim(Caller caller, Task task, String account) {
		Task now = this.engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
		if (now.getAssignee() == null) {
			Answer answer = caller.claim(task.getId(), account);
			assertThat(answer.status()).as(answer.body()).isEqualTo(204);
		}
	}

	private Map<String, Object> draftOf(String owner, String subject) {
		return this.drafts.find(owner, subject).orElse(Map.of());
	}

	private List<RecordedEntry> submissions(CaseRef ref, String form) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SUBMISSION && entry.form().filter(form::equals).isPresent())
			.toList();
	}

	private void assertNumberedWithoutGaps(CaseRef ref) {
		List<RecordedEntry> entries = this.walk.entries(ref);
		assertThat(entries).extracting(RecordedEntry::number)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, entries.size()).boxed().toList());
	}

	private List<String> keysOfForm(Task task) {
		JsonNode form = this.counselor.get(Caller.ENGINE + "/task/" + task.getId() + "/deployed-form").json();
		List<String> keys = new ArrayList<>();
		collect(form, keys);
		return keys;
	}

	private static void collect(JsonNode parent, List<String> keys) {
		for (JsonNode component : parent.path("components")) {
			if (component.has("key")) {
				keys.add(component.path("key").asText());
			}
			collect(component, keys);
		}
	}

	private static List<String> keys(JsonNode object) {
		return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false).toList();
	}

	@SafeVarargs
	static <T> List<T> together(Callable<T>... actions) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(actions.length);
		try {
			CyclicBarrier barrier = new CyclicBarrier(actions.length);
			List<Future<T>> running = new ArrayList<>();
			for (Callable<T> action : actions) {
				running.add(threads.submit(() -> {
					barrier.await();
					return action.call();
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : running) {
				results.add(future.get());
			}
			return Collections.unmodifiableList(results);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void whateverTypeTheJavaServicesAreGivenTheDoorChecksIt() {
		CaseRef ref = this.steps.reported();
		int before = this.walk.entries(ref).size();
		for (Object value : List.of(new StringBuilder("文"), Map.of("a", "b"), List.of(Map.of()), new byte[] { 1 },
				Variables.objectValue(new HashMap<>()).create(),
				Variables.fileValue("a.txt").file(new byte[] { 1 }).create(), Variables.stringValue("x".repeat(400)))) {
			assertThatExceptionOfType(FormFieldValidationException.class).as(value.getClass().toString())
				.isThrownBy(() -> this.steps.verified(ref, "hallAdvice", value))
				.withMessageContaining("给班主任");
		}
		assertThat(this.walk.entries(ref)).hasSize(before);
	}

}
