package org.huxin.emergency.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code emergency-response.bpmn} (应急处置). What it shares with its caller
 * stands in {@code CareFacts} and {@code CrisisCaseProcess}.
 */
@Component
public final class EmergencyResponseProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "EmergencyResponse";

	public static final String DANGER_NOW = "start_dangerNow";

	public static final String BEGIN_RESPONSE = "serviceTask_beginResponse";

	public static final String FAMILY_FIRST = "gateway_familyFirst";

	public static final String TO_FAMILY_CARE = "end_toFamilyCare";

	public static final String AT_ONCE = "gateway_atOnce";

	public static final String GUARDIAN_SAFE = "gateway_guardianSafe";

	public static final String CALL_GUARDIAN = "userTask_callGuardian";

	public static final String GUARDIAN_ANSWERED = "gateway_guardianReached";

	public static final String GUARDIAN_REACHED = "end_guardianReached";

	public static final String ANSWER_SAFETY = "userTask_answerSafety";

	public static final String MAY_TELL = "gateway_mayTell";

	public static final String MANDATORY_REPORT = "throw_mandatoryReport";

	public static final String NAME_OTHER_ADULT = "userTask_nameOtherAdult";

	public static final String OTHER_ADULT = "end_otherAdult";

	public static final String ACT = "subProcess_act";

	public static final String ACT_BEGINS = "start_act";

	public static final String MAJOR_REPORT_NEEDED = "gateway_majorReport";

	public static final String MAJOR_REPORT_DUE = "throw_majorReportDue";

	public static final String ACT_READY = "gateway_actReady";

	public static final String BY_PLAN = "gateway_byPlan";

	public static final String KEEP_STUDENT_SAFE = "userTask_keepStudentSafe";

	public static final String GUARD_NEEDED = "gateway_guardNeeded";

	public static final String PLAN_GUARD = "userTask_planGuard";

	public static final String GUARD_ENDS = "timer_guardEnds";

	public static final String NO_GUARD = "end_noGuard";

	public static final String GO_ON_SITE = "userTask_goOnSite";

	public static final String ON_SITE = "end_onSite";

	public static final String GIVE_FIRST_AID = "userTask_giveFirstAid";

	public static final String AID_GIVEN = "end_aidGiven";

	public static final String CHECK_DANGER = "userTask_checkDanger";

	public static final String DANGER_OVER = "gateway_dangerOver";

	public static final String HAND_OVER = "userTask_handOver";

	public static final String WHEREABOUTS_SETTLED = "gateway_settled";

	public static final String STUDENT_SETTLED = "end_settled";

	public static final String PLAN_NOW = "gateway_planNow";

	public static final String PLAN_CHANGED = "end_planChanged";

	public static final String EVERYTHING_ELSE_STOPS = "throw_familyFirst";

	public static final String FAMILY_CARE = "end_familyCare";

	public static final String SEARCH_STUDENT = "userTask_searchStudent";

	public static final String FOUND = "gateway_found";

	public static final String SECURE_SCENE = "userTask_secureScene";

	public static final String POLICE_SETTLED = "gateway_policeCalled";

	public static final String DECIDE_POLICE = "userTask_decidePolice";

	public static final String SCENE_SECURED = "end_sceneSecured";

	public static final String PROTECT_AT_SCENE = "userTask_protectAtScene";

	public static final String LAW_CONCERNED = "gateway_lawMatter";

	public static final String MANDATORY_REPORT_BY_LAW = "throw_lawMatter";

	public static final String TARGET_PROTECTED = "end_targetProtected";

	public static final String CALM_CLASS = "userTask_calmClass";

	public static final String CLASS_CALM = "end_classCalm";

	public static final String AGAIN = "gateway_again";

	public static final String RESPONSE_ENDED = "end_responseEnded";

	public static final String TAKE_COMMAND = "userTask_takeCommand";

	public static final String SUPERIORS = "gateway_superiors";

	public static final String INFORM_SUPERIORS = "userTask_informSuperiors";

	public static final String COMMAND_SET = "end_commandSet";

	public static final String CARE_FOR_FAMILY = "subProcess_family";

	public static final String FAMILY_CARE_BEGINS = "start_familyCare";

	public static final String MAJOR_REPORT_NEEDED_THEN = "gateway_majorFamily";

	public static final String MAJOR_REPORT_DUE_THEN = "throw_majorReportFamily";

	public static final String FAMILY_READY = "gateway_familyReady";

	public static final String FAMILY_AT_ONCE = "gateway_familyAtOnce";

	public static final String NAME_LIAISON = "userTask_nameLiaison";

	public static final String SECURE_FAMILY_SCENE = "userTask_secureFamilyScene";

	public static final String INFORM_AUTHORITIES = "userTask_informAuthorities";

	public static final String CARE_FOR_SIBLINGS = "userTask_careForSiblings";

	public static final String FAMILY_MET = "gateway_familyMet";

	public static final String AGREE_WORDS = "userTask_agreeWords";

	public static final String FAMILY_CARED = "end_familyCared";

	/** Whether a major report is due, or has begun already (H01). */
	public static final ProcessVariable<String> MAJOR_REPORT = ProcessVariable.code("majorReport", "NO", "DUE",
			"BEGUN");

	/** What a call at home means for the next call (F29). */
	public static final ProcessVariable<String> CALL_RESULT = ProcessVariable.code("callResult", "REACHED", "NEXT",
			"NOBODY_LEFT");

	/** When the roster of guards is to be written on (F14). */
	public static final ProcessVariable<Date> GUARD_RENEW_AT = ProcessVariable.date("guardRenewAt");

	/** Whether the police were called, or the leader decides (K19). */
	public static final ProcessVariable<String> POLICE = ProcessVariable.code("police", "CALLED", "ASK_LEADER");

	/** What a fresh look, or a round of the search, leads to. */
	public static final ProcessVariable<String> LOOK_RESULT = ProcessVariable.code("lookResult", "KEEP", "HAND_OVER",
			"CHANGED");

	/** Whether the student is in good hands. */
	public static final ProcessVariable<Boolean> SETTLED = ProcessVariable.flag("settled");

	/** Whether bullying, violence or abuse is to be dealt with by law (F32). */
	public static final ProcessVariable<Boolean> LAW_MATTER = ProcessVariable.flag("lawMatter");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(MAJOR_REPORT, CALL_RESULT, GUARD_RENEW_AT, POLICE, LOOK_RESULT, SETTLED, LAW_MATTER);
	}

}
