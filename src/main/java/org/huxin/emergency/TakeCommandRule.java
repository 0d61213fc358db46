package org.huxin.emergency;

import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 指定现场指挥: one commander (D18), one of those whom the system then asks for a fresh look.
 */
@Component
class TakeCommandRule implements FormRule {

	/** Who is asked for the looks and the hand-over. */
	private static final Set<Role> COMMANDING = Set.of(Role.LEADER, Role.DUTY, Role.STUDENT_AFFAIRS, Role.COUNSELOR);

	private final SchoolDirectory directory;

	TakeCommandRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "take-command";
	}

	@Override
	public void apply(Submission submission) {
		String commander = submission.text("commander");
		boolean commands = this.directory.student(submission.student())
			.stream()
			.flatMap((student) -> this.directory.staff(student.school()).stream())
			.filter((staff) -> staff.id().toString().equals(commander))
			.anyMatch((staff) -> staff.roles().stream().anyMatch(COMMANDING::contains));
		if (!commands) {
			submission.refuse("commander", "rule.emergency.commander");
		}
	}

}
