package org.huxin.postvention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;

import org.springframework.stereotype.Component;

/**
 * 复查受影响的人: at 72 hours, two weeks, one month and, after an event, the anniversary (F31,
 * G14). Whoever gets a case stands on the list; where many are still affected there is
 * another review.
 */
@Component
class ReviewAftercareRule implements FormRule {

	@Override
	public String form() {
		return "review-aftercare";
	}

	@Override
	public void apply(Submission submission) {
		Set<String> listed = Earlier.people(submission, "listed");
		List<String> added = submission.texts("added");
		Set<String> all = new LinkedHashSet<>(listed);
		all.addAll(added);
		if (Earlier.holdsCentre(submission, added)) {
			submission.refuse("added", "rule.postvention.centre");
		}
		if (!all.containsAll(submission.texts("caseFor"))) {
			submission.refuse("caseFor", "rule.postvention.addFirst");
		}
		submission.record("listed", List.copyOf(all));
		plan(submission, submission.earlier("reviewStage").map(String::valueOf).orElse("FIRST"));
	}

	private static void plan(Submission submission, String stage) {
		boolean anniversary = Earlier.kind(submission).equals("EVENT");
		switch (stage) {
			case "FIRST" -> Earlier.nextReview(submission, "SECOND", Earlier.moment(submission, "helpSince"));
			case "SECOND" -> Earlier.nextReview(submission, "THIRD", Earlier.moment(submission, "helpSince"));
			case "THIRD" -> {
				if (submission.text("overall").equals("MANY")) {
					Earlier.nextReview(submission, "THIRD", submission.now());
				}
				else if (anniversary) {
					Earlier.nextReview(submission, "YEAR", Earlier.moment(submission, "discoveredAt"));
				}
				else {
					end(submission);
				}
			}
			default -> end(submission);
		}
	}

	private static void end(Submission submission) {
		submission.route(PostventionProcess.REVIEW_STAGE, "DONE");
		submission.record("reviewStage", "DONE");
	}

}
