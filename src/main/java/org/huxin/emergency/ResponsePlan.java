package org.huxin.emergency;

import java.util.List;
import java.util.Set;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

/**
 * What is done first (F25–F30, F37, F38), and what follows from it. Self-injury is not an
 * attempt: no police, no gate (F37).
 */
final class ResponsePlan {

	/** The policy that says which plans are a major crisis (H01). */
	static final String MAJOR = "majorReport.plans";

	static final String PROTECT = "PROTECT";

	static final String FIRST_AID = "FIRST_AID";

	static final String RESCUE = "RESCUE";

	static final String SEPARATE = "SEPARATE";

	static final String SEARCH = "SEARCH";

	static final String FAMILY = "FAMILY";

	/** After these those around need help, unless somebody says why not. */
	private static final Set<String> AFTERCARE = Set.of(RESCUE, SEPARATE, FAMILY);

	private ResponsePlan() {
	}

	static boolean isMajor(String plan, String majorPlans) {
		return List.of(majorPlans.split(" ")).contains(plan);
	}

	static boolean isAttempt(String plan) {
		return plan.equals(RESCUE);
	}

	static boolean suggestsAftercare(String plan) {
		return AFTERCARE.contains(plan);
	}

	/** The plan in force. */
	static String current(Submission submission) {
		return submission.earlier("responsePlan").map(Object::toString).orElse(PROTECT);
	}

	/**
	 * Something else comes first now. What was true before stays true: an attempt stays
	 * one, a major report is not begun twice.
	 */
	static void change(Submission submission, String plan) {
		submission.record("responsePlan", plan);
		submission.route(CareFacts.RESPONSE_PLAN, plan);
		if (plan.equals(FAMILY)) {
			submission.route(CareFacts.EMERGENCY_OUTCOME, "FAMILY_CARE");
		}
		if (isAttempt(plan)) {
			submission.record("attemptNow", "YES");
		}
		if (suggestsAftercare(plan)) {
			submission.record("needsAftercare", "YES");
		}
		boolean begun = submission.earlier("majorReport").filter("DUE"::equals).isPresent();
		if (!begun && isMajor(plan, submission.policy(MAJOR))) {
			submission.record("majorReport", "DUE");
			submission.route(EmergencyResponseProcess.MAJOR_REPORT, "DUE");
		}
	}

	/**
	 * Whether those around need help afterwards; where it is suggested, a no needs a
	 * reason (F31, G14).
	 */
	static void decideAftercare(Submission submission, String answer, boolean reasonMissing) {
		boolean suggested = submission.earlier("needsAftercare").filter("YES"::equals).isPresent();
		if (suggested && answer.equals("NO") && reasonMissing) {
			submission.refuse("noAftercareWhy", "rule.emergency.noAftercare");
		}
		submission.route(CareFacts.AFTERCARE, answer.equals("YES"));
	}

}
