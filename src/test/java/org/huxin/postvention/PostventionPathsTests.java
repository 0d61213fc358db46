package org.huxin.postvention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.huxin.postvention.EventSteps.ids;

/**
 * Every path and timer of {@code postvention.bpmn}, through the real door, with the due
 * dates that the policy profile gives.
 */
@HuxinTest
class PostventionPathsTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(PostventionProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final CaseFiles caseFiles;

	private final EventFiles events;

	private final SchoolDirectory directory;

	private final EventSteps steps;

	private final List<CaseRef> begun = new ArrayList<>();

	@Autowired
	PostventionPathsTests(CaseWalk walk, CaseFiles caseFiles, EventFiles events, SchoolDirectory directory) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.caseFiles = caseFiles;
		this.events = events;
		this.directory = directory;
		this.steps = new EventSteps(walk, directory);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.begun);
	}

	private StudentEntry student(int fromTheEnd) {
		List<StudentEntry> all = this.directory.students(CaseSteps.SCHOOL);
		return all.get(all.size() - 1 - fromTheEnd);
	}

	// F20 F21 F22 F31 G14 H03 H05 H09 H10 K16 K25 K27 B31 A20 A25 and rules 5, 6, 15
	@Test
	void afterADeathTheSchoolIsCaredForUntilTheAnniversary() {
		CaseRef source = new CaseSteps(this.walk, this.directory, 20).reported();
		CaseRef event = this.events.begin(source, true);
		this.begun.add(event);
		this.walk.runDueJobs();
		assertThat(this.events.begin(source, true)).as("begun once while it lasts").isEqualTo(event);
		Instant since = this.walk.now();
		assertThat(this.walk.waitingAt(event)).containsExactly(PostventionProcess.CONFIRM_FACTS);
		this.due.assertFrom(event, PostventionProcess.CONFIRM_FACTS, since, Duration.ofHours(4));
		assertThat(this.walk.shown("leader", event, PostventionProcess.CONFIRM_FACTS).get("what").toString())
			.contains(source.number());
		assertThat(this.walk.shown("leader", event, PostventionProcess.CONFIRM_FACTS)).containsEntry("familyLiaison",
				true);

		this.steps.factsConfirmed(event, "noticeWanted", "NEUTRAL");
		assertThat(this.walk.waitingAt(event)).containsExactlyInAnyOrder(PostventionProcess.LIST_EXPOSED_PERSONS,
				PostventionProcess.DRAFT_NOTICE, PostventionProcess.NAME_LIAISON,
				PostventionProcess.FILE_EVENT_MATERIAL);
		this.due.assertFromNow(event, PostventionProcess.LIST_EXPOSED_PERSONS, Duration.ofHours(24));
		this.due.assertFromNow(event, PostventionProcess.DRAFT_NOTICE, Duration.ofHours(24));
		this.due.assertFromNow(event, PostventionProcess.NAME_LIAISON, Duration.ofHours(2));
		this.due.assertFromNow(event, PostventionProcess.FILE_EVENT_MATERIAL, Duration.ofDays(7));
		familyHasOneVoice(event);
		noticeIsApprovedByTwo(event);
		this.steps.filed(event);
		this.due.assertFromNow(event, PostventionProcess.SUMMARIZE_EVENT, Duration.ofDays(14));
		this.steps.summarized(event);

		assertThat(this.walk.form("counselor", event, PostventionProcess.LIST_EXPOSED_PERSONS).toString())
			.as("no student is asked to guard another")
			.contains("不请同学去看住谁");
		StudentEntry friend = student(0);
		StudentEntry sibling = student(1);
		this.steps.listed(event, "friends", ids(friend), "siblings", ids(sibling));
		this.due.assertFromNow(event, PostventionProcess.TRIAGE_EXPOSED_PERSONS, Duration.ofHours(24));
		Instant triaged = this.walk.now();
		this.steps.triaged(event, "moveFor", ids(friend));
		assertThat(this.walk.waitingAt(event)).containsExactlyInAnyOrder(PostventionProcess.TALK_IN_TURN,
				PostventionProcess.NOTE_GROUP_SESSION, PostventionProcess.ARRANGE_RELIEF,
				PostventionProcess.DEBRIEF_RESPONDERS);
		this.due.assertFromNow(event, PostventionProcess.TALK_IN_TURN, Duration.ofHours(72));
		this.due.assertAtSix(event, PostventionProcess.NOTE_GROUP_SESSION, 3);
		this.due.assertFromNow(event, PostventionProcess.ARRANGE_RELIEF, Duration.ofHours(72));
		this.due.assertFromNow(event, PostventionProcess.DEBRIEF_RESPONDERS, Duration.ofDays(7));
		this.steps.relieved(event);
		this.steps.debriefed(event);

		this.steps.talked(event, "talkedWith", ids(friend), "notReached", ids(sibling), "notReachedDone", "和家里通过电话",
				"stillNeed", ids(sibling));
		this.due.assertFromNow(event, PostventionProcess.TALK_IN_TURN, Duration.ofHours(84));
		this.steps.talked(event, "talkedWith", ids(sibling));
		this.steps.met(event, "absent", ids(friend), "absentDone", "当天单独谈过");
		this.due.assertAtSix(event, PostventionProcess.NOTE_GROUP_SESSION, 7);
		this.steps.metGoals(event);

		assertThat(this.walk.waitingAt(event)).as("until the review nobody owes anything").isEmpty();
		review(event, triaged.plus(Duration.ofDays(3)));
		review(event, atLocal(triaged).plusDays(14).atZone(ZONE).toInstant());
		review(event, atLocal(triaged).plusDays(30).atZone(ZONE).toInstant());
		review(event, atLocal(since).plusYears(1).atZone(ZONE).toInstant());

		this.due.assertFromNow(event, PostventionProcess.PROPOSE_EVENT_CLOSING, Duration.ofDays(7));
		this.steps.closingProposed(event);
		this.due.assertFromNow(event, PostventionProcess.DECIDE_EVENT_CLOSING, Duration.ofDays(5));
		this.steps.closingDecided(event, "CONTINUE");
		this.steps.closingProposed(event);
		this.steps.closingDecided(event, "AGREE");
		assertThat(this.walk.isRunning(event)).isFalse();
		assertThat(this.caseFiles.get(event).status()).isEqualTo(CaseStatus.CLOSED);
	}

	// rule 5, invariant 11
	private void familyHasOneVoice(CaseRef event) {
		this.steps.liaisonNamed(event, "affairs");
		this.due.assertFromNow(event, PostventionProcess.CONTACT_FAMILY, Duration.ofHours(24));
		this.steps.familyContacted("affairs", event, "GO_ON");
		this.due.assertFromNow(event, PostventionProcess.CONTACT_FAMILY, Duration.ofDays(7));
		this.steps.familyContacted("affairs", event, "DONE");
		assertThat(this.walk.waitingAt(event)).doesNotContain(PostventionProcess.CONTACT_FAMILY);
	}

	// H10 K16
	private void noticeIsApprovedByTwo(CaseRef event) {
		this.steps.drafted(event);
		this.due.assertFromNow(event, PostventionProcess.APPROVE_NOTICE, Duration.ofHours(4));
		this.steps.approved("leader", event, PostventionProcess.APPROVE_NOTICE, "CHANGE");
		this.steps.drafted(event);
		this.steps.approved("leader", event, PostventionProcess.APPROVE_NOTICE, "AGREE");
		this.due.assertFromNow(event, PostventionProcess.APPROVE_NOTICE_AGAIN, Duration.ofHours(4));
		assertThatThrownBy(() -> this.steps.approved("leader", event, PostventionProcess.APPROVE_NOTICE_AGAIN, "AGREE"))
			.isInstanceOf(RuntimeException.class);
		this.steps.approved("district", event, PostventionProcess.APPROVE_NOTICE_AGAIN, "CHANGE");
		this.steps.drafted(event);
		this.steps.approved("leader", event, PostventionProcess.APPROVE_NOTICE, "AGREE");
		this.steps.approved("district", event, PostventionProcess.APPROVE_NOTICE_AGAIN, "AGREE");
		this.due.assertFromNow(event, PostventionProcess.ANNOUNCE_NOTICE, Duration.ofHours(24));
		this.steps.announced(event, "AGAIN");
		this.steps.drafted(event);
		this.steps.approved("leader", event, PostventionProcess.APPROVE_NOTICE, "AGREE");
		this.steps.approved("district", event, PostventionProcess.APPROVE_NOTICE_AGAIN, "AGREE");
		this.steps.announced(event, "DONE");
	}

	private void review(CaseRef event, Instant due) {
		this.walk.forward(Duration.between(this.walk.now(), due.minus(Duration.ofHours(25))));
		assertThat(this.walk.waitingAt(event)).isEmpty();
		this.walk.forward(Duration.ofHours(2));
		assertThat(this.walk.waitingAt(event)).containsExactly(PostventionProcess.REVIEW_AFTERCARE);
		assertThat(this.walk.due(event, PostventionProcess.REVIEW_AFTERCARE).orElseThrow()).isCloseTo(due,
				within(Duration.ofMinutes(2)));
		this.steps.reviewed(event);
	}

	// D11 F24 C06
	@Test
	void signsOfAGroupCrisisGoToTheLeadingGroupFirst() {
		CaseRef event = begun("counselor1b", "SIGNS");
		assertThat(this.walk.waitingAt(event)).containsExactly(PostventionProcess.PROPOSE_GROUP_HELP);
		this.due.assertFromNow(event, PostventionProcess.PROPOSE_GROUP_HELP, Duration.ofHours(24));
		this.steps.proposed(event);
		this.due.assertFromNow(event, PostventionProcess.DECIDE_GROUP_HELP, Duration.ofHours(24));
		this.steps.decided(event, "ADJUST");
		this.steps.proposed(event);
		this.steps.decided(event, "AGREE");
		assertThat(this.walk.waitingAt(event)).as("secret by default, nobody calls a family")
			.containsExactlyInAnyOrder(PostventionProcess.LIST_EXPOSED_PERSONS, PostventionProcess.FILE_EVENT_MATERIAL);
		this.steps.listed(event);
		this.steps.triagedCalmly(event);
		assertThat(this.walk.waitingAt(event)).containsExactlyInAnyOrder(PostventionProcess.DEBRIEF_RESPONDERS,
				PostventionProcess.FILE_EVENT_MATERIAL);
		assertThat(this.walk.path(event)).contains(PostventionProcess.REVIEW_COMES)
			.doesNotContain(PostventionProcess.TALK_IN_TURN, PostventionProcess.NOTE_GROUP_SESSION,
					PostventionProcess.ARRANGE_RELIEF);
	}

	// F23 F24
	@Test
	void aLongStrainIsHelpedOnceAWeekAndEndsWithoutAnAnniversary() {
		CaseRef event = begun("affairs", "STRAIN");
		this.steps.proposed(event);
		this.steps.decided(event, "AGREE");
		StudentEntry tired = student(2);
		this.steps.listed(event, "members", ids(tired));
		this.steps.triaged(event, "marked", ids(tired));
		this.due.assertFromNow(event, PostventionProcess.TALK_IN_TURN, Duration.ofHours(72));
		this.steps.talked(event, "talkedWith", ids(tired), "stillNeed", ids(tired));
		this.due.assertFromNow(event, PostventionProcess.TALK_IN_TURN, Duration.ofDays(7));
		this.steps.talked(event, "talkedWith", ids(tired));
		assertThatThrownBy(() -> this.steps.met(event, "groupOn", this.steps.day(8)))
			.hasMessageContaining("「下一次的日期」最晚到");
		this.steps.metGoals(event);
		this.steps.debriefed(event);
		this.steps.filed(event);
		this.steps.summarized(event);
		for (int days : List.of(3, 12, 17)) {
			this.walk.forward(Duration.ofDays(days));
			this.steps.reviewed(event);
		}
		assertThat(this.walk.waitingAt(event)).containsExactly(PostventionProcess.PROPOSE_EVENT_CLOSING);
	}

	// F18 F19
	@Test
	void hitsOfAScreeningMeetTwiceAMonth() {
		CaseRef event = begun("counselor", "SCREENED");
		this.walk.submit("counselor1b", event, PostventionProcess.PROPOSE_GROUP_HELP,
				Map.of("whatSeen", "普测提示二十人", "groupSigns", List.of("SCREENING"), "proposal", "按问题和程度分两组"));
		this.steps.decided(event, "AGREE");
		assertThat(this.caseFiles.get(event).counsellor()).contains("counselor1b");
		this.walk.submit("counselor1b", event, PostventionProcess.LIST_EXPOSED_PERSONS,
				Map.of("members", ids(student(3))));
		assertThatThrownBy(() -> this.walk.submit("counselor1b", event, PostventionProcess.TRIAGE_EXPOSED_PERSONS,
				Map.of("groupNext", "GO_ON", "groupPlan", "两组", "groupOn", this.steps.day(16))))
			.hasMessageContaining("最晚到");
		this.walk.submit("counselor1b", event, PostventionProcess.TRIAGE_EXPOSED_PERSONS,
				Map.of("groupNext", "GO_ON", "groupPlan", "两组", "groupOn", this.steps.day(15)));
		this.due.assertAtSix(event, PostventionProcess.NOTE_GROUP_SESSION, 15);
	}

	// D11
	@Test
	void whatTheLeadingGroupDoesNotNeedEndsAtOnce() {
		CaseRef event = begun("counselor", "SIGNS");
		this.walk.submit("counselor", event, PostventionProcess.PROPOSE_GROUP_HELP,
				Map.of("whatSeen", "传言", "groupSigns", List.of("RUMOUR"), "proposal", "班会澄清"));
		this.steps.decided(event, "NOT_NEEDED");
		assertThat(this.walk.isRunning(event)).isFalse();
		assertThat(this.caseFiles.get(event).status()).isEqualTo(CaseStatus.NOT_A_CRISIS);
		assertThat(this.walk.path(event)).contains(PostventionProcess.GROUP_HELP_UNNEEDED);
	}

	private CaseRef begun(String account, String kind) {
		CaseRef event = this.steps.begun(account, kind);
		this.begun.add(event);
		return event;
	}

	private static LocalDateTime atLocal(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE);
	}

}
