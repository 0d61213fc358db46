package org.huxin.report;

import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 审核作废: a case that hides something is not void. What was assessed as more than mild, an
 * emergency that nobody has assessed, and a report to the police that is still owed, keep
 * a case open (D17).
 */
@Component
class DecideVoidRule implements FormRule {

	private static final Set<String> SERIOUS = Set.of("MODERATE", "SEVERE", "ACUTE");

	@Override
	public String form() {
		return "decide-void";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("voidDecision").equals("AGREE")) {
			return;
		}
		if (submission.earlier("level").map(Object::toString).filter(SERIOUS::contains).isPresent()
				|| submission.levelThatHolds().filter(SERIOUS::contains).isPresent()) {
			submission.refuse("voidDecision", "rule.void.assessed");
		}
		if (!submission.history("emergencyBegan.responsePlan").isEmpty() && submission.levelThatHolds().isEmpty()) {
			submission.refuse("voidDecision", "rule.void.emergency");
		}
		if (MandatoryReports.isOwed(submission)) {
			submission.refuse("voidDecision", "rule.void.mandatory");
		}
	}

}
