package org.huxin.care;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

/**
 * What follows from a session, be it the evaluation or an ordinary one.
 */
final class Sessions {

	private Sessions() {
	}

	/**
	 * A student who did not come is reminded and given a second try; who was not seen, or
	 * misses twice, is looked for by the head teacher the same day (F03, F05).
	 */
	static String missed(Submission submission, String seenToday) {
		boolean again = submission.earlier("sessionState").filter("MISSED"::equals).isPresent();
		return (again || seenToday.equals("NOT_SEEN")) ? "CHECK_ON_STUDENT" : "SECOND_TRY";
	}

	/**
	 * Who is looked after daily does not leave that by one person's word: first a new
	 * assessment.
	 */
	static String goalsMet(Submission submission) {
		boolean daily = submission.fact(CareFacts.CONTACT_PLAN).filter("CLOSE"::equals).isPresent();
		return (daily) ? "REASSESS" : "GOALS_MET";
	}

	static void lead(Submission submission, String state, String result) {
		submission.record("sessionState", state);
		submission.route(SchoolCounsellingProcess.SESSION_RESULT, result);
		submission.route(CrisisCaseProcess.SUPPORT_OUTCOME, (result.equals("REASSESS")) ? "RISK_FOUND" : "DONE");
	}

	static String frequency(Submission submission) {
		return submission.earlier("plan-counselling.frequency").map(Object::toString).orElse("");
	}

}
