package org.huxin.emergency;

import java.util.List;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 交接 (rule of practice 12): home only to an unblocked person who can stay, with means
 * secured, an appointment and a plan for the night. Nobody stays at school before a
 * guardian, or another adult in his place, was reached (F29); who survived an attempt
 * only when the danger is over and a doctor agrees (F30, K10).
 */
@Component
class HandOverStudentRule implements FormRule {

	/** The policy that says whether who survived an attempt may stay (K10). */
	private static final String STAY = "attempt.stayAllowed";

	/** Without any of these home is not safe. */
	private static final List<String> CONDITIONS = List.of("idSeen", "ableToStay", "meansSecured", "numbersGiven");

	private final SchoolDirectory directory;

	HandOverStudentRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "hand-over-student";
	}

	@Override
	public void apply(Submission submission) {
		String settlement = submission.text("settlement");
		submission.route(EmergencyResponseProcess.SETTLED, !settlement.equals("NOT_YET"));
		switch (settlement) {
			case "HANDED_OVER" -> home(submission);
			case "AT_HOSPITAL" -> hospital(submission);
			case "SAFE_AT_SCHOOL" -> school(submission);
			default -> {
				return;
			}
		}
		submission.route(CareFacts.EMERGENCY_OUTCOME, settlement);
		ResponsePlan.decideAftercare(submission, submission.text("needsAftercare"),
				submission.isBlank("noAftercareWhy"));
	}

	private void home(Submission submission) {
		boolean guardian = !submission.isBlank("receiver");
		boolean other = !submission.isBlank("receiverOther");
		if (guardian == other) {
			submission.refuse("receiver", "rule.emergency.receiver");
		}
		if (other && isBlocked(submission, submission.text("receiverOther"))) {
			submission.refuse("receiverOther", "rule.emergency.blocked");
		}
		CONDITIONS.stream()
			.filter((condition) -> !submission.isYes(condition))
			.forEach((condition) -> submission.refuse(condition, "rule.emergency.notSafeHome"));
		if (submission.isBlank("appointment")) {
			submission.refuse("appointment", "rule.emergency.notSafeHome");
		}
		if (submission.isBlank("nightPlan")) {
			submission.refuse("nightPlan", "rule.emergency.notSafeHome");
		}
		if (guardian) {
			submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, true);
		}
	}

	// a blocked guardian does not come in by the other door
	private boolean isBlocked(Submission submission, String name) {
		return this.directory.guardians(submission.student())
			.stream()
			.filter((guardian) -> guardian.safe() == SafeToInform.NO)
			.map(GuardianEntry::name)
			.anyMatch(name::contains);
	}

	private static void hospital(Submission submission) {
		if (submission.isBlank("hospital") && submission.isBlank("hospitalOther")) {
			submission.refuse("hospital", "rule.emergency.hospital");
		}
	}

	private static void school(Submission submission) {
		if (!submission.earlier("check-danger.danger").filter("OVER"::equals).isPresent()) {
			submission.refuse("settlement", "rule.emergency.notOver");
			return;
		}
		boolean homeKnows = submission.fact(CrisisCaseProcess.GUARDIAN_INFORMED).orElse(false);
		if (!homeKnows && submission.history("name-other-adult.adultKind").isEmpty()) {
			submission.refuse("settlement", "rule.emergency.nobodyTold");
		}
		boolean attempt = submission.earlier("attemptNow").filter("YES"::equals).isPresent();
		if (attempt && submission.policy(STAY).equals("NEVER")) {
			submission.refuse("settlement", "rule.emergency.mayNotStay");
		}
		else if (attempt && !submission.isYes("medicalOpinion")) {
			submission.refuse("medicalOpinion", "rule.emergency.medicalOpinion");
		}
	}

}
