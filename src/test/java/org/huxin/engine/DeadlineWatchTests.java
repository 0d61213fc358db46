package org.huxin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.Drafts;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each due date is reminded of once and escalated once, then climbs level after level;
 * the case file says so.
 */
@HuxinTest
class DeadlineWatchTests {

	private final CaseWalk walk;

	private final ProcessEngine engine;

	private final DeadlineWatch watch;

	private final SchoolDirectory directory;

	private final Drafts drafts;

	private final CaseSteps steps;

	@Autowired
	DeadlineWatchTests(CaseWalk walk, ProcessEngine engine, DeadlineWatch watch, SchoolDirectory directory,
			Drafts drafts) {
		this.walk = walk;
		this.engine = engine;
		this.watch = watch;
		this.directory = directory;
		this.drafts = drafts;
		this.steps = new CaseSteps(walk, directory, 1);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void aReminderComesInTheLastQuarterButAtMostADayBefore() {
		Instant created = Instant.parse("2026-11-22T00:00:00Z");
		assertThat(DeadlineWatch.remindAt(created, created.plus(Duration.ofHours(4))))
			.isEqualTo(created.plus(Duration.ofHours(3)));
		assertThat(DeadlineWatch.remindAt(created, created.plus(Duration.ofDays(30))))
			.isEqualTo(created.plus(Duration.ofDays(29)));
		assertThat(DeadlineWatch.remindAt(created, created)).isEqualTo(created);
	}

	@Test
	void aTaskIsRemindedOfOnceAndEscalatedOnceHoweverOftenAndByHowManyItIsLookedAt() throws Exception {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.watch.look();
		assertThat(events(ref)).as("too early").doesNotContain("reminded", "escalated");

		this.walk.forward(Duration.ofMinutes(200));
		lookFromManyThreads();
		assertThat(events(ref)).containsOnlyOnce("reminded").doesNotContain("escalated");

		Set<String> before = linked(task);
		this.walk.forward(Duration.ofMinutes(60));
		lookFromManyThreads();
		assertThat(events(ref)).containsOnlyOnce("reminded", "escalated");
		Set<String> after = linked(task);
		assertThat(after).containsAll(before).contains("counselor1b").hasSizeGreaterThan(before.size());
		RecordedEntry escalated = this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM && entry.form().filter("escalated"::equals).isPresent())
			.findFirst()
			.orElseThrow();
		assertThat(escalated.fields()).containsEntry("offeredTo", List.of("counselor1b"));
		assertThat(escalated.taskElement()).contains(CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getPriority()).isEqualTo(Escalation.LATE);

		this.walk.submit("counselor1b", ref, CrisisCaseProcess.VERIFY_CONCERN,
				java.util.Map.of("outcome", "NOT_A_CRISIS", "contactMade", "FACE_TO_FACE", "contactAt",
						this.steps.moment(), "safeNow", "SAFE", "selfHarmAsked", "YES", "actKind", "NONE", "criteria",
						List.of("NONE_OF_THESE"), "urgency", "WEEK", "mandatory", "NO", "reason", "误会"));
		assertThat(this.walk.isRunning(ref)).as("a colleague has taken the late task to its end").isFalse();
	}

