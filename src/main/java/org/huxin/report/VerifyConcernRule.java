package org.huxin.report;

import java.util.List;
import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * 核实情况 (rule of practice 4): a sign of self-harm is not waved away on the telephone, nor
 * by one person; urgency falls only with a reason; what needs more than the school's
 * counselling goes on at once.
 */
@Component
class VerifyConcernRule implements FormRule {

	/** Acts that are handled before they are assessed. */
	private static final Set<String> ACT_AT_ONCE = Set.of("ATTEMPT", "HARM_TO_OTHERS", "MISSING", "DEATH");

	private final GuardianSafety guardians;

	VerifyConcernRule(GuardianSafety guardians) {
		this.guardians = guardians;
	}

	@Override
	public String form() {
		return "verify-concern";
	}

	@Override
	public void apply(Submission submission) {
		String outcome = submission.text("outcome");
		submission.route(CrisisCaseProcess.SECOND_PERSON, false);
		if (outcome.equals("JOINED")) {
			submission.route(CrisisCaseProcess.CARE_TRACK, "NONE");
			return;
		}
		List<String> criteria = submission.texts("criteria");
		boolean selfHarm = Signs.ofSelfHarm(criteria) || submission.text("actKind").equals("SELF_INJURY")
				|| submission.text("actKind").equals("ATTEMPT");
		checkCriteria(submission, criteria);
		checkUrgency(submission, criteria, selfHarm);
		if (outcome.equals("NOT_A_CRISIS")) {
			refuseNoCrisisIfInDoubt(submission, selfHarm);
			submission.route(CrisisCaseProcess.SECOND_PERSON, selfHarm);
			// until the second person agrees the 20 hours go on counting
			submission.route(CrisisCaseProcess.CARE_TRACK, (selfHarm) ? "UNASSESSED" : "NONE");
			return;
		}
		if (outcome.equals("NEEDS_MORE") && submission.isBlank("reason")) {
			submission.refuse("reason", "rule.verify.reason");
		}
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, this.guardians.answered(submission));
		boolean atOnce = outcome.equals("CONFIRMED") && needsActionAtOnce(submission);
		submission.route(CrisisCaseProcess.CARE_TRACK, (atOnce) ? "EMERGENCY" : "UNASSESSED");
		submission.route(CareFacts.RESPONSE_PLAN, responsePlan(submission.text("actKind")));
		submission.route(CrisisCaseProcess.EXTERNAL_REPORT, MandatoryReports.after(submission));
	}

	/** What is done first, without saying why (F25–F28, F37, F38). */
	private static String responsePlan(String actKind) {
		return switch (actKind) {
			case "SELF_INJURY" -> "FIRST_AID";
			case "ATTEMPT" -> "RESCUE";
			case "HARM_TO_OTHERS" -> "SEPARATE";
			case "MISSING" -> "SEARCH";
			case "DEATH" -> "FAMILY";
			default -> "PROTECT";
		};
	}

	private static void checkCriteria(Submission submission, List<String> criteria) {
		if (criteria.contains(Signs.NONE) && criteria.size() > 1) {
			submission.refuse("criteria", "rule.verify.noneAndSome");
		}
	}

	private static void checkUrgency(Submission submission, List<String> criteria, boolean selfHarm) {
		if (submission.isBlank("urgency")) {
			return;
		}
		Urgency urgency = Urgency.valueOf(submission.text("urgency"));
		Urgency before = submission.earlier("urgency")
			.map((value) -> Urgency.valueOf(value.toString()))
			.orElse(Urgency.WEEK);
		if (urgency.compareTo(before) < 0 && submission.isBlank("reason")) {
			submission.refuse("reason", "rule.verify.urgencyLowered");
		}
		boolean needsToday = selfHarm || Signs.needToday(criteria);
		if (needsToday && urgency == Urgency.WEEK && !submission.text("outcome").equals("NOT_A_CRISIS")) {
			submission.refuse("urgency", "rule.verify.atLeastToday");
		}
	}

	private static void refuseNoCrisisIfInDoubt(Submission submission, boolean selfHarm) {
		if (selfHarm && !submission.text("contactMade").equals("FACE_TO_FACE")) {
			submission.refuse("contactMade", "rule.verify.faceToFace");
		}
		if (!submission.text("safeNow").equals("SAFE")) {
			submission.refuse("outcome", "rule.verify.notSafe");
		}
		if (submission.text("mandatory").equals("YES")) {
			submission.refuse("outcome", "rule.verify.mandatory");
		}
		if (submission.isBlank("reason")) {
			submission.refuse("reason", "rule.verify.reason");
		}
	}

	private static boolean needsActionAtOnce(Submission submission) {
		return submission.text("safeNow").equals("UNSAFE") || submission.text("urgency").equals("NOW")
				|| ACT_AT_ONCE.contains(submission.text("actKind"));
	}

}
