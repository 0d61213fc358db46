package org.huxin.postvention;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;

import org.springframework.stereotype.Component;

/**
 * 核对事实与口径: no cause is stated before police and family agree (rule of practice 5); once a
 * family has a liaison it keeps one.
 */
@Component
class ConfirmFactsRule implements FormRule {

	@Override
	public String form() {
		return "confirm-facts";
	}

	@Override
	public void apply(Submission submission) {
		List<String> asked = submission.texts("factsWith");
		boolean nobody = asked.contains("NOBODY_YET");
		if (nobody && asked.size() > 1) {
			submission.refuse("factsWith", "rule.postvention.nobodyAndSome");
		}
		if (submission.text("causeStated").equals("AGREED") && !asked.containsAll(List.of("POLICE", "FAMILY"))) {
			submission.refuse("causeStated", "rule.postvention.cause");
		}
		if (submission.text("noticeWanted").equals("NEUTRAL") && nobody) {
			submission.refuse("noticeWanted", "rule.postvention.factsFirst");
		}
		boolean before = submission.earlier("familyLiaison").filter(Boolean.TRUE::equals).isPresent();
		submission.route(PostventionProcess.FAMILY_LIAISON, before || submission.isYes("familyLiaison"));
	}

}
