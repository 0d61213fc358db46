package org.huxin.postvention;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.engine.FormRule;
import org.huxin.engine.ProcessVariable;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.Role;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What the forms of an event ask for beyond themselves: D11, F18–F24, F31, H10, K16, K27,
 * rules of practice 1, 5 and 12.
 */
class PostventionRulesTests {

	private static final LocalDateTime NOW = FakeSubmission.NOW;

	private final SchoolDirectory directory = mock(SchoolDirectory.class);

	private static FakeSubmission after(FormRule rule, FakeSubmission submission) {
		assertThat(rule.form()).isEqualTo(submission.form());
		rule.apply(submission);
		return submission;
	}

	private static FakeSubmission form(String form, Object... values) {
		Map<String, Object> map = new HashMap<>();
		for (int i = 0; i < values.length; i += 2) {
			map.put((String) values[i], values[i + 1]);
		}
		return new FakeSubmission(form, map);
	}

	private static LocalDateTime moment(FakeSubmission submission, ProcessVariable<Date> fact) {
		return LocalDateTime.ofInstant(submission.routed(fact).toInstant(), ZoneId.of("Asia/Shanghai"));
	}

	// K16
	@Test
	void anEventBeginsWithNothingSaidToAnybody() {
		FakeSubmission begun = after(new BeginPostventionRule(), form("begin-postvention", "eventKind", "SIGNS"));
		assertThat(begun.routed(PostventionProcess.NOTICE_WANTED)).isEqualTo("NONE");
		assertThat(begun.routed(PostventionProcess.FAMILY_LIAISON)).isFalse();
	}

	// H10 K16 rule 5
	@Test
	void noCauseIsStatedBeforePoliceAndFamilyAgree() {
		FakeSubmission police = form("confirm-facts", "factsWith", List.of("POLICE"), "causeStated", "AGREED",
				"noticeWanted", "NEUTRAL");
		assertThat(after(new ConfirmFactsRule(), police).refusals())
			.containsExactly("causeStated rule.postvention.cause");
		FakeSubmission both = form("confirm-facts", "factsWith", List.of("POLICE", "FAMILY"), "causeStated", "AGREED",
				"noticeWanted", "NEUTRAL");
		assertThat(after(new ConfirmFactsRule(), both).refusals()).isEmpty();
	}

	// H10
	@Test
	void nothingIsAnnouncedBeforeAnybodyConfirmedTheFacts() {
		FakeSubmission early = form("confirm-facts", "factsWith", List.of("NOBODY_YET"), "causeStated", "NOT_STATED",
				"noticeWanted", "NEUTRAL");
		assertThat(after(new ConfirmFactsRule(), early).refusals())
			.containsExactly("noticeWanted rule.postvention.factsFirst");
		FakeSubmission muddled = form("confirm-facts", "factsWith", List.of("NOBODY_YET", "POLICE"), "noticeWanted",
				"NONE");
		assertThat(after(new ConfirmFactsRule(), muddled).refusals())
			.containsExactly("factsWith rule.postvention.nobodyAndSome");
	}

	// rule 5, invariant 11
	@Test
	void aFamilyThatHasALiaisonKeepsIt() {
		FakeSubmission unticked = form("confirm-facts", "factsWith", List.of("POLICE"), "familyLiaison", false)
			.after("familyLiaison", true);
		assertThat(after(new ConfirmFactsRule(), unticked).routed(PostventionProcess.FAMILY_LIAISON)).isTrue();
		FakeSubmission none = form("confirm-facts", "factsWith", List.of("POLICE"));
		assertThat(after(new ConfirmFactsRule(), none).routed(PostventionProcess.FAMILY_LIAISON)).isFalse();
	}

	// D11
	@ParameterizedTest
	@CsvSource({ "AGREE, 0", "ADJUST, 1", "NOT_NEEDED, 1" })
	void theLeadingGroupSaysWhyItDoesNotAgree(String decision, int refusals) {
		assertThat(after(new DecideGroupHelpRule(), form("decide-group-help", "groupDecision", decision)).refusals())
			.hasSize(refusals);
	}

