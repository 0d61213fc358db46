package org.huxin.postvention;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 记录小组或班级辅导 (F18, F20, F24): groups meet as often as the policy says until the goals are
 * met; where a screening was the reason, an activity comes once a month (F19).
 */
@Component
class NoteGroupSessionRule implements FormRule {

	@Override
	public String form() {
		return "note-group-session";
	}

	@Override
	public void apply(Submission submission) {
		boolean met = submission.text("groupNext").equals("GOALS_MET");
		if (met && submission.number("attended").filter((number) -> number == 0).isPresent()) {
			submission.refuse("groupNext", "rule.postvention.nobodyCame");
		}
		Earlier.checkNextGroup(submission);
		LocalDate last = lastActivity(submission);
		submission.record("lastActivityOn", last.toString());
		LocalDate latest = submission.after(last.atStartOfDay(), "postvention.activity.interval").toLocalDate();
		boolean tooLate = submission.date("groupOn").filter((day) -> day.toLocalDate().isAfter(latest)).isPresent();
		if (Earlier.kind(submission).equals("SCREENED") && submission.text("nextKind").equals("GROUP") && tooLate) {
			submission.refuse("nextKind", "rule.postvention.activityDue", latest.toString());
		}
	}

	// counted from the first meeting until there is an activity
	private static LocalDate lastActivity(Submission submission) {
		LocalDate today = submission.date("at").map(LocalDateTime::toLocalDate).orElse(submission.now().toLocalDate());
		return submission.earlier("lastActivityOn")
			.filter((day) -> !submission.text("sessionKind").equals("ACTIVITY"))
			.map((day) -> LocalDate.parse(String.valueOf(day)))
			.orElse(today);
	}

}
