package org.huxin.postvention;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;

import org.springframework.stereotype.Component;

/**
 * 需要群体帮扶: begins with the defaults, so that nothing is said to anybody (K16).
 */
@Component
class BeginPostventionRule implements FormRule {

	@Override
	public String form() {
		return "begin-postvention";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(PostventionProcess.FAMILY_LIAISON, false);
		submission.route(PostventionProcess.NOTICE_WANTED, "NONE");
		submission.route(PostventionProcess.NOTICE_AGAIN, "DONE");
		submission.route(PostventionProcess.FAMILY_NEXT, "DONE");
	}

}
