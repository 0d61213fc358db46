package org.huxin.enrolment.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code study-resumption.bpmn} (复学). What it shares with its caller stands
 * in {@code CareFacts} and {@code CrisisCaseProcess}.
 */
@Component
public final class StudyResumptionProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "StudyResumption";

	public static final String RESUMPTION_BEGINS = "start_resumptionBegins";

	public static final String PLAN_CONTACT = "serviceTask_planContact";

	public static final String DECIDE_RETURN = "subProcess_decideReturn";

	public static final String START_DECIDE_RETURN = "start_decideReturn";

	public static final String APPLY_RESUMPTION = "userTask_applyResumption";

	public static final String NO_RESUMPTION = "timer_noResumption";

	public static final String RESUMPTION_APPLIED = "gateway_resumptionApplied";

	public static final String ENTER_CERTIFICATE = "userTask_enterCertificate";

	public static final String CERTIFICATE_READY = "gateway_certificateReady";

	public static final String VERIFY_CERTIFICATE = "userTask_verifyCertificate";

	public static final String CERTIFICATE_PASSED = "gateway_certificatePassed";

	public static final String TELL_CERTIFICATE_GAP = "userTask_tellCertificateGap";

	public static final String TRY_AGAIN = "gateway_tryAgain";

	public static final String RECORD_NO_RETURN = "serviceTask_recordNoReturn";

	public static final String APPLICATION_ENDED = "end_applicationEnded";

	public static final String RECHECK_CHOICE = "gateway_recheckNeeded";

	public static final String RECHECK_HEALTH = "userTask_recheckHealth";

	public static final String ASSESS_BEFORE_RETURN = "callActivity_assessBeforeReturn";

	public static final String DANGER_BEFORE_RETURN = "gateway_dangerBeforeReturn";

	public static final String EMERGENCY_BEFORE_RETURN = "callActivity_emergencyBeforeReturn";

	public static final String REVIEW_RESUMPTION = "userTask_reviewResumption";

	public static final String APPROVE_FIRST = "userTask_approveFirst";

	public static final String FIRST_AGREES = "gateway_firstAgrees";

	public static final String APPROVE_SECOND = "userTask_approveSecond";

	public static final String SECOND_AGREES = "gateway_secondAgrees";

	public static final String RESUMPTION_DECIDED = "gateway_resumptionDecided";

	public static final String DEFERRED = "end_deferred";

	public static final String APPEAL_RESUMPTION = "userTask_appealResumption";

	public static final String RESUMPTION_APPEAL_OVER = "timer_resumptionAppealOver";

	public static final String RESUMPTION_APPEALED = "gateway_resumptionAppealed";

	public static final String DECIDE_RESUMPTION_APPEAL = "userTask_decideResumptionAppeal";

	public static final String RESUMPTION_APPEAL_GRANTED = "gateway_resumptionAppealGranted";

	public static final String NOT_RETURNED = "end_notReturned";

	public static final String ACCEPTED = "end_accepted";

	public static final String CONTACT_MEANWHILE = "subProcess_contactMeanwhile";

	public static final String CONTACT_DUE = "start_contactDue";

	public static final String CONTACT_AWAY = "userTask_contactAway";

	public static final String CONTACT_RESULT = "gateway_contactResult";

	public static final String RISK_RISEN = "throw_riskRisen";

	public static final String NEXT_CONTACT = "timer_nextContact";

	public static final String RETURNS = "gateway_returns";

	public static final String STAYS_AWAY = "end_staysAway";

	public static final String RETURN_BEGINS = "gateway_returnBegins";

	public static final String ARRANGE_RETURN = "userTask_arrangeReturn";

	public static final String FIRST_DAY = "timer_firstDay";

	public static final String CONFIRM_FIRST_DAY = "userTask_confirmFirstDay";

	public static final String CAME_BACK_CHOICE = "gateway_cameBack";

	public static final String DID_NOT_COME_BACK = "end_didNotComeBack";

	public static final String ASSESS_AFTER_RETURN = "callActivity_assessAfterReturn";

	public static final String READ_RETURN_RESULT = "userTask_readReturnResult";

	public static final String RETURN_COMPLETE = "gateway_returnComplete";

	public static final String RETURNED = "end_returned";

	/** Whether somebody applies (G03). */
	public static final ProcessVariable<String> RESUMPTION_APPLICATION = ProcessVariable.code("resumptionApplication",
			"SUBMIT", "WITHDRAW");

	/** What {@code certificate-check.dmn} answered about the paper (K03). */
	public static final ProcessVariable<String> CERTIFICATE_CHECK = ProcessVariable.code("certificateCheck", "READY",
			"PASSED", "LIMITED", "SUPPLEMENT", "FAILED", "VERIFY_AGAIN");

	/** Whether a better paper will be brought. */
	public static final ProcessVariable<String> NEXT_TRY = ProcessVariable.code("nextTry", "AGAIN", "WITHDRAW");

	/** Whether the school doctor looks once more (L10). */
	public static final ProcessVariable<Boolean> RECHECK_NEEDED = ProcessVariable.flag("recheckNeeded");

	/** What an approver said: two must agree. */
	public static final ProcessVariable<String> RESUMPTION_APPROVAL = ProcessVariable.code("resumptionApproval",
			"AGREE", "DISAGREE");

	/** Whether the family appeals. */
	public static final ProcessVariable<String> RESUMPTION_APPEAL = ProcessVariable.code("resumptionAppeal", "APPEAL",
			"ACCEPT");

	/** What became of the appeal. */
	public static final ProcessVariable<String> RESUMPTION_APPEAL_DECISION = ProcessVariable
		.code("resumptionAppealDecision", "GRANT", "UPHOLD");

	/** Whether the student came on the first day. */
	public static final ProcessVariable<String> CAME_BACK = ProcessVariable.code("cameBack", "YES", "LATER", "NO");

	/** Until when the returner is assessed (G10). */
	public static final ProcessVariable<Date> RETURN_ASSESS_DUE = ProcessVariable.date("returnAssessDue");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(RESUMPTION_APPLICATION, CERTIFICATE_CHECK, NEXT_TRY, RECHECK_NEEDED, RESUMPTION_APPROVAL,
				RESUMPTION_APPEAL, RESUMPTION_APPEAL_DECISION, CAME_BACK, RETURN_ASSESS_DUE);
	}

}
