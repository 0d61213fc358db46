package org.huxin.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huxin.CareSteps;
import org.huxin.CaseSteps;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.emergency.EmergencySteps;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.enrolment.EnrolmentSteps;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.referral.ReferralSteps;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.school.HospitalRegister;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people of a school around one case: they do what is in their lists, most of it
 * within hours, a session on its day, and answer as things usually go.
 */
final class People {

	/** What is done on its day, not when it appears. */
	private static final Set<String> ON_THE_DAY = Set.of("userTask_noteSession", "userTask_evaluateCounselling",
			"userTask_recordHospitalFeedback", "userTask_confirmFirstDay", "userTask_contactHome");

	private final Story story;

	private final BenchmarkWalk walk;

	private final Bystander bystander;

	private final CaseSteps steps;

	private final CareSteps care;

	private final EmergencySteps emergency;

	private final ReferralSteps referral;

	private final EnrolmentSteps enrolment;

	private int assessments;

	private int sessions;

	private int looks;

	private boolean returned;

	private CaseRef ref;

	/** How a case goes. */
	enum Story {

		/** Worry, a talk, and a look now and then. */
		MILD(0),
		/** The same with a few sessions. */
		MILD_WITH_SESSIONS(3),
		/** Months of sessions, both parents and the school around it. */
		MODERATE(6),
		/** Danger, the hospital, a time away, and back. */
		SEVERE(4);

		private final int sessions;

		Story(int sessions) {
			this.sessions = sessions;
		}

	}

	People(ApplicationContext context, Bystander bystander, BenchmarkWalk walk, Story story) {
		this.story = story;
		this.walk = walk;
		this.bystander = bystander;
		SchoolDirectory directory = context.getBean(SchoolDirectory.class);
		CaseFiles caseFiles = context.getBean(CaseFiles.class);
		TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
		HospitalRegister hospitals = context.getBean(HospitalRegister.class);
		this.steps = new CaseSteps(walk, directory, 0);
		this.care = new CareSteps(walk, this.steps);
		this.emergency = new EmergencySteps(walk, directory, walk.student(CaseSteps.SCHOOL, 0));
		this.referral = new ReferralSteps(walk, caseFiles, hospitals, transaction, this.steps);
		this.enrolment = new EnrolmentSteps(walk, caseFiles, directory, context.getBean(PolicyProfiles.class),
				hospitals, context.getBean(JdbcTemplate.class), transaction);
	}

	/**
	 * Lives the case until it is closed, or until a day.
	 */
	CaseRef live(Instant until) {
		this.ref = this.steps.reported("dangerNow", (this.story == Story.SEVERE) ? "YES" : "NO");
		int steps = 0;
		while (this.bystander.isRunning(this.ref.number())) {
			if (!step(until)) {
				break;
			}
			steps++;
			if (steps > 500) {
				throw new IllegalStateException("The case goes round: " + this.bystander.tasks(this.ref.number()));
			}
		}
		return this.ref;
	}

	private boolean step(Instant until) {
		Bystander.Open task = null;
		Instant when = null;
		for (Bystander.Open open : this.bystander.tasks(this.ref.number())) {
			Instant done = doneAt(open);
			if (when == null || done.isBefore(when)) {
				task = open;
				when = done;
			}
		}
		Instant job = this.bystander.nextJob(this.ref.number()).orElse(null);
		boolean waits = task == null || (job != null && job.isBefore(when));
		Instant next = waits ? job : when;
		if (next == null) {
			throw new IllegalStateException("Nobody and nothing moves case " + this.ref.number());
		}
		if (next.isAfter(until)) {
			return false;
		}
		if (next.isAfter(this.walk.now())) {
			this.walk.forward(Duration.between(this.walk.now(), next));
		}
		if (!waits && this.bystander.task(this.ref.number(), task.element()).isPresent()) {
			answer(task.element());
		}
		return true;
	}

	private Instant doneAt(Bystander.Open task) {
		Instant now = this.walk.now();
		if (!ON_THE_DAY.contains(task.element())) {
			return now;
		}
		Instant then = task.due().minus(Duration.ofHours(task.element().endsWith("FirstDay") ? -1 : 3));
		return then.isBefore(now) ? now : then;
	}

