package org.huxin.postvention;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 关心参与处置的老师 (B31): voluntary, so who came was invited and need not have come.
 */
@Component
class DebriefRespondersRule implements FormRule {

	@Override
	public String form() {
		return "debrief-responders";
	}

	@Override
	public void apply(Submission submission) {
		List<String> invited = submission.texts("invited");
		if (invited.isEmpty() && !Earlier.people(submission, "list-exposed-persons.responders").isEmpty()) {
			submission.refuse("invited", "rule.postvention.inviteResponders");
		}
		if (!invited.containsAll(submission.texts("came"))) {
			submission.refuse("came", "rule.postvention.notInvited");
		}
	}

}
