package org.huxin.report.process;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code crisis-case.bpmn} (学生心理危机个案), and the routing facts that it shares
 * with the processes it calls. A test compares them with the model both ways.
 */
@Component
public final class CrisisCaseProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "CrisisCase";

	public static final String CONCERN_REPORTED = "start_concernReported";

	public static final String LOOK_AFTER_REPORT = "throw_concernReported";

	public static final String DANGER_NOW = "gateway_dangerNow";

	public static final String CLARIFY = "subProcess_clarify";

	public static final String CLARIFY_BEGINS = "start_clarify";

	public static final String VERIFY_CONCERN = "userTask_verifyConcern";

	public static final String VERIFICATION_RESULT = "gateway_verificationResult";

	public static final String LOOK_AFTER_VERIFICATION = "throw_concernVerified";

	public static final String ACT_AT_ONCE = "gateway_actAtOnce";

	public static final String ASSESS_RISK = "callActivity_assessRisk";

	public static final String ASSESSED = "end_assessed";

	public static final String JOIN_CASES = "serviceTask_joinCases";

	public static final String JOINED = "end_joined";

	public static final String ACTION_NEEDED = "end_actAtOnce";

	public static final String SECOND_PERSON_NEEDED = "gateway_secondPersonNeeded";

	public static final String CONFIRM_NO_CRISIS = "userTask_confirmNoCrisis";

	public static final String NO_CRISIS_CONFIRMED = "gateway_noCrisisConfirmed";

	public static final String NOT_A_CRISIS = "end_notACrisis";

	public static final String UNASSESSED = "timer_unassessed";

	public static final String UNASSESSED_REPORTED = "end_unassessedReported";

	public static final String CARE_TRACK_CHOICE = "gateway_careTrack";

	public static final String END_WITHOUT_CARE = "serviceTask_endWithoutCare";

	public static final String WITHOUT_CARE = "end_withoutCare";

	public static final String HELP = "subProcess_help";

	public static final String HELP_BEGINS = "start_help";

	public static final String NEXT_STEP = "gateway_nextStep";

	public static final String REASSESS_RISK = "callActivity_reassessRisk";

	public static final String DANGER = "throw_danger";

	public static final String EMERGENCY = "callActivity_emergency";

	public static final String MAJOR_REPORT = "callActivity_majorReport";

	public static final String NOTE_MAJOR_REPORT = "serviceTask_noteMajorReport";

	public static final String MAJOR_REPORTED = "end_majorReported";

	public static final String AFTERCARE_NEEDED = "gateway_aftercare";

	public static final String START_POSTVENTION = "serviceTask_startPostvention";

	public static final String EMERGENCY_RESULT = "gateway_emergencyOutcome";

	public static final String FAMILY_CARE = "end_family";

	public static final String CONFERENCE_NEEDED = "gateway_conference";

	public static final String HIGHER_CARE = "throw_higherCare";

	public static final String HOLD_CONFERENCE = "userTask_holdConference";

	public static final String KIND_OF_HELP = "gateway_kindOfHelp";

	public static final String REFERRAL = "callActivity_referral";

	public static final String REFERRAL_RESULT = "gateway_referralOutcome";

	public static final String REST = "end_rest";

	public static final String COUNSELLING = "callActivity_counselling";

	public static final String SUPPORT_RESULT = "gateway_supportOutcome";

	public static final String FOLLOW_UP = "callActivity_followUp";

	public static final String FOLLOW_UP_RESULT = "gateway_followUpOutcome";

	public static final String REVIEW_CLOSING = "userTask_reviewClosing";

	public static final String CLOSING_PROPOSED = "gateway_closingProposed";

	public static final String DECIDE_CLOSING = "userTask_decideClosing";

	public static final String CLOSING_AGREED = "gateway_closingAgreed";

	public static final String CLOSING_IS_AGREED = "end_closingAgreed";

	public static final String RISK_RISEN_EARLY = "catch_riskRisenEarly";

	public static final String HASTEN = "serviceTask_hasten";

	public static final String HASTENED = "end_hastened";

	public static final String RISK_RISEN = "catch_riskRisen";

	public static final String ASSESS_AGAIN = "serviceTask_assessAgain";

	public static final String AFTER_HELP = "gateway_afterHelp";

	public static final String REPORT_AWAITED = "catch_reportDone";

	public static final String CLOSE_CASE = "serviceTask_closeCase";

	public static final String CLOSED = "end_closed";

	public static final String END_AFTER_DEATH = "serviceTask_endAfterDeath";

	public static final String ENDED_AFTER_DEATH = "end_afterDeath";

	public static final String AWAY = "subProcess_away";

	public static final String AWAY_BEGINS = "start_away";

	public static final String SUSPENSION = "callActivity_suspension";

	public static final String SUSPENSION_RESULT = "gateway_suspensionOutcome";

	public static final String RESUMPTION = "callActivity_resumption";

	public static final String RESUMPTION_RESULT = "gateway_resumptionOutcome";

	public static final String BACK_AT_SCHOOL = "end_back";

	public static final String NOT_AWAY = "end_notAway";

	public static final String RISK_RISEN_AWAY = "catch_riskRisenAway";

	public static final String DANGER_AWAY = "catch_dangerAway";

	public static final String ASSESS_AWAY = "callActivity_assessAway";

	public static final String AWAY_TRACK_CHOICE = "gateway_awayTrack";

	public static final String EMERGENCY_AWAY = "callActivity_emergencyAway";

	public static final String AWAY_SAFE = "end_awaySafe";

	public static final String AWAY_CALM = "end_awayCalm";

	public static final String REPORT_TO_LEADERS = "subProcess_reportToLeaders";

	public static final String REPORT_MOMENT_COMES = "start_reportMoment";

	public static final String WHAT_TO_REPORT = "gateway_whatToReport";

	public static final String REQUIRE_MANDATORY_REPORT = "serviceTask_requireMandatoryReport";

	public static final String MANDATORY_REPORT_REQUIRED = "end_mandatoryRequired";

	public static final String FAMILY_FIRST = "end_familyFirst";

	public static final String DECIDE_REPORT_ROUTE = "businessRuleTask_reportRoute";

	public static final String REPORT_NOW = "gateway_reportNow";

	public static final String NO_REPORT_NOW = "end_noReportNow";

	public static final String PREPARE_LEADER_REPORT = "serviceTask_prepareLeaderReport";

	public static final String CONFIRM_LEADER_REPORT = "userTask_confirmLeaderReport";

	public static final String REPORT_CONFIRMED = "end_reportConfirmed";

	public static final String REPORT_REMINDER = "timer_reportReminder";

	public static final String REMIND_LEADER = "serviceTask_remindLeader";

	public static final String LEADER_REMINDED = "end_leaderReminded";

	public static final String REPORT_OVERDUE = "timer_reportOverdue";

	public static final String ESCALATE_LEADER_REPORT = "serviceTask_escalateLeaderReport";

	public static final String LEADER_REPORT_ESCALATED = "end_leaderReportEscalated";

	public static final String MANDATORY_REPORT = "subProcess_mandatoryReport";

	public static final String HARM_SUSPECTED = "start_mandatoryReport";

	public static final String FILE_MANDATORY_REPORT = "userTask_fileMandatoryReport";

	public static final String MANDATORY_REPORTED = "end_mandatoryReported";

	public static final String VOID = "subProcess_void";

	public static final String VOID_ASKED = "start_voidAsked";

	public static final String DECIDE_VOID = "userTask_decideVoid";

	public static final String VOID_AGREED = "gateway_voidAgreed";

	public static final String VOIDED = "end_voided";

	public static final String VOID_REFUSED = "end_voidRefused";

	public static final String HAND_OVER_CASE = "subProcess_handOver";

	public static final String STUDENT_LEAVES = "start_studentLeaves";

	public static final String PREPARE_HAND_OVER = "userTask_prepareHandOver";

	public static final String HAND_OVER_AGREED = "gateway_handOverAgreed";

	public static final String CONFIRM_HAND_OVER = "userTask_confirmHandOver";

	public static final String HAND_OVER_SILENCE = "timer_handOverSilence";

	public static final String NOTE_SILENCE = "serviceTask_noteSilence";

	public static final String SILENCE_MAY_END = "gateway_silenceMayEnd";

	public static final String HANDED_OVER = "end_handedOver";

	public static final String HAND_OVER_REFUSED = "end_handOverRefused";

	public static final String AFTER_HAND_OVER_OR_VOID = "subProcess_endedEarly";

	public static final String ENDS_EARLY = "start_endedEarly";

	public static final String DEATH = "subProcess_death";

	public static final String DEATH_REPORTED = "start_deathReported";

	public static final String POLICE_OWED_AFTER_DEATH = "gateway_policeOwed";

	public static final String FILE_REPORT_AFTER_DEATH = "userTask_fileReportAfterDeath";

	public static final String AFTER_DEATH_DONE = "gateway_afterDeathDone";

	public static final String END_CASE = "serviceTask_endCase";

	public static final String ENDED_EARLY = "end_ended";

	public static final String SEALED = "end_sealed";

	public static final String CARE_FOR_FAMILY = "callActivity_familyCare";

	public static final String FAMILY_REPORT_AWAITED = "catch_familyReportDone";

	public static final String SEAL_AFTER_DEATH = "serviceTask_sealAfterDeath";

	/** Intake urgency, known before any assessment (K11). */
	public static final ProcessVariable<String> URGENCY = ProcessVariable.code("urgency", "NOW", "TODAY", "WEEK");

	/** Which help, without saying why: no level stands in the engine. */
	public static final ProcessVariable<String> CARE_TRACK = ProcessVariable.code("careTrack", "UNASSESSED", "NONE",
			"SCHOOL", "HOSPITAL", "EMERGENCY");

	/** Whether a guardian may be told; until it is answered nobody is. */
	public static final ProcessVariable<String> GUARDIAN_CHANNEL = ProcessVariable.code("guardianChannel", "HOLD",
			"OPEN", "BLOCKED");

	/** Whether a guardian has been told. */
	public static final ProcessVariable<Boolean> GUARDIAN_INFORMED = ProcessVariable.flag("guardianInformed");

	/** Whether a second person must confirm. */
	public static final ProcessVariable<Boolean> SECOND_PERSON = ProcessVariable.flag("secondPerson");

	/** What the second person said. */
	public static final ProcessVariable<String> CONFIRMATION = ProcessVariable.code("confirmation", "AGREE",
			"DISAGREE");

	/** What verification found. */
	public static final ProcessVariable<String> OUTCOME = ProcessVariable.code("outcome", "CONFIRMED", "NEEDS_MORE",
			"NOT_A_CRISIS", "JOINED");

	/** Until when somebody looks. */
	public static final ProcessVariable<Date> VERIFY_DUE = ProcessVariable.date("verifyDue");

	/** Which moment asks whether leaders are told. */
	public static final ProcessVariable<String> REPORT_MOMENT = ProcessVariable.code("reportMoment", "CONCERN_REPORTED",
			"CONCERN_VERIFIED", "HIGHER_CARE_NEEDED", "DANGER_FOUND", "UNASSESSED_TOO_LONG", "MAJOR_REPORT_DUE",
			"MANDATORY_REPORT_DUE", "FAMILY_FIRST");

	/** What {@code report-route.dmn} answered. */
	public static final ProcessVariable<String> REPORT_ROUTE = ProcessVariable.code("reportRoute", "AT_ONCE", "LATER",
			"WEEKLY_FIGURES", "ALREADY");

	/** Whether leaders were told: never twice. */
	public static final ProcessVariable<Boolean> LEADER_REPORTED = ProcessVariable.flag("leaderReported");

	/** Until when a leader acknowledges (D01, K04). */
	public static final ProcessVariable<Date> LEADER_REPORT_DUE = ProcessVariable.date("leaderReportDue");

	/** When he is reminded. */
	public static final ProcessVariable<Date> LEADER_REPORT_REMINDER = ProcessVariable.date("leaderReportReminder");

	/** How school counselling ended. */
	public static final ProcessVariable<String> SUPPORT_OUTCOME = ProcessVariable.code("supportOutcome", "DONE",
			"RISK_FOUND");

	/** What {@code follow-up-trend.dmn} answered. */
	public static final ProcessVariable<String> FOLLOW_UP_NEXT = ProcessVariable.code("followUpNext", "CONTINUE",
			"INTENSIFY", "REASSESS", "READY_TO_CLOSE");

	/** How many periods of follow-up there were. */
	public static final ProcessVariable<Long> FOLLOW_UP_PERIOD = ProcessVariable.number("followUpPeriod");

	/** When the student is to be assessed again, as promised at the last assessment. */
	public static final ProcessVariable<Date> NEXT_ASSESS_ON = ProcessVariable.date("nextAssessOn");

	/** Whether the counsellor proposes to close. */
	public static final ProcessVariable<String> CLOSING_PROPOSAL = ProcessVariable.code("closingProposal", "PROPOSE",
			"NOT_YET");

	/** What the leader decided as second person. */
	public static final ProcessVariable<String> CLOSING_DECISION = ProcessVariable.code("closingDecision", "AGREE",
			"CONTINUE");

	/** Where the case goes when help has ended. */
	public static final ProcessVariable<String> HELP_OUTCOME = ProcessVariable.code("helpOutcome", "CLOSE", "REST",
			"FAMILY");

	/** Whether the police must be told of suspected harm (law 11); never twice. */
	public static final ProcessVariable<String> EXTERNAL_REPORT = ProcessVariable.code("externalReport", "NONE",
			"REQUIRED", "FILED");

	/** What an assessment found while the student was away from school. */
	public static final ProcessVariable<String> AWAY_TRACK = ProcessVariable.code("awayTrack", "NONE", "SCHOOL",
			"HOSPITAL", "EMERGENCY");

	/** Whether the police have not been told yet of harm that was suspected (law 11). */
	public static final ProcessVariable<Boolean> POLICE_OWED = ProcessVariable.flag("policeOwed");

	/** Whether a case is handed over to another school. */
	public static final ProcessVariable<String> HAND_OVER = ProcessVariable.code("handOver", "AGREED", "REFUSED");

	/** What the leader said to a case that was opened by mistake. */
	public static final ProcessVariable<String> VOID_DECISION = ProcessVariable.code("voidDecision", "AGREE",
			"CONTINUE");

	/** Why a case ends before its time. */
	public static final ProcessVariable<String> CASE_ENDING = ProcessVariable.code("caseEnding", "HANDED_OVER", "VOID");

	/** Whether the report of a major crisis has been made (K23). */
	public static final ProcessVariable<Boolean> MAJOR_REPORT_MADE = ProcessVariable.flag("majorReported");

	/**
	 * The routing facts that every case begins with, by name.
	 * @param urgency NOW, TODAY or WEEK (K11)
	 */
	public static Map<String, Object> beginning(String urgency) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put(URGENCY.name(), urgency);
		facts.put(CARE_TRACK.name(), "UNASSESSED");
		facts.put(GUARDIAN_CHANNEL.name(), "HOLD");
		facts.put(GUARDIAN_INFORMED.name(), false);
		facts.put(LEADER_REPORTED.name(), false);
		facts.put(FOLLOW_UP_PERIOD.name(), 0L);
		facts.put(HELP_OUTCOME.name(), "CLOSE");
		facts.put(EXTERNAL_REPORT.name(), "NONE");
		facts.put(CareFacts.CONTACT_PLAN.name(), "LIGHT");
		facts.put(CareFacts.CONFERENCE_NEEDED.name(), false);
		facts.put(CareFacts.RESPONSE_PLAN.name(), "PROTECT");
		facts.put(CareFacts.REFERRAL_PLAN.name(), "SUGGEST");
		facts.put(CareFacts.SUSPENSION_STAGE.name(), "APPLY");
		facts.put(CareFacts.AFTERCARE.name(), false);
		facts.put(MAJOR_REPORT_MADE.name(), false);
		return facts;
	}

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(URGENCY, CARE_TRACK, GUARDIAN_CHANNEL, GUARDIAN_INFORMED, SECOND_PERSON, CONFIRMATION, OUTCOME,
				VERIFY_DUE, REPORT_MOMENT, REPORT_ROUTE, LEADER_REPORTED, LEADER_REPORT_DUE, LEADER_REPORT_REMINDER,
				SUPPORT_OUTCOME, FOLLOW_UP_NEXT, FOLLOW_UP_PERIOD, NEXT_ASSESS_ON, CLOSING_PROPOSAL, CLOSING_DECISION,
				HELP_OUTCOME, EXTERNAL_REPORT, AWAY_TRACK, HAND_OVER, POLICE_OWED, VOID_DECISION, CASE_ENDING,
				MAJOR_REPORT_MADE);
	}

}
