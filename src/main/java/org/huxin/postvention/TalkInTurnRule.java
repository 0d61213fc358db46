package org.huxin.postvention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 本轮逐个谈话 (F21, F22, F23): nobody of the round is passed over, and no guardian is told
 * before it is clear that telling is safe (rule of practice 1).
 */
@Component
class TalkInTurnRule implements FormRule {

	private final SchoolDirectory directory;

	TalkInTurnRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "talk-in-turn";
	}

	@Override
	public void apply(Submission submission) {
		List<String> talked = submission.texts("talkedWith");
		List<String> missed = submission.texts("notReached");
		List<String> cases = submission.texts("caseFor");
		List<String> next = Earlier.without(submission.texts("stillNeed"), cases);
		if (missed.stream().anyMatch(talked::contains)) {
			submission.refuse("notReached", "rule.postvention.talkedAndMissed");
		}
		Set<String> round = Earlier.people(submission, "toTalk");
		List<String> answered = new ArrayList<>(talked);
		answered.addAll(missed);
		if (!answered.containsAll(round)) {
			submission.refuse("talkedWith", "rule.postvention.talkMissing", Earlier.without(round, answered).size());
		}
		if (!next.containsAll(Earlier.without(missed, cases))) {
			submission.refuse("stillNeed", "rule.postvention.missedAgain");
		}
		checkGuardians(submission);
		submission.record("toTalk", next);
		submission.route(PostventionProcess.TALKS, next.isEmpty() ? "DONE" : "GO_ON");
		submission.route(PostventionProcess.TALK_DUE,
				submission.after(submission.now(), "postvention.talk." + Earlier.kind(submission)));
	}

	private void checkGuardians(Submission submission) {
		List<String> told = submission.texts("guardianTold");
		if (!told.isEmpty() && !submission.isYes("askedSafe")) {
			submission.refuse("askedSafe", "rule.postvention.askedSafe");
		}
		boolean blocked = told.stream()
			.map(UUID::fromString)
			.map(this.directory::guardians)
			.anyMatch(TalkInTurnRule::isBlocked);
		if (blocked) {
			submission.refuse("guardianTold", "rule.postvention.guardianBlocked");
		}
	}

	private static boolean isBlocked(Collection<GuardianEntry> guardians) {
		return !guardians.isEmpty() && guardians.stream().allMatch((guardian) -> guardian.safe() == SafeToInform.NO);
	}

}
