package org.huxin.care;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 辅导记录: risk in a session means a new assessment now (D19); a student who did not come,
 * and was not seen or missed twice, is looked for the same day.
 */
@Component
class NoteSessionRule implements FormRule {

	@Override
	public String form() {
		return "note-session";
	}

	@Override
	public void apply(Submission submission) {
		String result = result(submission);
		if (result.equals("GOALS_MET") && submission.text("safety").equals("NOT_ASKED")) {
			submission.refuse("safety", "rule.session.askBeforeEnding");
		}
		submission.route(SchoolCounsellingProcess.SESSION_RESULT, result);
		submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, (result.equals("RISK")) ? "RISK_FOUND" : "DONE");
	}

	private static String result(Submission submission) {
		return switch (submission.text("state")) {
			case "ATTENDED" -> attended(submission);
			case "MISSED" -> missed(submission);
			default -> "CONTINUE";
		};
	}

	private static String attended(Submission submission) {
		boolean risk = submission.text("safety").equals("PRESENT");
		return switch (submission.text("afterSession")) {
			case "STEP_UP" -> "RISK";
			case "GOALS_MET" -> (risk) ? "RISK" : "GOALS_MET";
			default -> (risk) ? "RISK" : "CONTINUE";
		};
	}

	private static String missed(Submission submission) {
		boolean again = submission.earlier("note-session.state").filter("MISSED"::equals).isPresent();
		return (again || submission.text("seenToday").equals("NOT_SEEN")) ? "CHECK_ON_STUDENT" : "CONTINUE";
	}

}