	@Test
	void aLateTaskWhoseOwnersHaveLeftIsOfferedToWhoeverHasComeIntoItsRoles() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.walk.forward(Duration.ofHours(5));
		// as if they had come after the escalation, and everybody else had gone
		linked(task).stream()
			.filter((account) -> account.startsWith("counselor"))
			.forEach((account) -> this.engine.getTaskService().deleteCandidateUser(task.getId(), account));
		assertThat(linked(task)).doesNotContain("counselor", "counselor1b");
		this.watch.look();
		assertThat(linked(task)).contains("counselor", "counselor1b").doesNotContain("duty");
	}

	@Test
	void aLateTaskIsOfferedToNobodyWhomTheCaseAvoids() {
		CaseRef ref = this.steps.reported("staffInvolved", "STAFF", "involvedStaff",
				List.of(this.directory.staffByAccount("counselor1b").orElseThrow().id().toString()));
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.walk.forward(Duration.ofDays(2));
		assertThat(events(ref)).contains("escalated");
		assertThat(linked(task)).doesNotContain("counselor1b");
	}

	// D17, issue 3 item 3: ladders of three or four levels
	@Test
	void aTaskThatStaysLateClimbsLevelAfterLevelUpToTheDistrictAndThenNothingMoreIsSaid() throws Exception {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		this.walk.forward(Duration.ofHours(5));
		this.walk.forward(Duration.ofHours(23));
		assertThat(linked(task)).as("its colleagues have a day").containsExactly("counselor", "counselor1b");
		this.walk.forward(Duration.ofHours(1));
		lookFromManyThreads();
		assertThat(linked(task)).containsExactly("counselor", "counselor1b", "duty");
		this.walk.forward(Duration.ofDays(1));
		assertThat(linked(task)).contains("leader").doesNotContain("district");
		this.walk.forward(Duration.ofDays(1));
		assertThat(linked(task)).contains("district");
		assertThat(events(ref)).filteredOn("escalated"::equals).as("each step once").hasSize(4);
		for (int day = 0; day < 4; day++) {
			this.walk.forward(Duration.ofDays(1));
		}
		assertThat(events(ref)).filteredOn("escalated"::equals).as("everybody has it").hasSize(4);
	}

	// D01 D17: its model draws the first escalation only
	@Test
	void theReportToTheLeadersClimbsToTheDistrictToo() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "urgency", "TODAY");
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.walk.forward(Duration.ofHours(25));
		assertThat(linked(task)).contains("leader", "duty").doesNotContain("district");
		this.walk.forward(Duration.ofHours(24));
		assertThat(linked(task)).contains("leader", "duty", "district");
	}

	// D17 F29: in an emergency each hour
	@Test
	void theReportOfAnEmergencyReachesTheDistrictWithinHours() {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, "urgency", "NOW");
		Task task = this.walk.task(ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT);
		this.walk.forward(Duration.ofMinutes(61));
		assertThat(linked(task)).contains("leader", "duty").doesNotContain("district");
		this.walk.forward(Duration.ofMinutes(61));
		assertThat(linked(task)).contains("district");
	}

	// F29: a draft is no answer
	@Test
	void anOldDraftKeepsNoLateTaskAndAFreshOneKeepsItOnce() {
		CaseRef ref = this.steps.reported();
		Task old = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		keepDraft("counselor", old);
		this.walk.forward(Duration.ofHours(5));
		assertThat(owner(old)).as("the draft is hours old").isNull();
		assertThat(events(ref)).containsOnlyOnce("takenBack");
		assertThat(this.drafts.find("counselor", Door.draftOfTask(old.getId()))).isPresent();
		assertThat(linked(old)).as("he may still be the first").contains("counselor", "counselor1b");

		CaseRef other = this.steps.reported();
		Task fresh = this.walk.task(other, CrisisCaseProcess.VERIFY_CONCERN);
		this.walk.forward(Duration.ofMinutes(230));
		keepDraft("counselor", fresh);
		this.walk.forward(Duration.ofMinutes(15));
		assertThat(owner(fresh)).as("he is at work").isEqualTo("counselor");
		assertThat(linked(fresh)).contains("counselor1b");
		this.walk.forward(Duration.ofHours(24).minusMinutes(10));
		keepDraft("counselor", fresh);
		this.walk.forward(Duration.ofMinutes(10));
		assertThat(owner(fresh)).as("but not for ever").isNull();
		assertThat(events(other)).containsOnlyOnce("takenBack");
	}

	// D17: whoever takes a late task last does not keep it from the others
	@Test
	void aLateTaskThatEverybodyHasIsTakenFromWhoeverHoldsItForAWholePeriod() {
		CaseRef ref = this.steps.reported();
		Task task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN);
		for (int day = 0; day < 5; day++) {
			this.walk.forward(Duration.ofDays(1));
		}
		assertThat(linked(task)).contains("district");
		this.walk.as("district", () -> {
			this.engine.getTaskService().claim(task.getId(), "district");
			return Boolean.TRUE;
		});
		this.walk.forward(Duration.ofDays(1));
		assertThat(owner(task)).as("he has just taken it").isEqualTo("district");
		this.walk.forward(Duration.ofDays(1));
		assertThat(owner(task)).isNull();
		assertThat(events(ref)).containsOnlyOnce("takenBack");
		this.walk.forward(Duration.ofDays(1));
		assertThat(events(ref)).containsOnlyOnce("takenBack");
	}

	private void keepDraft(String account, Task task) {
		this.drafts.keep(account, Door.draftOfTask(task.getId()), java.util.Map.of("reason", "写了一"));
	}

	private @Nullable String owner(Task task) {
		return this.engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	private void lookFromManyThreads() throws Exception {
		BadInputTests.together(this::looked, this::looked, this::looked);
		this.watch.look();
	}

	private boolean looked() {
		this.watch.look();
		return true;
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM
					&& entry.taskElement().filter(CrisisCaseProcess.VERIFY_CONCERN::equals).isPresent())
			.map((entry) -> entry.form().orElseThrow())
			.toList();
	}

	private Set<String> linked(Task task) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.filter((link) -> link.getType().equals("candidate"))
			.map(IdentityLink::getUserId)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