	// F31
	@Test
	void theListHoldsSomebodyAndNeverTheOneAtTheCentre() {
		assertThat(after(new ListExposedPersonsRule(), form("list-exposed-persons")).refusals())
			.containsExactly("witnesses rule.postvention.nobody");
		assertThat(after(new ListExposedPersonsRule(), form("list-exposed-persons", "classes", List.of("七年级1班")))
			.refusals()).isEmpty();
		FakeSubmission withHim = form("list-exposed-persons", "friends", List.of("a", "b")).after("centre", "b");
		assertThat(after(new ListExposedPersonsRule(), withHim).refusals())
			.containsExactly("witnesses rule.postvention.centre");
		FakeSubmission twice = form("list-exposed-persons", "friends", List.of("a", "b"), "witnesses", List.of("b"));
		assertThat(after(new ListExposedPersonsRule(), twice).recorded("listed")).asInstanceOf(LIST)
			.containsExactlyInAnyOrder("a", "b");
	}

	private static FakeSubmission triage(Object... values) {
		return form("triage-exposed-persons", values).after("listed", List.of("sib", "wit", "friend", "mate", "one"))
			.after("eventKind", "EVENT")
			.after("list-exposed-persons.siblings", List.of("sib"))
			.after("list-exposed-persons.witnesses", List.of("wit"))
			.after("list-exposed-persons.friends", List.of("friend"))
			.after("list-exposed-persons.members", List.of("mate", "one", "wit"));
	}

