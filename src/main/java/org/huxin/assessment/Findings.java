package org.huxin.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

/**
 * What an assessment leaves to the models that go on from it: codes of what is done,
 * never why (rule of practice 14).
 *
 * @param level the level that holds (K07)
 * @param next what the assessor ticked as next steps
 * @param mandatory whether harm by others is suspected: then somebody always stays with
 * the student
 * @param threat how serious a threat to others is (F26)
 * @param injury whether there was self-injury within three months, without any wish to
 * die (F37)
 * @param pastAttempt whether there ever was an attempt or a strong wish (G11)
 * @param situation whether the student is treated, or came back to school
 */
record Findings(Level level, Collection<String> next, boolean mandatory, String threat, boolean injury,
		boolean pastAttempt, String situation) {

	/** What the assessor answers now. */
	static Findings in(Submission submission, Level level, boolean pastAttempt) {
		boolean injury = submission.text("behaviour").equals("MONTHS_3")
				&& submission.text("intentSelfInjury").equals("NO_INTENT")
				&& List.of("NONE", "PAST").contains(submission.text("ideation"));
		return new Findings(level, submission.texts("next"), submission.text("mandatory").equals("YES"),
				submission.text("harmOthers"), injury, pastAttempt,
				situation(submission, submission.text("kindOfAssessment")));
	}

	/** What the last assessment answered, for who confirms it or adds to it. */
	static Findings before(Submission submission, Level level) {
		boolean injury = earlier(submission, "behaviour").equals("MONTHS_3")
				&& earlier(submission, "intentSelfInjury").equals("NO_INTENT")
				&& List.of("NONE", "PAST").contains(earlier(submission, "ideation"));
		return new Findings(level, submission.earlier("assess-risk.next").map(Assessments::codes).orElse(List.of()),
				earlier(submission, "mandatory").equals("YES"), earlier(submission, "harmOthers"), injury,
				earlier(submission, "pastAttempt").equals("true"),
				situation(submission, earlier(submission, "kindOfAssessment")));
	}

	private static String earlier(Submission submission, String key) {
		return submission.earlier("assess-risk." + key).map(Object::toString).orElse("");
	}

	private static String situation(Submission submission, String kind) {
		if (kind.equals("AFTER_RETURN")
				|| submission.history("assess-risk.kindOfAssessment").contains("AFTER_RETURN")) {
			return "RETURNED";
		}
		return submission.earlier("record-hospital-feedback.doctorAdvice").filter("STUDY_TREATED"::equals).isPresent()
				? "TREATED" : "ASSESSED";
	}

	/** The same with what experts add: steps are added, never taken away. */
	Findings with(Collection<String> further) {
		List<String> all = new ArrayList<>(this.next);
		all.addAll(further);
		return new Findings(this.level, all, this.mandatory, this.threat, this.injury, this.pastAttempt,
				this.situation);
	}

	boolean isEmergency() {
		return this.level == Level.ACUTE || this.next.contains("EMERGENCY");
	}

	/** Whether somebody else may be hurt; in an emergency the commander sees to him. */
	boolean protectsTarget() {
		return !isEmergency() && List.of("SERIOUS", "VERY_SERIOUS").contains(this.threat);
	}

	/**
	 * The neutral code of the help: a hospital for a severe level, or where the assessor
	 * or the profile asks for one (S1, S6, K08); never nothing while harm by others is
	 * suspected.
	 */
	String careTrack(String moderateReferral) {
		if (isEmergency()) {
			return "EMERGENCY";
		}
		boolean hospital = this.level == Level.SEVERE || this.next.contains("HOSPITAL_NOW")
				|| this.next.contains("SUGGEST_HOSPITAL")
				|| (this.level == Level.MODERATE && moderateReferral.equals("AT_ONCE"));
		if (hospital) {
			return "HOSPITAL";
		}
		return (this.level == Level.NONE && !this.mandatory) ? "NONE" : "SCHOOL";
	}

	/** What is done first in an emergency (F25, F26, F37). */
	String responsePlan() {
		if (this.threat.equals("VERY_SERIOUS")) {
			return "SEPARATE";
		}
		return (this.injury) ? "FIRST_AID" : "PROTECT";
	}

	/** Whether a hospital is suggested or must be seen at once (S1, K08, law 3). */
	String referralPlan(String moderateReferral) {
		if (!this.level.below(Level.SEVERE) || this.next.contains("HOSPITAL_NOW")) {
			return "AT_ONCE";
		}
		return (this.level == Level.MODERATE) ? moderateReferral : "SUGGEST";
	}

	/**
	 * Whether people meet before help is chosen. An emergency, and a student whom a
	 * hospital must see at once, do not wait for it (S1, D01).
	 */
	boolean conferenceNeeded(String referralPlan) {
		return !isEmergency() && !referralPlan.equals("AT_ONCE")
				&& (!this.level.below(Level.MODERATE) || this.mandatory || this.next.contains("CONFERENCE"));
	}

	/**
	 * Whether experts are asked: where the assessor wants it (E02), or where the profile
	 * has a panel (A06, E01). What cannot wait does not wait for it.
	 */
	boolean consult(String panel) {
		if (isEmergency() || this.next.contains("HOSPITAL_NOW")) {
			return false;
		}
		return this.next.contains("CONSULTATION") || this.next.contains("EXPERTS")
				|| (this.level == Level.MODERATE && panel.equals("MODERATE"));
	}

	/**
	 * Whether a counselling plan is made: always but for the lightest contact where the
	 * assessor chose follow-up alone (rule of practice 13).
	 */
	boolean sessionsWanted(String contactPlan) {
		return !contactPlan.equals("LIGHT") || this.next.contains("COUNSELLING");
	}

	/** Hands the codes to the models. */
	void hand(Submission submission) {
		String moderate = submission.policy("level.moderate.referral");
		submission.route(CrisisCaseProcess.CARE_TRACK, careTrack(moderate));
		submission.route(CareFacts.RESPONSE_PLAN, responsePlan());
		submission.route(CareFacts.REFERRAL_PLAN, referralPlan(moderate));
		submission.route(CareFacts.CONFERENCE_NEEDED, conferenceNeeded(referralPlan(moderate)));
		String contactPlan = contactPlan(submission);
		submission.route(CareFacts.CONTACT_PLAN, contactPlan);
		submission.route(CareFacts.SESSIONS_WANTED, sessionsWanted(contactPlan));
		submission.route(RiskAssessmentProcess.PROTECT_TARGET, protectsTarget());
	}

	private String contactPlan(Submission submission) {
		Object plan = submission
			.decide("ContactPlan",
					Map.of("level", this.level.name(), "situation", this.situation, "pastAttempt", this.pastAttempt))
			.get("contactPlan");
		if (plan == null) {
			throw new IllegalStateException("contact-plan.dmn answers nothing");
		}
		return plan.toString();
	}

}
