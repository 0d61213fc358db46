package org.huxin.postvention;

import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 指定家庭联络人: one person who can do it, a leader or somebody of student affairs (rule of
 * practice 5).
 */
@Component
class NameLiaisonRule implements FormRule {

	private static final Set<Role> ABLE = Set.of(Role.LEADER, Role.STUDENT_AFFAIRS);

	private final SchoolDirectory directory;

	NameLiaisonRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "name-liaison";
	}

	@Override
	public void apply(Submission submission) {
		String liaison = submission.text("liaison");
		boolean able = this.directory.everybody()
			.stream()
			.filter((person) -> person.id().toString().equals(liaison))
			.anyMatch((person) -> person.roles().stream().anyMatch(ABLE::contains)
					&& this.directory.isActive(person.account()));
		if (!able) {
			submission.refuse("liaison", "rule.postvention.liaison");
		}
		submission.route(PostventionProcess.FAMILY_DUE, submission.after(submission.now(), "postvention.family.first"));
	}

}
