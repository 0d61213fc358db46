package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;

import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.stereotype.Component;

/**
 * The first day back: a day on which the school teaches; from it the returner is assessed
 * within a week (G10).
 */
@Component
class ReturnDay {

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	private final SchoolDirectory directory;

	ReturnDay(SchoolDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Checks the field {@code firstDayOn} and hands on until when the returner is
	 * assessed.
	 */
	void route(Submission submission) {
		LocalDate day = submission.date("firstDayOn").orElse(submission.now()).toLocalDate();
		String school = this.directory.student(submission.student()).map(StudentEntry::school).orElse("");
		if (this.directory.vacationOn(school, day).isPresent()) {
			submission.refuse("firstDayOn", "rule.resumption.vacation");
		}
		submission.route(StudyResumptionProcess.RETURN_ASSESS_DUE,
				submission.after(day.atTime(EVENING), "resumption.assess.limit"));
	}

}
