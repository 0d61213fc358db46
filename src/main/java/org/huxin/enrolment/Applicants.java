package org.huxin.enrolment;

import java.time.LocalDate;
import java.util.regex.Pattern;

import org.huxin.engine.Submission;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * Who may apply, and for what: a student of age speaks for himself (rule of practice 8),
 * and nobody leaves school for good during compulsory education (G01).
 */
@Component
class Applicants {

	private static final int OF_AGE = 18;

	private static final Pattern SENIOR = Pattern.compile("^(高[一二三中]|高中|十[一二]?年级|1[0-2]年级)");

	private final SchoolDirectory directory;

	Applicants(SchoolDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Checks the fields {@code applicantKind} and {@code authorised}.
	 */
	void check(Submission submission) {
		boolean ofAge = isOfAge(submission);
		boolean himself = submission.text("applicantKind").equals("STUDENT");
		if (himself && !ofAge) {
			submission.refuse("applicantKind", "rule.enrolment.notOfAge");
		}
		if (!himself && ofAge && !submission.isYes("authorised")) {
			submission.refuse("applicantKind", "rule.enrolment.ofAge");
		}
	}

	/**
	 * Checks that a student of this school may leave it in this way.
	 * @param field the field that says so
	 */
	void checkLeaving(Submission submission, String field, String kind) {
		if (!kind.equals("LEAVE")) {
			return;
		}
		boolean allowed = switch (submission.policy("suspension.withdrawal")) {
			case "ALWAYS" -> true;
			case "SENIOR" -> this.directory.student(submission.student())
				.filter((student) -> SENIOR.matcher(student.className()).find())
				.isPresent();
			default -> false;
		};
		if (!allowed) {
			submission.refuse(field, "rule.enrolment.compulsory");
		}
	}

	private boolean isOfAge(Submission submission) {
		LocalDate today = submission.now().toLocalDate();
		return this.directory.student(submission.student())
			.filter((student) -> !student.birthDate().plusYears(OF_AGE).isAfter(today))
			.isPresent();
	}

}
