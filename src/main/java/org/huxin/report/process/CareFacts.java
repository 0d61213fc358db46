package org.huxin.report.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The routing facts by which the processes of a case hand it on to each other. They say
 * what is done, never why: no level, no act, no finding stands in the engine (rule of
 * practice 14).
 */
@Component
public final class CareFacts implements RoutingFacts {

	/**
	 * How closely somebody stays in touch with the student, from
	 * {@code contact-plan.dmn}: what is done, not why.
	 */
	public static final ProcessVariable<String> CONTACT_PLAN = ProcessVariable.code("contactPlan", "LIGHT", "STEADY",
			"TREATED", "CLOSE", "RETURN", "RETURN_CLOSE");

	/** Whether the people concerned meet before help is chosen (研判会). */
	public static final ProcessVariable<Boolean> CONFERENCE_NEEDED = ProcessVariable.flag("conferenceNeeded");

	/**
	 * Whether counselling is planned before follow-up begins. It is not where a mild
	 * level needs follow-up alone (rule of practice 13).
	 */
	public static final ProcessVariable<Boolean> SESSIONS_WANTED = ProcessVariable.flag("sessionsWanted");

	/** What is done first where somebody is in danger (D03). */
	public static final ProcessVariable<String> RESPONSE_PLAN = ProcessVariable.code("responsePlan", "PROTECT",
			"FIRST_AID", "RESCUE", "SEPARATE", "SEARCH", "FAMILY");

	/** How the emergency ended. */
	public static final ProcessVariable<String> EMERGENCY_OUTCOME = ProcessVariable.code("emergencyOutcome",
			"SAFE_AT_SCHOOL", "HANDED_OVER", "AT_HOSPITAL", "FAMILY_CARE");

	/** Whether those around need help afterwards (F31, G14). */
	public static final ProcessVariable<Boolean> AFTERCARE = ProcessVariable.flag("aftercare");

	/** Whether a hospital is suggested or must be seen at once (S1, K08). */
	public static final ProcessVariable<String> REFERRAL_PLAN = ProcessVariable.code("referralPlan", "SUGGEST",
			"AT_ONCE");

	/** How the referral ended. */
	public static final ProcessVariable<String> REFERRAL_OUTCOME = ProcessVariable.code("referralOutcome",
			"STUDY_TREATED", "REST", "SUPPORT", "UNMARKED", "REASSESS");

	/** Whether the suspension is to be applied for, or the student is away already. */
	public static final ProcessVariable<String> SUSPENSION_STAGE = ProcessVariable.code("suspensionStage", "APPLY",
			"AWAY");

	/** How the suspension ended. */
	public static final ProcessVariable<String> SUSPENSION_OUTCOME = ProcessVariable.code("suspensionOutcome", "RESUME",
			"NOT_SUSPENDED", "LEFT");

	/** How the resumption was decided. */
	public static final ProcessVariable<String> RESUMPTION_OUTCOME = ProcessVariable.code("resumptionOutcome",
			"RETURNED", "DEFERRED", "NOT_RETURNED");

	/** The first day back at school. */
	public static final ProcessVariable<Date> FIRST_DAY_ON = ProcessVariable.date("firstDayOn");

	/** What somebody reports of a running case. */
	public static final ProcessVariable<String> CHANGE_KIND = ProcessVariable.code("changeKind", "RISK", "LEAVES",
			"DEATH", "VOID");

	/**
	 * The contact plan of a case; until one is decided, the lightest.
	 */
	public static String planOf(VariableScope scope) {
		String plan = CONTACT_PLAN.from(scope);
		return (plan != null) ? plan : "LIGHT";
	}

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(CHANGE_KIND, CONTACT_PLAN, CONFERENCE_NEEDED, SESSIONS_WANTED, RESPONSE_PLAN, EMERGENCY_OUTCOME,
				AFTERCARE, REFERRAL_PLAN, REFERRAL_OUTCOME, SUSPENSION_STAGE, SUSPENSION_OUTCOME, RESUMPTION_OUTCOME,
				FIRST_DAY_ON);
	}

}
