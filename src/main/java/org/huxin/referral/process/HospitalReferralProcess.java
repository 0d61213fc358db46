package org.huxin.referral.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code hospital-referral.bpmn} (转介就医). What it shares with its caller
 * stands in {@code CareFacts} and {@code CrisisCaseProcess}.
 */
@Component
public final class HospitalReferralProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "HospitalReferral";

	public static final String REFERRAL_NEEDED = "start_referralNeeded";

	public static final String PREPARE_REFERRAL = "serviceTask_prepareReferral";

	public static final String WATCHED_TOO = "gateway_watchedToo";

	public static final String PLAN_WATCH = "serviceTask_planWatch";

	public static final String WATCH_COMES = "timer_watchDue";

	public static final String WEEKLY_WATCH = "userTask_weeklyWatch";

	public static final String WATCH_ENDS_WITH = "gateway_watchWorried";

	public static final String WATCH_WORRIED = "end_watchWorried";

	public static final String AT_ONCE = "gateway_atOnce";

	public static final String WHO_DECIDES = "gateway_studentDecides";

	public static final String CHANNEL_KNOWN = "gateway_channelKnown";

	public static final String CLARIFY_GUARDIAN = "userTask_clarifyGuardian";

	public static final String NAME_ADULT = "userTask_nameAdult";

	public static final String ASK_STUDENT = "userTask_askStudent";

	public static final String STUDENT_AGREES = "gateway_studentAgrees";

	public static final String STUDENT_DECLINED = "end_studentDeclined";

	public static final String MEET_GUARDIAN = "userTask_meetGuardian";

	public static final String NO_ANSWER = "timer_noAnswer";

	public static final String REFERRAL_AGREED = "gateway_referralAgreed";

	public static final String REFUSED = "gateway_refused";

	public static final String RECORD_REFUSAL = "userTask_recordRefusal";

	public static final String NEGLECT = "gateway_neglect";

	public static final String NEGLECT_SUSPECTED = "throw_neglectSuspected";

	public static final String MEET_WITH_LEADER = "userTask_meetWithLeader";

	public static final String AGREED_NOW = "gateway_agreedNow";

	public static final String REPORT_SUPERIOR = "userTask_reportSuperior";

	public static final String SUPPORT_WITHOUT_REFERRAL = "end_supportWithoutReferral";

	public static final String IN_PARALLEL = "gateway_inParallel";

	public static final String NOTICE_CLEAR = "gateway_noticeClear";

	public static final String CLARIFY_NOTICE = "userTask_clarifyNotice";

	public static final String TELL_GUARDIAN = "userTask_tellGuardian";

	public static final String GUARDIAN_TOLD = "gateway_guardianTold";

	public static final String GUARDIAN_TOLD_END = "end_guardianTold";

	public static final String WRITE_REFERRAL_LETTER = "userTask_writeReferralLetter";

	public static final String APPOINTMENT_MADE = "gateway_appointmentMade";

	public static final String MAKE_APPOINTMENT = "userTask_makeAppointment";

	public static final String RECORD_HOSPITAL_FEEDBACK = "userTask_recordHospitalFeedback";

	public static final String FEEDBACK_REMINDER = "timer_feedbackReminder";

	public static final String REMIND_FEEDBACK = "serviceTask_remindFeedback";

	public static final String FEEDBACK_REMINDED = "end_feedbackReminded";

	public static final String NO_FEEDBACK = "timer_noFeedback";

	public static final String CONTACT_HOME = "userTask_contactHome";

	public static final String VISIT_MADE = "gateway_visitMade";

	public static final String NEW_DANGER = "gateway_newDanger";

	public static final String REASSESS_NOW = "end_reassessNow";

	public static final String DOCTOR_ADVICE = "gateway_doctorAdvice";

	public static final String STUDY_TREATED = "end_studyTreated";

	public static final String ASSESS_ANEW = "callActivity_assessAnew";

	public static final String CALM = "gateway_calm";

	public static final String DANGER_FOUND = "end_dangerFound";

	public static final String PROPOSE_UNMARK = "userTask_proposeUnmark";

	public static final String UNMARK_PROPOSED = "gateway_unmarkProposed";

	public static final String CONFIRM_UNMARK = "userTask_confirmUnmark";

	public static final String UNMARK_AGREED = "gateway_unmarkAgreed";

	public static final String REMOVE_MARKERS = "serviceTask_removeMarkers";

	public static final String UNMARKED = "end_unmarked";

	public static final String SUPPORT_AFTER_VISIT = "end_supportAfterVisit";

	public static final String HAND_OVER_HOME = "userTask_handOverHome";

	public static final String IN_HOSPITAL = "gateway_inHospital";

	public static final String REST_AT_HOME = "end_restAtHome";

	public static final String RECORD_DISCHARGE = "userTask_recordDischarge";

	public static final String DISCHARGED = "gateway_discharged";

	public static final String LONG_STAY = "end_longStay";

	public static final String AFTER_DISCHARGE = "gateway_afterDischarge";

	public static final String CHECK_DISCHARGE = "userTask_checkDischarge";

	public static final String CALL_AFTER_DISCHARGE = "userTask_callAfterDischarge";

	public static final String DISCHARGE_DONE = "gateway_dischargeDone";

	public static final String BACK_TO_STUDY = "gateway_backToStudy";

	public static final String STUDY_AFTER_DISCHARGE = "end_studyAfterDischarge";

	public static final String REST_AFTER_DISCHARGE = "end_restAfterDischarge";

	public static final String REASSESS_AFTER_DISCHARGE = "end_reassessAfterDischarge";

	/** Whether the student is of age and decides himself (rule of practice 8). */
	public static final ProcessVariable<Boolean> DECIDED_BY_STUDENT = ProcessVariable.flag("studentDecides");

	/** What was answered to the proposal: where the case goes next. */
	public static final ProcessVariable<String> REFERRAL_ANSWER = ProcessVariable.code("referralAnswer", "AGREED",
			"TALK", "REFUSED", "DECLINED");

	/** Whether the notice to a guardian was given, or is tried again. */
	public static final ProcessVariable<String> REFERRAL_NOTICE = ProcessVariable.code("referralNotice", "DONE",
			"TRY_AGAIN");

	/** Whether the police are told (law 11). */
	public static final ProcessVariable<Boolean> POLICE_REPORT_DUE = ProcessVariable.flag("policeReportDue");

	/** Until when a leader joins the talk. */
	public static final ProcessVariable<Date> LEADER_MEETING_DUE = ProcessVariable.date("leaderMeetingDue");

	/** Whether it is known when the hospital is seen. */
	public static final ProcessVariable<Boolean> APPOINTMENT = ProcessVariable.flag("appointmentMade");

	/** Until when the hospital's answer is entered. */
	public static final ProcessVariable<Date> FEEDBACK_DUE = ProcessVariable.date("feedbackDue");

	/** When to remind of it. */
	public static final ProcessVariable<Date> FEEDBACK_REMINDER_ON = ProcessVariable.date("feedbackReminderOn");

	/** When home is called, as still nothing was heard. */
	public static final ProcessVariable<Date> HOME_CONTACT_ON = ProcessVariable.date("homeContactOn");

	/** Whether the visit is over, is waited for, or must be talked about. */
	public static final ProcessVariable<String> VISIT_STATE = ProcessVariable.code("visitState", "GO_ON", "WAIT",
			"TALK");

	/** What is done after the visit. */
	public static final ProcessVariable<String> NEXT_CARE = ProcessVariable.code("nextCare", "STUDY", "REST", "STAY",
			"ASSESS", "REASSESS");

	/** When somebody asks about the discharge. */
	public static final ProcessVariable<Date> DISCHARGE_LOOK_ON = ProcessVariable.date("dischargeLookOn");

	/** Whether the student has left the hospital. */
	public static final ProcessVariable<String> DISCHARGE_STATE = ProcessVariable.code("dischargeState", "HOME",
			"STILL", "LONG");

	/** Until when the counsellor calls after the discharge (rule of practice 12). */
	public static final ProcessVariable<Date> DISCHARGE_CALL_DUE = ProcessVariable.date("dischargeCallDue");

	/** Whether the counsellor proposes to remove the markers. */
	public static final ProcessVariable<String> UNMARK_PROPOSAL = ProcessVariable.code("unmarkProposal", "PROPOSE",
			"SUPPORT");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(DECIDED_BY_STUDENT, REFERRAL_ANSWER, REFERRAL_NOTICE, POLICE_REPORT_DUE, LEADER_MEETING_DUE,
				APPOINTMENT, FEEDBACK_DUE, FEEDBACK_REMINDER_ON, HOME_CONTACT_ON, VISIT_STATE, NEXT_CARE,
				DISCHARGE_LOOK_ON, DISCHARGE_STATE, DISCHARGE_CALL_DUE, UNMARK_PROPOSAL);
	}

}
