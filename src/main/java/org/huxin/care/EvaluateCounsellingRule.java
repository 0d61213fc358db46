package org.huxin.care;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 评估辅导效果: a session that looks back (F04, F35, G17). It goes on as it is, ends with the
 * goals met, or a new assessment steps down or up: nobody changes the level alone.
 */
@Component
class EvaluateCounsellingRule implements FormRule {

	@Override
	public String form() {
		return "evaluate-counselling";
	}

	@Override
	public void apply(Submission submission) {
		SessionDates dates = new SessionDates(submission);
		if (submission.text("present").equals("MISSED")) {
			Sessions.lead(submission, "MISSED", Sessions.missed(submission, submission.text("seenToday")));
			dates.keepToSecondTry(Sessions.frequency(submission));
			dates.evaluateInTurn();
			return;
		}
		String result = result(submission);
		if (submission.text("evaluation").equals("GOALS_MET") && submission.text("safety").equals("NOT_ASKED")) {
			submission.refuse("safety", "rule.session.askBeforeEnding");
		}
		Sessions.lead(submission, "ATTENDED", result);
		dates.keepTo(Sessions.frequency(submission));
		dates.beginEvaluationPeriod();
	}

	private static String result(Submission submission) {
		boolean risk = submission.text("safety").equals("PRESENT");
		return switch (submission.text("evaluation")) {
			case "STEP_DOWN", "STEP_UP" -> "REASSESS";
			case "GOALS_MET" -> (risk) ? "REASSESS" : Sessions.goalsMet(submission);
			default -> (risk) ? "REASSESS" : "CONTINUE";
		};
	}

}