	// F31 K27
	@Test
	void closenessAndReactionSortTheAffectedAndTheHighestTierCounts() {
		FakeSubmission sorted = after(new TriageExposedPersonsRule(), triage("strong", List.of("mate"), "marked",
				List.of("wit"), "caseFor", List.of("mate"), "groupNext", "GO_ON", "groupOn", NOW.plusDays(3)));
		assertThat(sorted.refusals()).isEmpty();
		assertThat(sorted.recorded("indicated")).asInstanceOf(LIST).containsExactlyInAnyOrder("sib", "wit", "mate");
		assertThat(sorted.recorded("selected")).asInstanceOf(LIST).containsExactly("friend");
		assertThat(sorted.recorded("universal")).asInstanceOf(LIST).containsExactly("one");
		assertThat(sorted.recorded("toTalk")).as("whoever gets a case is talked with there")
			.asInstanceOf(LIST)
			.containsExactlyInAnyOrder("sib", "wit", "friend");
		assertThat(sorted.routed(PostventionProcess.TALKS)).isEqualTo("GO_ON");
		assertThat(moment(sorted, PostventionProcess.TALK_DUE)).isEqualTo(NOW.plusHours(72));
		assertThat(sorted.routed(PostventionProcess.REVIEW_STAGE)).isEqualTo("FIRST");
		assertThat(moment(sorted, PostventionProcess.REVIEW_OPENS)).isEqualTo(NOW.plusHours(48));
		assertThat(moment(sorted, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.plusHours(72));
	}

	// F31 K27
	@Test
	void theCounsellorPlacesSomebodyHigherAndNeverLower() {
		FakeSubmission raised = after(new TriageExposedPersonsRule(),
				triage("raised", List.of("one"), "groupNext", "GOALS_MET"));
		assertThat(raised.recorded("indicated")).asInstanceOf(LIST).contains("one", "sib");
	}

	// F31
	@Test
	void aCaseIsForWhomNeedsOneAndWhateverDiffersIsSaidWithItsReason() {
		FakeSubmission without = triage("strong", List.of("mate"), "groupNext", "GOALS_MET");
		assertThat(after(new TriageExposedPersonsRule(), without).refusals())
			.containsExactly("caseReason rule.postvention.caseReason");
		FakeSubmission calm = triage("caseFor", List.of("one"), "groupNext", "GOALS_MET");
		assertThat(after(new TriageExposedPersonsRule(), calm).refusals())
			.containsExactly("caseReason rule.postvention.caseReason");
		FakeSubmission reasoned = triage("caseFor", List.of("one"), "caseReason", "去年有过类似的事", "groupNext", "GOALS_MET");
		assertThat(after(new TriageExposedPersonsRule(), reasoned).refusals()).isEmpty();
		FakeSubmission two = triage("marked", List.of("wit"), "unseen", List.of("wit"), "groupNext", "GOALS_MET");
		assertThat(after(new TriageExposedPersonsRule(), two).refusals())
			.containsExactly("marked rule.postvention.twoReactions");
	}

	// F22
	@Test
	void restAndAnotherDormitoryAreArrangedWhereSomebodyNeedsThem() {
		assertThat(after(new TriageExposedPersonsRule(), triage("groupNext", "GOALS_MET"))
			.routed(PostventionProcess.RELIEF_NEEDED)).isFalse();
		assertThat(after(new TriageExposedPersonsRule(), triage("groupNext", "GOALS_MET", "moveFor", List.of("wit")))
			.routed(PostventionProcess.RELIEF_NEEDED)).isTrue();
		FakeSubmission alone = form("arrange-relief", "restState", "DONE", "moveState", "NONE", "accompanied", false)
			.after("triage-exposed-persons.moveFor", List.of("wit"));
		assertThat(after(new ArrangeReliefRule(), alone).refusals())
			.containsExactlyInAnyOrder("accompanied rule.postvention.accompanied", "moveState rule.postvention.relief");
	}

	private TalkInTurnRule talks() {
		return new TalkInTurnRule(this.directory);
	}

	// F21 F22 F23 K27
	@ParameterizedTest
	@CsvSource({ "EVENT, PT84H", "SIGNS, P7D", "STRAIN, P7D", "SCREENED, P14D" })
	void theNextRoundComesAsOftenAsTheKindOfEventAsks(String kind, String period) {
		FakeSubmission round = form("talk-in-turn", "talkedWith", List.of("a"), "notReached", List.of("b"), "stillNeed",
				List.of("a", "b"))
			.after("toTalk", List.of("a", "b"))
			.after("eventKind", kind);
		assertThat(after(talks(), round).refusals()).isEmpty();
		LocalDateTime due = period.startsWith("PT") ? NOW.plus(Duration.parse(period))
				: NOW.plus(java.time.Period.parse(period));
		assertThat(moment(round, PostventionProcess.TALK_DUE)).isEqualTo(due);
		assertThat(round.routed(PostventionProcess.TALKS)).isEqualTo("GO_ON");
	}

	// F21 K27
	@Test
	void nobodyOfARoundIsPassedOver() {
		FakeSubmission forgot = form("talk-in-turn", "talkedWith", List.of("a")).after("toTalk", List.of("a", "b"));
		assertThat(after(talks(), forgot).refusals()).containsExactly("talkedWith rule.postvention.talkMissing");
		FakeSubmission dropped = form("talk-in-turn", "talkedWith", List.of("a"), "notReached", List.of("b"))
			.after("toTalk", List.of("a", "b"));
		assertThat(after(talks(), dropped).refusals()).containsExactly("stillNeed rule.postvention.missedAgain");
		FakeSubmission both = form("talk-in-turn", "talkedWith", List.of("a"), "notReached", List.of("a"), "stillNeed",
				List.of("a"))
			.after("toTalk", List.of("a"));
		assertThat(after(talks(), both).refusals()).containsExactly("notReached rule.postvention.talkedAndMissed");
		FakeSubmission own = form("talk-in-turn", "talkedWith", List.of("a"), "stillNeed", List.of("a"), "caseFor",
				List.of("a"))
			.after("toTalk", List.of("a"));
		assertThat(after(talks(), own).routed(PostventionProcess.TALKS)).isEqualTo("DONE");
	}

	// rule 1
	@Test
	void noGuardianIsToldBeforeItIsKnownToBeSafe() {
		UUID child = new UUID(0, 7);
		given(this.directory.guardians(child)).willReturn(
				List.of(new GuardianEntry(new UUID(0, 8), child, "甲", "父亲", "10000000009", SafeToInform.NO, 1)));
		FakeSubmission told = form("talk-in-turn", "talkedWith", List.of(child.toString()), "guardianTold",
				List.of(child.toString()))
			.after("toTalk", List.of(child.toString()));
		assertThat(after(talks(), told).refusals()).containsExactlyInAnyOrder("askedSafe rule.postvention.askedSafe",
				"guardianTold rule.postvention.guardianBlocked");
	}

	// F18 F20 F24
	@ParameterizedTest
	@CsvSource({ "EVENT, 7", "SIGNS, 7", "STRAIN, 7", "SCREENED, 15" })
	void groupsMeetAsOftenAsThePolicySays(String kind, int days) {
		assertThat(session(kind, days).refusals()).isEmpty();
		assertThat(session(kind, days + 1).refusals()).containsExactly("groupOn rule.postvention.groupTooLate");
	}

	private static FakeSubmission session(String kind, int days) {
		return after(new NoteGroupSessionRule(),
				form("note-group-session", "groupNext", "GO_ON", "at", NOW, "sessionKind", "GROUP", "nextKind", "GROUP",
						"attended", 20, "groupOn", NOW.toLocalDate().plusDays(days).atStartOfDay())
					.after("eventKind", kind));
	}

	// F19
	@Test
	void anActivityComesOnceAMonthWhereAScreeningWasTheReason() {
		FakeSubmission late = form("note-group-session", "groupNext", "GO_ON", "at", NOW, "sessionKind", "GROUP",
				"nextKind", "GROUP", "attended", 9, "groupOn", NOW.toLocalDate().plusDays(14).atStartOfDay())
			.after("eventKind", "SCREENED")
			.after("lastActivityOn", NOW.toLocalDate().minusDays(20).toString());
		assertThat(after(new NoteGroupSessionRule(), late).refusals())
			.containsExactly("nextKind rule.postvention.activityDue");
		FakeSubmission activity = form("note-group-session", "groupNext", "GO_ON", "at", NOW, "sessionKind", "ACTIVITY",
				"nextKind", "GROUP", "attended", 9, "groupOn", NOW.toLocalDate().plusDays(14).atStartOfDay())
			.after("eventKind", "SCREENED")
			.after("lastActivityOn", NOW.toLocalDate().minusDays(20).toString());
		assertThat(after(new NoteGroupSessionRule(), activity).refusals()).isEmpty();
		assertThat(activity.recorded("lastActivityOn")).isEqualTo(NOW.toLocalDate().toString());
	}

	// F18
	@Test
	void aGroupToWhichNobodyCameHasMetNoGoals() {
		FakeSubmission empty = form("note-group-session", "groupNext", "GOALS_MET", "attended", 0, "sessionKind",
				"GROUP");
		assertThat(after(new NoteGroupSessionRule(), empty).refusals())
			.containsExactly("groupNext rule.postvention.nobodyCame");
	}

	// F31 G14 G16
	@Test
	void reviewsComeAtTwoWeeksOneMonthAndTheAnniversary() {
		FakeSubmission first = review("FIRST", "CALM", "EVENT");
		assertThat(moment(first, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.minusDays(3).plusDays(14));
		assertThat(first.recorded("reviewStage")).isEqualTo("SECOND");
		FakeSubmission second = review("SECOND", "CALM", "EVENT");
		assertThat(moment(second, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.minusDays(3).plusDays(30));
		FakeSubmission third = review("THIRD", "CALM", "EVENT");
		assertThat(third.routed(PostventionProcess.REVIEW_STAGE)).isEqualTo("YEAR");
		assertThat(moment(third, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.minusDays(5).plusYears(1));
		assertThat(review("YEAR", "SOME", "EVENT").routed(PostventionProcess.REVIEW_STAGE)).isEqualTo("DONE");
		assertThat(review("THIRD", "CALM", "STRAIN").routed(PostventionProcess.REVIEW_STAGE)).isEqualTo("DONE");
		FakeSubmission many = review("THIRD", "MANY", "STRAIN");
		assertThat(many.routed(PostventionProcess.REVIEW_STAGE)).isEqualTo("THIRD");
		assertThat(moment(many, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.plusDays(30));
	}

	private static FakeSubmission review(String stage, String overall, String kind) {
		return after(new ReviewAftercareRule(),
				form("review-aftercare", "overall", overall).after("reviewStage", stage)
					.after("eventKind", kind)
					.after("helpSince", NOW.minusDays(3).toString())
					.after("discoveredAt", NOW.minusDays(5).toString()));
	}

	// rule 6
	@Test
	void aLateReviewNeverMakesTheNextOneDueInThePast() {
		FakeSubmission late = after(new ReviewAftercareRule(),
				form("review-aftercare", "overall", "CALM").after("reviewStage", "FIRST")
					.after("eventKind", "EVENT")
					.after("helpSince", NOW.minusDays(40).toString()));
		assertThat(moment(late, PostventionProcess.REVIEW_OPENS)).isEqualTo(NOW);
		assertThat(moment(late, PostventionProcess.REVIEW_DUE)).isEqualTo(NOW.plusDays(1));
	}

	// F31
	@Test
	void whoeverIsFoundLaterIsPutOnTheListBeforeHeGetsACase() {
		FakeSubmission stranger = form("review-aftercare", "caseFor", List.of("new")).after("listed", List.of("a"));
		assertThat(after(new ReviewAftercareRule(), stranger).refusals())
			.containsExactly("caseFor rule.postvention.addFirst");
		FakeSubmission added = form("review-aftercare", "caseFor", List.of("new"), "added", List.of("new"))
			.after("listed", List.of("a"));
		assertThat(after(new ReviewAftercareRule(), added).recorded("listed")).asInstanceOf(LIST)
			.containsExactly("a", "new");
		FakeSubmission centre = form("review-aftercare", "added", List.of("c")).after("centre", "c");
		assertThat(after(new ReviewAftercareRule(), centre).refusals())
			.containsExactly("added rule.postvention.centre");
	}

	// H10 K16
	@ParameterizedTest
	@ValueSource(strings = { "昨天晚上有同学跳楼", "他因为考试没考好", "他留下了遗书", "长期抑郁", "李小明同学离开了我们" })
	void aNoticeThatTellsHowOrWhyOrWhoIsNotSent(String text) {
		UUID centre = new UUID(0, 5);
		given(this.directory.student(centre))
			.willReturn(Optional.of(new StudentEntry(centre, "qinghe", "李小明", "七年级1班", LocalDate.of(2013, 1, 1))));
		FakeSubmission notice = form("draft-notice", "noticeText", text).after("centre", centre.toString());
		assertThat(after(new DraftNoticeRule(this.directory), notice).refusals()).hasSize(1);
	}

	// H10 K16
	@Test
	void aNeutralNoticePasses() {
		given(this.directory.student(any())).willReturn(Optional.empty());
		FakeSubmission notice = form("draft-notice", "noticeText",
				"昨天我们失去了一位同学，大家都很难过。学校正在陪伴家人和同学。心理老师全天在辅导室，也可以拨打 12356。");
		assertThat(after(new DraftNoticeRule(this.directory), notice).refusals()).isEmpty();
	}

	// rule 5, invariant 11
	@Test
	void oneVoiceSpeaksWithTheFamily() {
		StaffEntry leader = new StaffEntry(new UUID(0, 1), "qinghe", "leader", "郑", Set.of(Role.LEADER));
		StaffEntry teacher = new StaffEntry(new UUID(0, 2), "qinghe", "counselor", "周", Set.of(Role.HEAD_TEACHER));
		given(this.directory.everybody()).willReturn(List.of(leader, teacher));
		given(this.directory.isActive(any())).willReturn(true);
		given(this.directory.staffByAccount("counselor")).willReturn(Optional.of(teacher));
		FakeSubmission able = form("name-family-liaison", "liaison", leader.id().toString());
		assertThat(after(new NameLiaisonRule(this.directory), able).refusals()).isEmpty();
		assertThat(moment(able, PostventionProcess.FAMILY_DUE)).isEqualTo(NOW.plusDays(1));
		assertThat(after(new NameLiaisonRule(this.directory),
				form("name-family-liaison", "liaison", teacher.id().toString()))
			.refusals()).containsExactly("liaison rule.postvention.liaison");
		FakeSubmission other = form("contact-family", "liaison", leader.id().toString(), "familyNext", "DONE",
				"familyReached", "NOT_YET");
		assertThat(after(new ContactFamilyRule(this.directory), other).refusals()).containsExactlyInAnyOrder(
				"liaison rule.postvention.notLiaison", "familyNext rule.postvention.familyNotReached");
		FakeSubmission himself = form("contact-family", "liaison", teacher.id().toString(), "familyNext", "GO_ON");
		assertThat(moment(after(new ContactFamilyRule(this.directory), himself), PostventionProcess.FAMILY_DUE))
			.isEqualTo(NOW.plusDays(7));
		assertThat(himself.refusals()).isEmpty();
	}

	// B31
	@Test
	void respondersAreInvitedAndComeIfTheyWant() {
		FakeSubmission forgotten = form("debrief-responders").after("list-exposed-persons.responders", List.of("x"));
		assertThat(after(new DebriefRespondersRule(), forgotten).refusals())
			.containsExactly("invited rule.postvention.inviteResponders");
		FakeSubmission nobodyCame = form("debrief-responders", "invited", List.of("x"))
			.after("list-exposed-persons.responders", List.of("x"));
		assertThat(after(new DebriefRespondersRule(), nobodyCame).refusals()).isEmpty();
		assertThat(after(new DebriefRespondersRule(),
				form("debrief-responders", "invited", List.of("x"), "came", List.of("y")))
			.refusals()).containsExactly("came rule.postvention.notInvited");
	}

	// G14
	@Test
	void nobodyProposesToEndBeforeEverybodyWasSeen() {
		assertThat(after(new ProposeEventClosingRule(),
				form("propose-event-closing", "closingDone", List.of("ALL_SEEN", "GOALS")))
			.refusals()).containsExactly("closingDone rule.postvention.notDone");
		assertThat(after(new ProposeEventClosingRule(),
				form("propose-event-closing", "closingDone", List.of("ALL_SEEN", "GOALS", "CASES_RUN")))
			.refusals()).isEmpty();
	}

}
