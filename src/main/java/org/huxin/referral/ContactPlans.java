package org.huxin.referral;

import java.util.Map;

import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

/**
 * How closely somebody stays in touch with a student who studies while treated (F08,
 * F09).
 */
final class ContactPlans {

	private ContactPlans() {
	}

	static void treated(Submission submission) {
		String level = submission.earlier("level").map(Object::toString).orElse("MODERATE");
		boolean pastAttempt = submission.history("assess-risk.pastAttempt").contains(Boolean.TRUE);
		Object plan = submission
			.decide("ContactPlan", Map.of("level", level, "situation", "TREATED", "pastAttempt", pastAttempt))
			.get("contactPlan");
		submission.route(CareFacts.CONTACT_PLAN, String.valueOf(plan));
	}

}
