package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.casefile.CaseRef;
import org.huxin.engine.Cases;
import org.huxin.engine.TaskDates;

import org.springframework.stereotype.Component;

/**
 * Brings the first look and the first assessment forward: what is worse is looked at
 * today (D04, K11).
 */
@Component("hastenAssessment")
class HastenAssessmentDelegate implements JavaDelegate {

	/** A step of the assessment, which this module does not know. */
	private static final String ASSESS_RISK = "userTask_assessRisk";

	private final TaskDates dates;

	HastenAssessmentDelegate(TaskDates dates) {
		this.dates = dates;
	}

	@Override
	public void execute(DelegateExecution execution) {
		if (CrisisCaseProcess.URGENCY.require(execution).equals("WEEK")) {
			CrisisCaseProcess.URGENCY.set(execution, "TODAY");
		}
		CaseRef ref = Cases.of(execution);
		this.dates.bringForward(ref, CrisisCaseProcess.VERIFY_CONCERN, "verify.limit");
		this.dates.bringForward(ref, ASSESS_RISK, "assess.limit.TODAY");
	}

}
