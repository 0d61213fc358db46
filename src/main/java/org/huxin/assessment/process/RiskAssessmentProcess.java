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

	/** Until when the assessment is due; the caller knows from which moment it counts. */
	public static final ProcessVariable<Date> ASSESS_DUE = ProcessVariable.date("assessDue");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(ASSESS_DUE);
	}

}
