package org.huxin.enrolment;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 核对休学材料 (G01): papers are not complete without a valid proof; where nobody entered one
 * there is none to call valid, and only who is not ill needs none.
 */
@Component
class CheckSuspensionRule implements FormRule {

	@Override
	public String form() {
		return "check-suspension";
	}

	@Override
	public void apply(Submission submission) {
		boolean entered = isProofEntered(submission);
		String proof = submission.text("proofValid");
		if (!entered && proof.equals("YES")) {
			submission.refuse("proofValid", "rule.suspension.noProofToCheck");
		}
		boolean ill = submission.earlier("apply-suspension.groundCode").filter("ILLNESS"::equals).isPresent();
		if (ill && proof.equals("NOT_NEEDED")) {
			submission.refuse("proofValid", "rule.suspension.proofNeeded");
		}
		if (submission.text("applicationComplete").equals("YES") && proof.equals("NO")) {
			submission.refuse("applicationComplete", "rule.suspension.proofMissing");
		}
		submission.record("proofEntered", entered);
	}

	/** Whether the application that is checked names a hospital that wrote a proof. */
	private static boolean isProofEntered(Submission submission) {
		return submission.past("apply-suspension")
			.stream()
			.reduce((earlier, later) -> later)
			.filter((application) -> application.text("groundCode").equals("ILLNESS"))
			.filter((application) -> !application.text("issuer").isEmpty()
					|| !application.text("issuerOther").isEmpty())
			.isPresent();
	}

}
