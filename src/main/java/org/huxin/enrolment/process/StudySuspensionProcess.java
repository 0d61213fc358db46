package org.huxin.enrolment.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code study-suspension.bpmn} (休学). What it shares with its caller stands
 * in {@code CareFacts} and {@code CrisisCaseProcess}.
 */
@Component
public final class StudySuspensionProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "StudySuspension";

	public static final String SUSPENSION_BEGINS = "start_suspensionBegins";

	public static final String ALREADY_AWAY = "gateway_alreadyAway";

	public static final String APPLY_SUSPENSION = "userTask_applySuspension";

	public static final String NO_APPLICATION = "timer_noApplication";

	public static final String APPLIED = "gateway_applied";

	public static final String CHECK_SUSPENSION = "userTask_checkSuspension";

	public static final String COMPLETE = "gateway_complete";

	public static final String DECIDE_SUSPENSION = "userTask_decideSuspension";

	public static final String SUSPENSION_DECIDED = "gateway_suspensionDecided";

	public static final String KIND = "gateway_kind";

	public static final String REGISTER_SUSPENSION = "userTask_registerSuspension";

	public static final String PLAN_AWAY = "serviceTask_planAway";

	public static final String SUSPENDED = "gateway_suspended";

	public static final String NEVER_SUSPENDED = "end_neverSuspended";

	public static final String TALK_ABOUT_STAY = "userTask_talkAboutStay";

	public static final String STAYS_AT_SCHOOL = "gateway_staysAtSchool";

	public static final String END_STAYS_AT_SCHOOL = "end_staysAtSchool";

	public static final String APPEAL_SUSPENSION = "userTask_appealSuspension";

	public static final String APPEAL_OVER = "timer_appealOver";

	public static final String APPEALED = "gateway_appealed";

	public static final String DECIDE_SUSPENSION_APPEAL = "userTask_decideSuspensionAppeal";

	public static final String APPEAL_GRANTED = "gateway_appealGranted";

	public static final String NOT_SUSPENDED = "end_notSuspended";

	public static final String AWAY = "subProcess_away";

	public static final String START_AWAY = "start_away";

	public static final String AWAY_BEGINS = "gateway_awayBegins";

	public static final String AGREE_SAFETY_PLAN = "userTask_agreeSafetyPlan";

	public static final String SAFETY_PLAN_AGREED = "end_safetyPlanAgreed";

	public static final String END_NEAR = "timer_endNear";

	public static final String APPLY_NEXT = "userTask_applyNext";

	public static final String END_PASSED = "timer_endPassed";

	public static final String ASK_AFTER_END = "userTask_askAfterEnd";

	public static final String FAMILY_ANSWERED = "gateway_familyAnswered";

	public static final String WORRIED = "gateway_childSafe";

	public static final String RISK_AFTER_END = "throw_riskAfterEnd";

	public static final String REACH_FAMILY = "userTask_reachFamily";

	public static final String NEXT_STEP_CHOICE = "gateway_nextStep";

	public static final String SUSPENSION_ENDS = "end_suspensionEnds";

	public static final String APPEALS_RENEWAL = "gateway_appealsRenewal";

	public static final String DECIDE_RENEWAL_APPEAL = "userTask_decideRenewalAppeal";

	public static final String DECIDE_RENEWAL = "userTask_decideRenewal";

	public static final String RENEWAL_DECIDED = "gateway_renewalDecided";

	public static final String REGISTER_RENEWAL = "userTask_registerRenewal";

	public static final String CONTACT_DUE = "timer_contactDue";

	public static final String CONTACT_AWAY = "userTask_contactAway";

	public static final String CONTACT_RESULT = "gateway_contactResult";

	public static final String RISK_RISEN = "throw_riskRisen";

	public static final String WANTS_TO_RETURN = "end_wantsToReturn";

	public static final String AWAY_ENDS = "gateway_awayEnds";

	public static final String READY_TO_RESUME = "end_readyToResume";

	public static final String REGISTER_LEAVING = "userTask_registerLeaving";

	public static final String LEFT = "end_left";

	/** Whether somebody applies: nothing happens by itself (G02). */
	public static final ProcessVariable<String> SUSPENSION_APPLICATION = ProcessVariable.code("suspensionApplication",
			"SUBMIT", "WITHDRAW");

	/** Suspension, transfer or leaving (G01). */
	public static final ProcessVariable<String> SUSPENSION_KIND = ProcessVariable.code("suspensionKind", "SUSPEND",
			"TRANSFER", "LEAVE");

	/** Whether the papers are complete. */
	public static final ProcessVariable<String> APPLICATION_COMPLETE = ProcessVariable.code("applicationComplete",
			"YES", "NO");

	/** What the leader decided. */
	public static final ProcessVariable<String> SUSPENSION_DECISION = ProcessVariable.code("suspensionDecision",
			"AGREE", "REFUSE", "MORE");

	/** What was agreed where nobody applied (F30, K09). */
	public static final ProcessVariable<String> STAY_DECISION = ProcessVariable.code("stayDecision", "APPLY", "STAY");

	/** Whether the applicant appeals. */
	public static final ProcessVariable<String> SUSPENSION_APPEAL = ProcessVariable.code("suspensionAppeal", "APPEAL",
			"ACCEPT");

	/** What became of the appeal. */
	public static final ProcessVariable<String> SUSPENSION_APPEAL_DECISION = ProcessVariable
		.code("suspensionAppealDecision", "GRANT", "UPHOLD");

	/** When the end of the suspension is spoken about: before it comes. */
	public static final ProcessVariable<Date> END_REMINDER_ON = ProcessVariable.date("endReminderOn");

	/** Until when somebody applies for what comes next. */
	public static final ProcessVariable<Date> NEXT_STEP_DUE = ProcessVariable.date("nextStepDue");

	/** When the school next asks how the student is (G02). */
	public static final ProcessVariable<Date> AWAY_CONTACT_DUE = ProcessVariable.date("awayContactDue");

	/** What follows from a contact. */
	public static final ProcessVariable<String> AWAY_CONTACT = ProcessVariable.code("awayContact", "CALM", "RISK",
			"RETURN");

	/** What is applied for when the suspension ends. */
	public static final ProcessVariable<String> NEXT_STEP = ProcessVariable.code("nextStep", "RESUME", "RENEW", "LEAVE",
			"APPEAL");

	/** Whether the family answered after the end. */
	public static final ProcessVariable<String> FAMILY_ANSWER = ProcessVariable.code("familyAnswer", "APPLY",
			"NOT_REACHED");

	/** Whether somebody must look at once. */
	public static final ProcessVariable<String> CHILD_SAFE = ProcessVariable.code("childSafe", "SAFE", "WORRY",
			"UNKNOWN");

	/** Whether the suspension is renewed. */
	public static final ProcessVariable<String> RENEWAL_DECISION = ProcessVariable.code("renewalDecision", "AGREE",
			"REFUSE");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(SUSPENSION_APPLICATION, SUSPENSION_KIND, APPLICATION_COMPLETE, SUSPENSION_DECISION,
				STAY_DECISION, SUSPENSION_APPEAL, SUSPENSION_APPEAL_DECISION, END_REMINDER_ON, NEXT_STEP_DUE,
				AWAY_CONTACT_DUE, AWAY_CONTACT, NEXT_STEP, FAMILY_ANSWER, CHILD_SAFE, RENEWAL_DECISION);
	}

}
