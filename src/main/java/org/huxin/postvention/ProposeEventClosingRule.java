package org.huxin.postvention;

import java.util.List;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 提出结束: everybody on the list was seen, who needs a case has one, the goals are met.
 */
@Component
class ProposeEventClosingRule implements FormRule {

	@Override
	public String form() {
		return "propose-event-closing";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.texts("closingDone").containsAll(List.of("ALL_SEEN", "CASES_RUN", "GOALS"))) {
			submission.refuse("closingDone", "rule.postvention.notDone");
		}
	}

}
