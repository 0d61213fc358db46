package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;

import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudySuspensionProcess;

/**
 * When the end of a suspension is spoken about, and until when somebody applies for what
 * comes next (G02). An end that has passed is spoken about at once.
 *
 * @param reminder before the end
 * @param nextStepDue the end of the last day, or a grace where it has passed
 */
record EndDates(LocalDateTime reminder, LocalDateTime nextStepDue) {

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	static EndDates of(LocalDate until, Period before, Period grace, LocalDateTime now) {
		LocalDateTime end = until.atTime(EVENING);
		if (!end.isAfter(now)) {
			return new EndDates(now, now.plus(grace));
		}
		LocalDateTime reminder = until.minus(before).atTime(MORNING);
		return new EndDates(reminder.isAfter(now) ? reminder : now, end);
	}

	static EndDates of(LocalDate until, Submission submission) {
		return of(until, Period.parse(submission.policy("suspension.reminder.before")),
				Period.parse(submission.policy("suspension.next.limit")), submission.now());
	}

	void route(Submission submission) {
		submission.route(StudySuspensionProcess.END_REMINDER_ON, this.reminder);
		submission.route(StudySuspensionProcess.NEXT_STEP_DUE, this.nextStepDue);
	}

}