	private void answer(String element) {
		switch (element) {
			case "userTask_verifyConcern" ->
				this.steps.verified(this.ref, "urgency", (this.story == Story.MODERATE) ? "TODAY" : "WEEK");
			case "userTask_confirmLeaderReport" -> {
				if (this.story == Story.SEVERE) {
					this.steps.acknowledged(this.ref, "commander", this.emergency.staff("counselor"));
				}
				else {
					this.steps.acknowledged(this.ref);
				}
			}
			case "userTask_assessRisk", "userTask_assessAgain" -> assess();
			case "userTask_confirmLevel" -> this.walk.submit("leader", this.ref, RiskAssessmentProcess.CONFIRM_LEVEL,
					Map.of("confirmation", "AGREE"));
			case "userTask_holdConference" -> this.steps.conferenceHeld(this.ref);
			case "userTask_informGuardian" -> this.steps.guardianInformed(this.ref);
			case "userTask_planCounselling" -> plan();
			case "userTask_noteSession" -> session();
			case "userTask_evaluateCounselling" -> evaluation();
			case "userTask_weeklyWatch" -> watch();
			case "userTask_followUpHeadTeacher" -> this.steps.headTeacherAnswers(this.ref);
			case "userTask_followUpCounsellor" -> look();
			case "userTask_followUpGuardian" -> this.care.familyAnswers(this.ref);
			case "userTask_reviewClosing" -> this.steps.closingProposed(this.ref);
			case "userTask_decideClosing" -> this.steps.closingDecided(this.ref, "AGREE");
			default -> answerAway(element);
		}
	}

	private void assess() {
		this.assessments++;
		if (this.returned) {
			this.steps.assessed(this.ref, "kindOfAssessment", (this.assessments == 1) ? "AFTER_RETURN" : "MONTHLY",
					"nextAssessOn", this.steps.day(89));
		}
		else if (this.story == Story.MODERATE && this.assessments == 1) {
			this.steps.assessed(this.ref, "ideation", "MONTH", "level", "MODERATE", "nextAssessOn", this.steps.day(60));
		}
		else if (hasHadSessions()) {
			this.steps.assessed(this.ref, "next", List.of("FOLLOW_UP"));
		}
		else {
			this.steps.assessed(this.ref);
		}
	}

	private boolean hasHadSessions() {
		return this.sessions >= this.story.sessions;
	}

	private boolean isWatchedClosely() {
		return this.story == Story.MODERATE && this.assessments == 1;
	}

	private void plan() {
		if (hasHadSessions()) {
			this.steps.planned(this.ref, "counselling", "FOLLOW_UP_ONLY", "goals", null, "frequency", null,
					"nextSessionOn", null, "noSessionsWhy", "愿意时再来");
		}
		else {
			this.steps.planned(this.ref, "frequency", isWatchedClosely() ? "TWO_WEEKS" : "WEEKLY", "nextSessionOn",
					this.steps.day(4));
		}
	}

	private void session() {
		this.sessions++;
		if (this.sessions >= this.story.sessions) {
			this.steps.lastSession(this.ref);
		}
		else {
			this.steps.session(this.ref, "nextSessionOn", this.steps.day(isWatchedClosely() ? 14 : 7));
		}
	}

	private void evaluation() {
		this.sessions++;
		if (this.sessions >= this.story.sessions) {
			this.care.evaluated(this.ref, "evaluation", "GOALS_MET", "goalsReached", "ALL", "nextSessionOn", null);
		}
		else {
			this.care.evaluated(this.ref, "nextSessionOn", this.steps.day(isWatchedClosely() ? 14 : 7));
		}
	}

	private void watch() {
		this.care.watched(this.ref);
	}

	private void look() {
		this.looks++;
		boolean close = this.looks >= 3 && !isWatchedClosely() && (!this.returned || this.assessments >= 2);
		this.steps.counsellorAnswers(this.ref, "suggest", close ? "CLOSE" : "CONTINUE");
	}

