package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 辅导记录: risk in a session means a new assessment now (D19); a student who did not come,
 * and was not seen or missed twice, is looked for the same day; the next session is never
 * later than the contact plan allows (K12).
 */
@Component
class NoteSessionRule implements FormRule {

	@Override
	public String form() {
		return "note-session";
	}

	@Override
	public void apply(Submission submission) {
		String state = submission.text("state");
		String result = switch (state) {
			case "ATTENDED" -> attended(submission);
			case "MISSED" -> Sessions.missed(submission, submission.text("seenToday"));
			default -> "CONTINUE";
		};
		if (submission.text("afterSession").equals("GOALS_MET") && submission.text("safety").equals("NOT_ASKED")) {
			submission.refuse("safety", "rule.session.askBeforeEnding");
		}
		Sessions.lead(submission, state, result);
		SessionDates dates = new SessionDates(submission);
		if (state.equals("MISSED")) {
			dates.keepToSecondTry(Sessions.frequency(submission));
		}
		else {
			dates.keepTo(Sessions.frequency(submission));
		}
		dates.evaluateInTurn();
	}

	private static String attended(Submission submission) {
		boolean risk = submission.text("safety").equals("PRESENT");
		return switch (submission.text("afterSession")) {
			case "STEP_UP" -> "REASSESS";
			case "GOALS_MET" -> (risk) ? "REASSESS" : Sessions.goalsMet(submission);
			default -> (risk) ? "REASSESS" : "CONTINUE";
		};
	}

}
