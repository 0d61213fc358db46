package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Brings a case back to the assessment: risk has risen (D04).
 */
@Component("askForAssessment")
class AskForAssessmentDelegate implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		CrisisCaseProcess.CARE_TRACK.set(execution, "UNASSESSED");
	}

}
