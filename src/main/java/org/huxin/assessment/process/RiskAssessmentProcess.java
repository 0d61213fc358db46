package org.huxin.assessment.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code risk-assessment.bpmn} (危机风险评估). What it shares with its caller
 * stands in {@code CrisisCaseProcess}.
 */
@Component
public final class RiskAssessmentProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "RiskAssessment";

	public static final String ASSESSMENT_NEEDED = "start_assessmentNeeded";

	public static final String ASSESS_RISK = "userTask_assessRisk";

	public static final String SECOND_PERSON_NEEDED = "gateway_secondPersonNeeded";

	public static final String CONFIRM_LEVEL = "userTask_confirmLevel";

	public static final String ASSESSED = "end_assessed";

	public static final String ASSESS_AGAIN_NEEDED = "gateway_assessAgain";

	public static final String ASSESS_AGAIN = "userTask_assessAgain";

	public static final String IN_PARALLEL = "gateway_inParallel";

	public static final String PROTECT_THE_TARGET = "userTask_protectTarget";

	public static final String CONSULTATION_NEEDED = "gateway_consult";

	public static final String CONSULT_EXPERTS = "userTask_consult";

	public static final String NO_SECOND_PERSON = "timer_noSecondPerson";

	public static final String CONFIRM_BY_DISTRICT = "userTask_confirmByDistrict";

	public static final String ALL_DONE = "gateway_allDone";

	/** Until when the assessment is due; the caller knows from which moment it counts. */
	public static final ProcessVariable<Date> ASSESS_DUE = ProcessVariable.date("assessDue");

	/** Whether there is a second sitting: individual test and interview (E03). */
	public static final ProcessVariable<Boolean> SECOND_SITTING = ProcessVariable.flag("assessAgain");

	/** Whether experts are asked (E02, A06). */
	public static final ProcessVariable<Boolean> CONSULT = ProcessVariable.flag("consult");

	/** Whether somebody else is to be protected (rule of practice 11). */
	public static final ProcessVariable<Boolean> PROTECT_TARGET = ProcessVariable.flag("protectTarget");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(ASSESS_DUE, SECOND_SITTING, CONSULT, PROTECT_TARGET);
	}

}
