package org.huxin.followup.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code monthly-follow-up.bpmn} (跟踪随访). What it shares with its caller
 * stands in {@code CrisisCaseProcess}.
 */
@Component
public final class MonthlyFollowUpProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "MonthlyFollowUp";

	public static final String FOLLOW_UP_BEGINS = "start_followUpBegins";

	public static final String IN_PARALLEL = "gateway_inParallel";

	public static final String PLAN_FOLLOW_UP = "serviceTask_planFollowUp";

	public static final String FOLLOW_UP_COMES = "timer_followUpDue";

	public static final String ASSESSMENT_DAY = "gateway_assessmentDay";

	public static final String ASSESSMENT_PROMISED = "end_assessmentDay";

	public static final String THIS_PERIOD = "subProcess_thisPeriod";

	public static final String PERIOD_BEGINS = "start_thisPeriod";

	public static final String BOTH_ASKED = "gateway_bothAsked";

	public static final String FOLLOW_UP_HEAD_TEACHER = "userTask_followUpHeadTeacher";

	public static final String HEAD_TEACHER_WORRIED = "gateway_headTeacherWorried";

	public static final String WORRY_RAISED = "end_worryRaised";

	public static final String HEAD_TEACHER_ANSWERED = "end_headTeacherAnswered";

	public static final String COUNSELLOR_ASKED = "gateway_counsellorTurn";

	public static final String FOLLOW_UP_COUNSELLOR = "userTask_followUpCounsellor";

	public static final String COUNSELLOR_ALARMED = "gateway_counsellorAlarmed";

	public static final String RISK_RAISED = "end_riskRaised";

	public static final String COUNSELLOR_ANSWERED = "end_counsellorAnswered";

	public static final String NOT_THIS_PERIOD = "end_notThisPeriod";

	public static final String GUARDIAN_ASKED = "gateway_guardianTurn";

	public static final String GUARDIAN_NOT_ASKED = "end_guardianNotAsked";

	public static final String FOLLOW_UP_GUARDIAN = "userTask_followUpGuardian";

	public static final String GUARDIAN_WORRIED = "gateway_guardianWorried";

	public static final String GUARDIAN_ALARM = "end_guardianAlarm";

	public static final String GUARDIAN_ANSWERED = "end_guardianAnswered";

	public static final String GAP = "gateway_contactGap";

	public static final String RESOLVE_GAP = "userTask_resolveGap";

	public static final String DECIDE_TREND = "businessRuleTask_followUpTrend";

	public static final String NEXT = "gateway_followUpNext";

	public static final String READY_TO_CLOSE = "end_readyToClose";

	public static final String REASSESS = "end_reassess";

	public static final String GUARDIAN_KNOWS = "gateway_guardianInformed";

	public static final String GUARDIAN_INFORMED = "end_guardianInformed";

	public static final String PLAN_NOTICE = "serviceTask_planNotice";

	public static final String NOTICE_COMES = "timer_noticeComes";

	public static final String NOTICE_CHOICE = "gateway_noticeKind";

	public static final String INFORM_GUARDIAN = "userTask_informGuardian";

	public static final String CLARIFY_GUARDIAN = "userTask_clarifyGuardian";

	public static final String GUARDIAN_NOT_INFORMED = "end_guardianNotInformed";

	/** What is still owed to a guardian who was not told before follow-up began. */
	public static final ProcessVariable<String> GUARDIAN_NOTICE = ProcessVariable.code("guardianNotice", "TELL",
			"CLARIFY", "NONE");

	/** When somebody tries again to tell him. */
	public static final ProcessVariable<Date> NOTICE_ON = ProcessVariable.date("noticeOn");

	/** Until when he is told, or tried again. */
	public static final ProcessVariable<Date> NOTICE_DUE = ProcessVariable.date("noticeDue");

	/** When the next period begins. */
	public static final ProcessVariable<Date> FOLLOW_UP_DUE = ProcessVariable.date("followUpDue");

	/** Whether the counsellor talks to the student in this period. */
	public static final ProcessVariable<Boolean> COUNSELLOR_TURN = ProcessVariable.flag("counsellorTurn");

	/**
	 * Whether a guardian is asked in this period; never one whom it is not safe to tell.
	 */
	public static final ProcessVariable<Boolean> GUARDIAN_TURN = ProcessVariable.flag("guardianTurn");

	/** What the family says. */
	public static final ProcessVariable<String> FAMILY_VIEW = ProcessVariable.code("familyView", "NONE", "CALM",
			"CONCERNED", "WORRY");

	/** Whether somebody could not be talked to twice in a row. */
	public static final ProcessVariable<Boolean> CONTACT_GAP = ProcessVariable.flag("contactGap");

	/** What the leader found out then. */
	public static final ProcessVariable<String> CONTACT_FOUND = ProcessVariable.code("contactFound", "NONE", "SEEN",
			"ARRANGED", "NOT_FOUND");

	/** Whether the head teacher is worried. */
	public static final ProcessVariable<String> ALARM = ProcessVariable.code("alarm", "NONE", "WORRY");

	/** Whether there is risk, as the counsellor heard it. */
	public static final ProcessVariable<String> FOLLOW_UP_SAFETY = ProcessVariable.code("followUpSafety", "NONE",
			"PRESENT", "NOT_ASKED");

	/** How it goes, as the counsellor sees it. */
	public static final ProcessVariable<String> FOLLOW_UP_TREND = ProcessVariable.code("followUpTrend", "BETTER",
			"SAME", "WORSE", "UNKNOWN");

	/** What the counsellor suggests; NONE where it was not his turn. */
	public static final ProcessVariable<String> FOLLOW_UP_SUGGESTION = ProcessVariable.code("followUpSuggestion",
			"NONE", "CONTINUE", "INTENSIFY", "ASSESS_NOW", "CLOSE");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(GUARDIAN_NOTICE, NOTICE_ON, NOTICE_DUE, FOLLOW_UP_DUE, COUNSELLOR_TURN, GUARDIAN_TURN,
				FAMILY_VIEW, CONTACT_GAP, CONTACT_FOUND, ALARM, FOLLOW_UP_SAFETY, FOLLOW_UP_TREND,
				FOLLOW_UP_SUGGESTION);
	}

}
