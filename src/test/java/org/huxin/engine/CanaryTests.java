package org.huxin.engine;

import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.huxin.Caller;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.Haystack;
import org.huxin.HuxinTest;
import org.huxin.LogRecorder;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.RecordedEntry;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Unique words are typed into every field of every form, into drafts, amendments and
 * every other text that the web apps' calls take; then every table, the log and the raw
 * files of the database are searched for them: found nowhere in clear. A word that is
 * planted in clear is found, so the search works (P3, P8, P19).
 */
@HuxinTest
class CanaryTests {

	private static final SecureRandom DICE = new SecureRandom();

	/** Stands in every canary of this run. */
	private final String mark = mark();

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final SchoolDirectory directory;

	private final JdbcConnectionDetails connection;

	private final CaseSteps steps;

	private final Path folder;

	@LocalServerPort
	int port;

	private final Map<String, Caller> callers = new HashMap<>();

	private final Map<String, String> typed = new LinkedHashMap<>();

	private final Set<String> drafted = new LinkedHashSet<>();

	private int count;

	@Autowired
	CanaryTests(CaseWalk walk, ProcessEngine engine, SchoolDirectory directory, JdbcConnectionDetails connection,
			@Value("${huxin.data-dir}") Path folder) {
		this.walk = walk;
		this.engine = engine;
		this.directory = directory;
		this.connection = connection;
		this.steps = new CaseSteps(walk, directory, 0);
		this.folder = folder;
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void whatPeopleTypeStandsInClearNowhere() throws Exception {
		System.out.println("CanaryTests mark " + this.mark);
		try (LogRecorder log = new LogRecorder(); Connection superuser = superuser()) {
			CaseRef ref = mildPath();
			severePath();
			closedCalls(ref);
			amend(ref);
			Set<String> everyText = everyTextFieldOfEveryForm();
			assertThat(this.typed.size()).as("fields typed into").isGreaterThan(30);
			Set<String> untouched = new TreeSet<>(everyText);
			untouched.removeAll(this.typed.keySet());
			untouched.removeAll(this.drafted);
			assertThat(untouched).as("text fields of the walked forms without a canary").isEmpty();

			Haystack words = new Haystack(List.of(this.mark, "金丝雀" + this.mark.substring(0, 6)));
			Haystack people = new Haystack(people());
			// what was just written stands in the write-ahead log, not yet in the tables'
			// files
			assertThat(words.inFilesOf(this.folder)).as("files before the checkpoint").isEmpty();
			assertThat(people.inFilesOf(this.folder)).as("people in files before the checkpoint").isEmpty();
			run(superuser, "checkpoint");
			assertThat(words.inFilesOf(this.folder)).as("files after the checkpoint").isEmpty();
			assertThat(people.inFilesOf(this.folder)).as("people in files").isEmpty();
			assertThat(words.inTablesOf(superuser)).as("tables").isEmpty();
			assertThat(people.inTablesOf(superuser)).as("people in tables").isEmpty();
			assertThat(words.in(log.text())).as("log").isEmpty();
			assertThat(people.in(log.text())).as("people in the log").isEmpty();
		}
	}

	@Test
	void theSearchFindsAWordThatWasPlantedInClear() throws Exception {
		String planted = "金丝雀" + mark();
		Haystack words = new Haystack(List.of(planted));
		String escaped = "\\u91d1\\u4e1d\\u96c0" + planted.substring(3);
		try (LogRecorder log = new LogRecorder(); Connection superuser = superuser()) {
			run(superuser, "create table huxin.planted (words text, sealed bytea)");
			try {
				run(superuser, "insert into huxin.planted values ('" + planted + "', null)");
				run(superuser, "insert into huxin.planted values (null, convert_to('" + planted + "', 'UTF8'))");
				run(superuser, "insert into huxin.planted values ('" + escaped + "', null)");
				assertThat(words.inFilesOf(this.folder)).as("write-ahead log")
					.anyMatch((place) -> place.contains("pg_wal"));
				run(superuser, "checkpoint");
				assertThat(words.inFilesOf(this.folder)).as("table files").anyMatch((place) -> place.contains("base/"));
				assertThat(words.inTablesOf(superuser)).anyMatch((place) -> place.contains("words"))
					.anyMatch((place) -> place.contains("sealed"));
				LoggerFactory.getLogger(CanaryTests.class).info("planted {}", planted);
				assertThat(words.in(log.text())).isNotEmpty();
			}
			finally {
				run(superuser, "drop table huxin.planted");
			}
		}
		assertThat(words.in(planted.getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
		assertThat(words.in(escaped)).isNotEmpty();
	}

	// the paths

	private CaseRef mildPath() {
		CaseRef ref = typing("report-concern", startForm(), "teacher", null, (texts) -> this.steps.reported(texts),
				"staffInvolved", "FAMILY", "withMore", true);
		Task verify = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		JsonNode shown = caller("counselor").get(Caller.ENGINE + "/task/" + verify.getId() + "/form-variables").json();
		assertThat(shown.path("observed").path("value").asText()).as("the counsellor's next form shows what was typed")
			.isEqualTo(this.typed.get("report-concern.observed"))
			.contains(this.mark);
		typing(ref, "counselor", CrisisCaseProcess.VERIFY_CONCERN, (texts) -> this.steps.verified(ref, texts));
		typing(ref, "counselor", RiskAssessmentProcess.ASSESS_RISK, (texts) -> this.steps.assessed(ref, texts));
		typing(ref, "counselor", SchoolCounsellingProcess.INFORM_GUARDIAN,
				(texts) -> this.steps.guardianInformed(ref, texts), "guardianAnswer", "DISAGREES");
		typing(ref, "counselor", SchoolCounsellingProcess.PLAN_COUNSELLING, (texts) -> this.steps.planned(ref, texts));
		typing(ref, "counselor", SchoolCounsellingProcess.NOTE_SESSION, (texts) -> this.steps.session(ref, texts),
				"disclosure", "YES");
		this.steps.missed(ref, "NOT_SEEN");
		typing(ref, "teacher", SchoolCounsellingProcess.CHECK_ON_STUDENT, (texts) -> {
			Map<String, Object> values = map(texts);
			values.put("studentSeen", "SEEN_WELL");
			this.walk.submit("teacher", ref, SchoolCounsellingProcess.CHECK_ON_STUDENT, values);
		});
		this.walk.tasks(ref)
			.stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(SchoolCounsellingProcess.NOTE_SESSION))
			.forEach((task) -> this.steps.lastSession(ref));
		this.walk.forward(Duration.ofDays(30));
		typing(ref, "teacher", MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				(texts) -> this.steps.headTeacherAnswers(ref, texts));
		typing(ref, "counselor", MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR,
				(texts) -> this.steps.counsellorAnswers(ref, texts), "suggest", "CLOSE");
		while (this.walk.tasks(ref).isEmpty() && this.walk.isRunning(ref)) {
			this.walk.forward(Duration.ofDays(30));
			answerPeriod(ref);
		}
		while (waitsAtFollowUp(ref)) {
			answerPeriod(ref);
			this.walk.forward(Duration.ofDays(30));
		}
		typing(ref, "counselor", CrisisCaseProcess.REVIEW_CLOSING, (texts) -> this.steps.closingProposed(ref, texts));
		typing(ref, "leader", CrisisCaseProcess.DECIDE_CLOSING, (texts) -> {
			Map<String, Object> values = map(texts);
			values.put("closingDecision", "AGREE");
			this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_CLOSING, values);
		});
		assertThat(this.walk.isRunning(ref)).isFalse();
		return ref;
	}

	private boolean waitsAtFollowUp(CaseRef ref) {
		return this.walk.tasks(ref).stream().anyMatch((task) -> task.getTaskDefinitionKey().contains("followUp"));
	}

	private void answerPeriod(CaseRef ref) {
		for (Task task : this.walk.tasks(ref)) {
			if (task.getTaskDefinitionKey().equals(MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER)) {
				this.steps.headTeacherAnswers(ref);
			}
			if (task.getTaskDefinitionKey().equals(MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR)) {
				this.steps.counsellorAnswers(ref, "suggest", "CLOSE");
			}
		}
	}

	private void severePath() {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		String commander = this.directory.staffByAccount("duty").orElseThrow().id().toString();
		typing(ref, "leader", CrisisCaseProcess.CONFIRM_LEADER_REPORT, (texts) -> this.steps.acknowledged(ref, texts),
				"commander", commander);
		CaseRef second = this.steps.reported("withMore", true, "signs", List.of("SELF_HARM"));
		this.steps.verified(second, "outcome", "NOT_A_CRISIS", "actKind", "SELF_INJURY", "criteria",
				List.of("SELF_HARM"), "reason", word("verify-concern.reason"), "informSafe", null, "informUnsafe", null,
				"hallAdvice", null);
		typing(second, "leader", CrisisCaseProcess.CONFIRM_NO_CRISIS, (texts) -> {
			Map<String, Object> values = map(texts);
			values.put("confirmation", "AGREE");
			this.walk.submit("leader", second, CrisisCaseProcess.CONFIRM_NO_CRISIS, values);
		});
	}

	private void closedCalls(CaseRef ref) {
		Task task = this.walk.task(this.steps.reported(), CrisisCaseProcess.VERIFY_CONCERN);
		Caller counselor = caller("counselor");
		String path = Caller.ENGINE + "/task/" + task.getId();
		Map<String, Object> text = Map.of("value", word("call"), "type", "String");
		counselor.claim(task.getId(), word("claim"));
		counselor.post(path + "/claim", "{\"userId\":\"" + word("claim"));
		counselor.post(path + "/unclaim", Map.of("userId", word("unclaim")));
		counselor.post(path + "/delegate", Map.of("userId", word("delegate")));
		counselor.post(path + "/assignee", Map.of("userId", word("assignee")));
		counselor.post(path + "/complete", Map.of("variables", Map.of("note", text)));
		counselor.post(path + "/resolve", Map.of("variables", Map.of("note", text)));
		counselor.post(path + "/submit-form", Map.of("variables", Map.of(word("key"), text, "outcome", text)));
		counselor.post(path + "/submit-form", "{\"variables\":{\"note\":{\"value\":\"" + word("broken"));
		counselor.post(path + "/bpmnError", Map.of("errorCode", word("code"), "errorMessage", word("message")));
		counselor.post(path + "/comment/create", Map.of("message", word("comment")));
		counselor.post(path + "/attachment/create", word("attachment"));
		counselor.post(path + "/identity-links", Map.of("userId", word("link"), "type", word("type")));
		counselor.call("PUT", path,
				Map.of("name", word("name"), "description", word("description"), "owner", word("owner")));
		counselor.call("PUT", path + "/variables/" + URLEncoder.encode(word("variable"), StandardCharsets.UTF_8), text);
		counselor.call("PUT", path + "/localVariables/note", text);
		counselor.post(Caller.ENGINE + "/task/create", Map.of("name", word("task")));
		counselor.post(Caller.ENGINE + "/filter/create",
				Map.of("name", word("filter"), "resourceType", "Task", "properties", Map.of("description", word("d"))));
		counselor.get(Caller.ENGINE + "/task?nameLike=" + encoded(word("query")));
		counselor.get(Caller.ENGINE + "/task?assigneeExpression=" + encoded("${" + word("query") + "}"));
		counselor.get(Caller.ENGINE + "/user/" + encoded(word("user")) + "/profile");
		String definition = startForm();
		caller("teacher").post(Caller.ENGINE + "/process-definition/" + definition + "/submit-form",
				Map.of("businessKey", word("businessKey"), "variables", Map.of("observed", text)));
		caller("teacher").post(Caller.ENGINE + "/process-definition/key/CrisisCase/start",
				Map.of("businessKey", word("businessKey")));
		caller("teacher").call("PUT", "/drafts/start/CrisisCase", Map.of("observed", word("draft")));
		caller("teacher").call("PUT", "/drafts/start/" + encoded(word("draft")), Map.of("observed", word("draft")));
		caller("teacher").call("PUT", "/drafts/start/CrisisCase", "{\"observed\":\"" + word("draft"));
		caller("teacher").get("/cases/" + encoded(word("case")));
		caller("teacher").get("/cases?q=" + encoded(word("search")));
		Caller.nobody(this.port)
			.send("POST", "/login", "username=" + encoded(word("user")) + "&password=" + encoded(word("password")),
					(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
		assertThat(ref.number()).isNotEmpty();
	}

	private void amend(CaseRef ref) {
		RecordedEntry mine = this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.author().equals("counselor") && entry.taskId().isPresent())
			.findFirst()
			.orElseThrow();
		Caller.Answer answer = caller("counselor").send("POST",
				"/cases/" + ref.number() + "/entries/" + mine.number() + "/amendments",
				"text=" + encoded(word("amendment")),
				(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(302);
	}

	// typing into every text field of a form

	private void typing(CaseRef ref, String account, String element, Consumer<Object[]> submit, Object... more) {
		Task task = this.walk.task(ref, element);
		this.walk.as(account, () -> {
			if (task.getAssignee() == null) {
				this.engine.getTaskService().claim(task.getId(), account);
			}
			return task;
		});
		JsonNode form = this.walk.form(account, ref, element);
		typing(form.path("id").asText(), form, account, "/drafts/task/" + task.getId(), (texts) -> {
			submit.accept(texts);
			return ref;
		}, more);
	}

	private CaseRef typing(String form, String definition, String account, String ignored,
			java.util.function.Function<Object[], CaseRef> submit, Object... more) {
		JsonNode json = caller(account)
			.get(Caller.ENGINE + "/process-definition/" + definition + "/deployed-start-form")
			.json();
		return typing(form, json, account, "/drafts/start/CrisisCase", submit, more);
	}

	private CaseRef typing(String form, JsonNode json, String account, String draft,
			java.util.function.Function<Object[], CaseRef> submit, Object... more) {
		Map<String, JsonNode> texts = new LinkedHashMap<>();
		textFields(json, texts);
		Map<String, Object> drafted = new LinkedHashMap<>();
		texts.keySet().forEach((key) -> drafted.put(key, word("draft")));
		if (!drafted.isEmpty()) {
			Caller.Answer kept = caller(account).call("PUT", draft, drafted);
			assertThat(kept.status()).as(form + kept.body()).isEqualTo(204);
			texts.keySet().forEach((key) -> this.drafted.add(form + "." + key));
		}
		Map<String, Object> values = new LinkedHashMap<>(map(more));
		texts.keySet().forEach((key) -> values.put(key, word(form + "." + key)));
		try {
			return submit.apply(array(values));
		}
		catch (FormFieldValidationException ex) {
			// what the answers hide is not typed into
			texts.forEach((key, field) -> {
				if (ex.getMessage().contains("「" + field.path("label").asText() + "」在当前选择下不需要")) {
					values.remove(key);
					this.typed.remove(form + "." + key);
				}
			});
			return submit.apply(array(values));
		}
	}

	private static void textFields(JsonNode parent, Map<String, JsonNode> found) {
		for (JsonNode component : parent.path("components")) {
			String type = component.path("type").asText();
			boolean text = type.equals("textfield") || type.equals("textarea");
			if (text && !component.path("readonly").asBoolean()) {
				found.put(component.path("key").asText(), component);
			}
			textFields(component, found);
		}
	}

	private Set<String> everyTextFieldOfEveryForm() {
		Set<String> walked = new TreeSet<>();
		this.drafted.forEach((field) -> walked.add(field.substring(0, field.indexOf('.'))));
		Set<String> all = new TreeSet<>();
		String deployment = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CrisisCaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getDeploymentId();
		for (String name : this.engine.getRepositoryService().getDeploymentResourceNames(deployment)) {
			if (name.endsWith(".form")) {
				FormSchema schema = FormSchema.read(deployment,
						this.engine.getRepositoryService().getResourceAsStream(deployment, name));
				schema.fields()
					.stream()
					.filter((field) -> field.type().startsWith("text") && !field.readOnly()
							&& walked.contains(schema.id()))
					.forEach((field) -> all.add(schema.id() + "." + field.key()));
			}
		}
		assertThat(walked).as("forms walked").hasSizeGreaterThan(11);
		return all;
	}

	private String word(String field) {
		this.count++;
		String word = "金丝雀" + this.mark + this.count;
		this.typed.put(field, word);
		return word;
	}

	private static String mark() {
		StringBuilder mark = new StringBuilder();
		for (int i = 0; i < 14; i++) {
			mark.append((char) ('a' + DICE.nextInt(26)));
		}
		return mark.toString();
	}

	private static Map<String, Object> map(Object... pairs) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put((String) pairs[i], pairs[i + 1]);
		}
		return map;
	}

	private static Object[] array(Map<String, Object> values) {
		List<Object> array = new ArrayList<>();
		values.forEach((key, value) -> {
			array.add(key);
			array.add(value);
		});
		return array.toArray();
	}

	/** Every name and phone of a child or a guardian. */
	private List<String> people() {
		List<String> people = new ArrayList<>();
		this.directory.schools()
			.forEach((school) -> this.directory.students(school.code()).forEach((student) -> add(people, student)));
		assertThat(people).hasSizeGreaterThan(100);
		return people;
	}

	private void add(List<String> people, StudentEntry student) {
		people.add(student.name());
		for (GuardianEntry guardian : this.directory.guardians(student.id())) {
			people.add(guardian.name());
			people.add(guardian.phone());
		}
	}

	private Caller caller(String account) {
		return this.callers.computeIfAbsent(account, (name) -> Caller.signedIn(this.port, name));
	}

	private String startForm() {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CrisisCaseProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private Connection superuser() throws IOException, SQLException {
		Properties secrets = new Properties();
		try (Reader reader = Files.newBufferedReader(this.folder.resolve("postgres.secrets"))) {
			secrets.load(reader);
		}
		return DriverManager.getConnection(this.connection.getJdbcUrl(), "postgres", secrets.getProperty("superuser"));
	}

	private static void run(Connection connection, String statement) throws SQLException {
		try (Statement run = connection.createStatement()) {
			run.execute(statement);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
