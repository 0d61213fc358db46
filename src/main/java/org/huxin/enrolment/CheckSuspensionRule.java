package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 核对休学材料 (G01): papers are not complete without a valid proof.
 */
@Component
class CheckSuspensionRule implements FormRule {

	@Override
	public String form() {
		return "check-suspension";
	}

	@Override
	public void apply(Submission submission) {
		boolean ill = submission.earlier("apply-suspension.groundCode").filter("ILLNESS"::equals).isPresent();
		String proof = submission.text("proofValid");
		if (submission.text("applicationComplete").equals("YES")
				&& (proof.equals("NO") || (ill && proof.equals("NOT_NEEDED")))) {
			submission.refuse("applicationComplete", "rule.suspension.proofMissing");
		}
	}

}