	private void answerAway(String element) {
		switch (element) {
			case "userTask_takeCommand" -> this.emergency.commandTaken(this.ref);
			case "userTask_answerSafety" -> this.emergency.safetyAnswered(this.ref, "YES");
			case "userTask_callGuardian" -> this.emergency.called(this.ref, 0, "REACHED");
			case "userTask_keepStudentSafe" -> this.emergency.inSafePlace(this.ref);
			case "userTask_goOnSite" -> this.emergency.counsellorThere(this.ref);
			case "userTask_checkDanger" -> this.emergency.looked(this.ref, "OVER");
			case "userTask_secureScene" ->
				this.emergency.sceneSecured(this.ref, element, "NONE_OF_THESE", "ASK_LEADER");
			case "userTask_giveFirstAid" -> this.emergency.aidGiven(this.ref);
			case "userTask_calmClass" -> this.emergency.classCalmed(this.ref);
			case "userTask_decidePolice" -> this.emergency.policeDecided(this.ref);
			case "userTask_clarifyGuardian" -> this.walk.submit("counselor", this.ref, element,
					Map.of("informSafe", this.steps.guardians(), "clarifyReason", "问过学生"));
			case "userTask_planGuard" -> this.emergency.guardPlanned(this.ref, Duration.ofHours(6));
			case "userTask_informSuperiors" ->
				this.emergency.superiorsTold(this.ref, EmergencyResponseProcess.INFORM_SUPERIORS);
			case "userTask_handOver" -> this.emergency.handedOver(this.ref, "needsAftercare", "NO");
			case "userTask_meetGuardian" ->
				this.referral.answered(this.ref, "counselor", HospitalReferralProcess.MEET_GUARDIAN, "AGREES");
			case "userTask_writeReferralLetter" -> {
				if (this.story == Story.SEVERE) {
					this.referral.letterWritten(this.ref, "basis", "DANGER", "visitWithin", "AT_ONCE", "escort",
							"父亲，班主任");
				}
				else {
					this.referral.letterWritten(this.ref);
				}
			}
			case "userTask_makeAppointment" -> this.referral.appointmentMade(this.ref, 1);
			case "userTask_handOverHome" -> this.referral.handedOver(this.ref, "GUARDIAN");
			case "userTask_recordHospitalFeedback" ->
				this.referral.feedback(this.ref, (this.story == Story.SEVERE) ? "REST" : "STUDY_TREATED");
			case "userTask_tellGuardian" ->
				this.walk.submit("counselor", this.ref, HospitalReferralProcess.TELL_GUARDIAN, Map.of("noticeResult",
						"TOLD", "guardian", this.steps.guardians().get(0), "at", this.steps.moment()));
			case "userTask_applySuspension" -> this.enrolment.applied(this.ref);
			case "userTask_checkSuspension" -> this.enrolment.checked(this.ref);
			case "userTask_decideSuspension" -> this.enrolment.decided(this.ref, "AGREE");
			case "userTask_registerSuspension" ->
				this.enrolment.registered(this.ref, StudySuspensionProcess.REGISTER_SUSPENSION, 100);
			case "userTask_agreeSafetyPlan" -> this.enrolment.planned(this.ref);
			case "userTask_contactAway" -> this.enrolment.contacted(this.ref);
			case "userTask_applyNext" -> this.enrolment.next(this.ref);
			case "userTask_applyResumption" -> this.enrolment.resumptionApplied(this.ref);
			case "userTask_enterCertificate" -> this.enrolment.certificateEntered(this.ref);
			case "userTask_verifyCertificate" -> this.enrolment.certificateVerified(this.ref);
			case "userTask_reviewResumption" -> this.enrolment.reviewed(this.ref);
			case "userTask_approveFirst" -> this.enrolment.approved("leader", this.ref, element, "AGREE");
			case "userTask_approveSecond" -> this.enrolment.approved("registry", this.ref, element, "AGREE");
			case "userTask_arrangeReturn" -> this.enrolment.arranged(this.ref);
			case "userTask_confirmFirstDay" -> {
				this.returned = true;
				this.assessments = 0;
				this.enrolment.confirmed(this.ref, "cameBack", "YES");
			}
			case "userTask_recordDischarge" -> this.referral.dischargeAsked(this.ref, "HOME");
			case "userTask_checkDischarge" -> this.referral.dischargeChecked(this.ref);
			case "userTask_callAfterDischarge" -> this.referral.calledAfterDischarge(this.ref, "STUDY", "NO");
			case "userTask_readReturnResult" ->
				this.walk.submit("teacher", this.ref, element, Map.of("readResult", true));
			case "userTask_checkOnStudent" -> this.steps.checked(this.ref, "SEEN_WELL");
			default -> throw new IllegalStateException("Nobody here knows what to do at " + element);
		}
	}

	/** Who does what in the demo school. */
	static List<String> roles() {
		return List.of("counselor", "teacher", "leader", "affairs", "registry", "doctor", "security");
	}

}
