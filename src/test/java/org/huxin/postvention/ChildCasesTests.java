package org.huxin.postvention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.engine.CaseRecord;
import org.huxin.engine.Gatekeeper;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.MoreStudents;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.huxin.postvention.EventSteps.ids;

/**
 * Who gets a case of his own after an event, when its clock starts, and who sees the
 * event and the case. F31, rules of practice 2, 3, 6 and 15, invariant 10.
 */
@HuxinTest
class ChildCasesTests {

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final EventFiles events;

	private final SchoolDirectory directory;

	private final Gatekeeper gatekeeper;

	private final Accounts accounts;

	private final CaseRecord record;

	private final ProcessEngine engine;

	private final MoreStudents more;

	private final EventSteps steps;

	@Autowired
	ChildCasesTests(CaseWalk walk, CaseFiles caseFiles, EventFiles events, SchoolDirectory directory,
			Gatekeeper gatekeeper, Accounts accounts, CaseRecord record, ProcessEngine engine,
			ApplicationContext context) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.events = events;
		this.directory = directory;
		this.gatekeeper = gatekeeper;
		this.accounts = accounts;
		this.record = record;
		this.engine = engine;
		this.more = new MoreStudents(context);
		this.steps = new EventSteps(walk, directory);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
	}

	/** Somebody who has no case yet: a new child, not of the head teacher's own class. */
	private StudentEntry withoutCase() {
		return this.directory.students(CaseSteps.SCHOOL)
			.stream()
			.filter((student) -> !student.className().equals("七年级1班"))
			.findFirst()
			.map(this.more::enrol)
			.orElseThrow();
	}

	private CaseRef eventWith(StudentEntry witness, StudentEntry friend, Object... start) {
		CaseRef event = this.steps.begun("leader", "EVENT", start);
		this.steps.factsConfirmed(event);
		this.steps.listed(event, "witnesses", ids(witness), "friends", ids(friend));
		this.steps.triaged(event, "strong", ids(witness), "caseFor", ids(witness));
		return event;
	}

	private CaseRef onlyCaseOf(StudentEntry student) {
		List<CaseSummary> open = this.caseFiles.openCasesOf(student.id());
		assertThat(open).hasSize(1);
		return open.get(0).ref();
	}

	// F31 C06, rule 6
	@Test
	void aChildCaseBeginsAtVerificationFromTheMomentTheNeedWasWrittenDown() {
		StudentEntry witness = withoutCase();
		StudentEntry friend = withoutCase();
		CaseRef event = this.steps.begun("leader", "EVENT", "discoveredAt", this.steps.moment());
		this.steps.factsConfirmed(event);
		this.steps.listed(event, "witnesses", ids(witness), "friends", ids(friend));
		this.walk.forward(Duration.ofHours(20));
		Instant written = this.walk.now();
		this.steps.triaged(event, "strong", ids(witness), "caseFor", ids(witness));

		CaseRef child = onlyCaseOf(witness);
		assertThat(this.walk.tasks(child)).extracting((task) -> task.getTaskDefinitionKey())
			.contains(CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(this.walk.due(child, CrisisCaseProcess.VERIFY_CONCERN).orElseThrow())
			.isCloseTo(written.plus(Duration.ofHours(4)), within(Duration.ofMinutes(2)));
		assertThat(this.caseFiles.openCasesOf(friend.id())).as("never for a student without need").isEmpty();
	}

	// F31, rule 3: the counsellor of the child sees where it comes from
	@Test
	void theCounsellorOfTheChildSeesWhereItComesFromAndGoesOnAsAfterAnyReport() {
		StudentEntry witness = withoutCase();
		CaseRef event = eventWith(witness, withoutCase());
		CaseRef child = onlyCaseOf(witness);
		Map<String, Object> shown = this.walk.shown("counselor", child, CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(shown.get("observed").toString()).contains(event.number(), "在场、发现或参与施救", "反应强烈");
		assertThat(this.record.of(this.caseFiles.get(child), account("counselor")))
			.anySatisfy((line) -> assertThat(line.code()).isEqualTo("openedByEvent"))
			.anySatisfy((line) -> assertThat(line.fields())
				.anySatisfy((field) -> assertThat(field.values()).containsExactly(witness.line())));
		assertThat(this.record.of(this.caseFiles.get(child), account("leader"))
			.stream()
			.flatMap((line) -> line.fields().stream()))
			.noneSatisfy((field) -> assertThat(String.join("", field.values())).contains(event.number()));

		verifiedAndAssessed(child);
		assertThat(this.walk.tasks(child)).as("all facts of a reported case are there").isNotEmpty();
		assertThat(this.walk.path(child)).contains(RiskAssessmentProcess.ASSESS_RISK);
	}

	private void verifiedAndAssessed(CaseRef child) {
		verified(child, "TODAY");
		this.walk.submit("counselor", child, RiskAssessmentProcess.ASSESS_RISK,
				new CaseSteps(this.walk, this.directory, 0).assessment("informSafe", List.of()));
	}

	private void verified(CaseRef child, String urgency) {
		CaseSteps any = new CaseSteps(this.walk, this.directory, 0);
		this.walk.submit("counselor", child, CrisisCaseProcess.VERIFY_CONCERN,
				Map.ofEntries(Map.entry("outcome", "CONFIRMED"), Map.entry("contactMade", "FACE_TO_FACE"),
						Map.entry("contactAt", any.moment()), Map.entry("safeNow", "SAFE"),
						Map.entry("selfHarmAsked", "YES"), Map.entry("actKind", "NONE"),
						Map.entry("criteria", List.of("PEER_CRISIS")), Map.entry("urgency", urgency),
						Map.entry("mandatory", "NO"), Map.entry("informSafe", List.of()),
						Map.entry("informUnsafe", List.of()), Map.entry("hallAdvice", "多陪伴。留意到课。有事当天告诉我。")));
	}

	// F31: joined or noted, never doubled
	@Test
	void twoEventsAboutTheSameStudentDoNotDoubleHisCase() {
		StudentEntry witness = withoutCase();
		CaseRef first = eventWith(witness, withoutCase());
		CaseRef child = onlyCaseOf(witness);
		CaseRef second = eventWith(witness, withoutCase());
		assertThat(second).isNotEqualTo(first);
		assertThat(onlyCaseOf(witness)).isEqualTo(child);
		assertThat(codes(child)).contains("openedByEvent", "eventConcerns");
		assertThat(codes(first)).contains("childOpened").doesNotContain("childNoted");
		assertThat(codes(second)).contains("childNoted").doesNotContain("childOpened");
		assertThat(codes(child)).as("the news did something").contains("changeTakenUp");
		assertThat(this.record.of(this.caseFiles.get(second), account("counselor"))
			.stream()
			.flatMap((line) -> line.fields().stream())
			.filter((field) -> field.key().equals("indicated"))).as("the tier is shown by name")
			.anySatisfy((field) -> assertThat(field.values()).contains(witness.line()));
		this.steps.talked(second, "talkedWith",
				this.walk.shown("counselor", second, PostventionProcess.TALK_IN_TURN).containsKey("toTalk")
						? toTalk(second) : List.of(),
				"caseFor", ids(witness), "caseReason", "仍然睡不着");
		assertThat(onlyCaseOf(witness)).as("asked for again").isEqualTo(child);
	}

	private List<String> toTalk(CaseRef event) {
		return this.walk.entries(event)
			.stream()
			.filter((entry) -> entry.fields().get("toTalk") instanceof List<?>)
			.reduce((one, other) -> other)
			.map((entry) -> ((List<?>) entry.fields().get("toTalk")).stream().map(String::valueOf).toList())
			.orElseThrow();
	}

	// F31 G14
	@Test
	void whoeverIsFoundInAReviewGetsACaseThen() {
		StudentEntry witness = withoutCase();
		StudentEntry later = withoutCase();
		CaseRef event = eventWith(witness, withoutCase());
		this.walk.forward(Duration.ofHours(49));
		Instant found = this.walk.now();
		this.steps.reviewed(event, "overall", "SOME", "added", ids(later), "caseFor", ids(later), "caseReason",
				"三天没有吃饭");
		CaseRef child = onlyCaseOf(later);
		assertThat(this.walk.due(child, CrisisCaseProcess.VERIFY_CONCERN).orElseThrow())
			.isCloseTo(found.plus(Duration.ofHours(4)), within(Duration.ofMinutes(2)));
		assertThat(this.walk.shown("counselor", child, CrisisCaseProcess.VERIFY_CONCERN).get("observed").toString())
			.contains("复查时发现", "三天没有吃饭");
	}

	// rule 2, invariant 10
	@Test
	void nobodyOnTheAvoidanceListOfTheEventSeesTheEventOrItsChildren() {
		StudentEntry witness = withoutCase();
		CaseRef event = this.steps.begun("affairs", "EVENT", "involvedStaff", List.of(this.steps.staff("counselor")));
		this.steps.factsConfirmed(event);
		this.walk.submit("counselor1b", event, PostventionProcess.LIST_EXPOSED_PERSONS,
				Map.of("witnesses", ids(witness)));
		this.walk.submit("counselor1b", event, PostventionProcess.TRIAGE_EXPOSED_PERSONS,
				Map.of("strong", ids(witness), "caseFor", ids(witness), "groupNext", "GOALS_MET"));
		CaseRef child = onlyCaseOf(witness);
		for (CaseRef ref : List.of(event, child)) {
			assertThat(this.gatekeeper.reading(account("counselor"), this.caseFiles.get(ref)))
				.isEqualTo(Gatekeeper.Reading.NONE);
			this.walk.tasks(ref)
				.forEach((task) -> assertThat(linked(task.getId())).as(task.getTaskDefinitionKey())
					.isNotEmpty()
					.doesNotContain("counselor"));
		}
		assertThat(this.gatekeeper.reading(account("counselor1b"), this.caseFiles.get(child)))
			.isEqualTo(Gatekeeper.Reading.ALL);
	}

	// rule 2, invariant 10
	@Test
	void aCaseWhoseCounsellorMustNotKnowOfTheEventIsNotToldOfIt() {
		StudentEntry witness = withoutCase();
		CaseRef own = this.walk.start("teacher", CrisisCaseProcess.KEY, Map.of("dangerNow", "NO", "studentRef",
				witness.id().toString(), "observed", "最近很安静", "whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		CaseRef event = this.steps.begun("affairs", "EVENT", "involvedStaff", List.of(this.steps.staff("counselor")));
		this.steps.factsConfirmed(event);
		this.walk.submit("counselor1b", event, PostventionProcess.LIST_EXPOSED_PERSONS,
				Map.of("witnesses", ids(witness)));
		this.walk.submit("counselor1b", event, PostventionProcess.TRIAGE_EXPOSED_PERSONS,
				Map.of("strong", ids(witness), "caseFor", ids(witness), "groupNext", "GOALS_MET"));
		assertThat(onlyCaseOf(witness)).isEqualTo(own);
		assertThat(codes(own)).doesNotContain("eventConcerns").contains("needSeen", "changeTakenUp");
		assertThat(this.walk.entries(own)).as("nothing there names the event")
			.allSatisfy((entry) -> assertThat(entry.fields().toString()).doesNotContain(event.number()));
		assertThat(codes(event)).contains("childWithheld");
	}

	// F31 D04 K11
	@Test
	void needOfAStudentWhoseCaseIsNotAssessedYetBringsTheAssessmentForward() {
		StudentEntry witness = withoutCase();
		CaseRef own = this.walk.start("teacher", CrisisCaseProcess.KEY, Map.of("dangerNow", "NO", "studentRef",
				witness.id().toString(), "observed", "最近很安静", "whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		verified(own, "WEEK");
		assertThat(this.walk.due(own, RiskAssessmentProcess.ASSESS_RISK).orElseThrow())
			.isAfter(this.walk.now().plus(Duration.ofDays(2)));
		eventWith(witness, withoutCase());
		this.walk.runDueJobs();
		assertThat(onlyCaseOf(witness)).isEqualTo(own);
		assertThat(codes(own)).contains("eventConcerns", "changeTakenUp");
		assertThat(this.walk.path(own)).contains(CrisisCaseProcess.RISK_RISEN_EARLY);
		assertThat(this.walk.due(own, RiskAssessmentProcess.ASSESS_RISK).orElseThrow())
			.isCloseTo(this.walk.now().plus(Duration.ofHours(24)), within(Duration.ofMinutes(2)));
		assertThat(this.walk.tasks(own)).extracting((task) -> task.getTaskDefinitionKey())
			.contains(CrisisCaseProcess.CONFIRM_LEADER_REPORT);
	}

	// F31 D04
	@Test
	void needOfAStudentWhoIsHelpedAlreadyBringsAnotherAssessment() {
		StudentEntry witness = withoutCase();
		CaseRef own = this.walk.start("teacher", CrisisCaseProcess.KEY, Map.of("dangerNow", "NO", "studentRef",
				witness.id().toString(), "observed", "最近很安静", "whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		verifiedAndAssessed(own);
		assertThat(this.walk.tasks(own)).extracting((task) -> task.getTaskDefinitionKey())
			.doesNotContain(RiskAssessmentProcess.ASSESS_RISK);
		eventWith(witness, withoutCase());
		this.walk.runDueJobs();
		assertThat(onlyCaseOf(witness)).isEqualTo(own);
		assertThat(this.walk.tasks(own)).extracting((task) -> task.getTaskDefinitionKey())
			.contains(RiskAssessmentProcess.ASSESS_RISK);
	}

	// rule 2, F31
	@Test
	void whoeverMustNotSeeTheCaseDoesNotSeeTheEventThatCameOfIt() {
		StudentEntry child = withoutCase();
		CaseRef source = this.walk.start("security", CrisisCaseProcess.KEY,
				Map.of("dangerNow", "NO", "studentRef", child.id().toString(), "observed", "哭着离开教室", "whereNow",
						"WITH_SOMEONE", "staffInvolved", "STAFF", "involvedStaff",
						List.of(this.steps.staff("counselor1b"))));
		CaseRef event = this.events.begin(source, false);
		this.walk.runDueJobs();
		assertThat(this.gatekeeper.reading(account("counselor1b"), this.caseFiles.get(event)))
			.isEqualTo(Gatekeeper.Reading.NONE);
		assertThat(codes(source)).contains("aftercareBegun");
	}

	// H07: an event is about nobody; who stands at its centre only the counsellor is
	// shown
	@Test
	void anEventIsAboutNobodyAndItsCentreIsShownToTheCounsellorAlone() {
		StudentEntry centre = withoutCase();
		CaseRef event = this.steps.begun("affairs", "EVENT", "centre", centre.id().toString());
		CaseSummary file = this.caseFiles.get(event);
		assertThat(file.isEvent()).isTrue();
		assertThat(file.student()).isEqualTo(new UUID(0, 0));
		assertThat(this.caseFiles.openCasesOf(centre.id())).isEmpty();
		assertThat(this.caseFiles.openCasesOf(file.student())).isEmpty();
		assertThat(this.walk.shown("leader", event, PostventionProcess.CONFIRM_FACTS).get("student"))
			.isEqualTo("事件（不针对某一名学生）");
		assertThat(this.walk.form("leader", event, PostventionProcess.CONFIRM_FACTS).toString())
			.doesNotContain(centre.name());
		this.steps.factsConfirmed(event);
		assertThat(this.walk.shown("counselor", event, PostventionProcess.LIST_EXPOSED_PERSONS).get("centre"))
			.isEqualTo(centre.id().toString());
		assertThat(this.record.of(file, account("leader")).stream().flatMap((line) -> line.fields().stream()))
			.noneSatisfy((field) -> assertThat(field.values()).contains(centre.line()));
		assertThat(this.gatekeeper.reading(account("teacher1b"), file)).isEqualTo(Gatekeeper.Reading.NONE);
		assertThat(this.gatekeeper.reading(account("counselor"), file)).isEqualTo(Gatekeeper.Reading.ALL);
		assertThat(this.gatekeeper.reading(account("leader2"), file)).isEqualTo(Gatekeeper.Reading.NONE);
		this.walk.tasks(event)
			.forEach((task) -> assertThat(linked(task.getId())).as("nothing reaches a family by itself")
				.doesNotContain("guardian"));
	}

	// H07: what is late goes to another counsellor, never to somebody who must not know
	@Test
	void aLateListGoesToTheOtherCounsellorsAndNotToTheLeader() {
		CaseRef event = this.steps.begun("affairs", "EVENT");
		this.steps.factsConfirmed(event);
		String task = this.walk.task(event, PostventionProcess.LIST_EXPOSED_PERSONS).getId();
		this.walk.forward(Duration.ofHours(25));
		assertThat(this.engine.getTaskService().getIdentityLinksForTask(task)).filteredOn("type", "candidate")
			.extracting(IdentityLink::getUserId)
			.contains("counselor", "counselor1b")
			.doesNotContain("leader", "duty", "district");
	}

	private List<String> codes(CaseRef ref) {
		return this.walk.entries(ref).stream().flatMap((entry) -> entry.form().stream()).toList();
	}

	private List<String> linked(String task) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task)
			.stream()
			.map(IdentityLink::getUserId)
			.toList();
	}

	private Account account(String name) {
		return this.accounts.find(name).orElseThrow();
	}

}
