package org.huxin.postvention;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 联系当事家庭: one voice only. Whoever fills it in is the liaison (rule of practice 5).
 */
@Component
class ContactFamilyRule implements FormRule {

	private final SchoolDirectory directory;

	ContactFamilyRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "contact-family";
	}

	@Override
	public void apply(Submission submission) {
		boolean himself = this.directory.staffByAccount(submission.author())
			.filter((person) -> person.id().toString().equals(submission.text("liaison")))
			.isPresent();
		if (!himself) {
			submission.refuse("liaison", "rule.postvention.notLiaison");
		}
		if (submission.text("familyNext").equals("DONE") && submission.text("familyReached").equals("NOT_YET")) {
			submission.refuse("familyNext", "rule.postvention.familyNotReached");
		}
		submission.route(PostventionProcess.FAMILY_DUE,
				submission.after(submission.now(), "postvention.family.interval"));
	}

}
