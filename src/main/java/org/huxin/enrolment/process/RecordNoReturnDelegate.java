package org.huxin.enrolment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.enrolment.Resumptions;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * Keeps that nobody comes back this time: the suspension goes on.
 */
@Component("recordNoReturn")
class RecordNoReturnDelegate implements JavaDelegate {

	private final Resumptions resumptions;

	RecordNoReturnDelegate(Resumptions resumptions) {
		this.resumptions = resumptions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.resumptions.endWithoutReturn(Cases.of(execution));
		CareFacts.RESUMPTION_OUTCOME.set(execution, "NOT_RETURNED");
	}

}
