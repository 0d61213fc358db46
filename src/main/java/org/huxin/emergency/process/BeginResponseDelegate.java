package org.huxin.emergency.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.emergency.Emergencies;
import org.huxin.engine.Cases;
import org.huxin.report.process.CareFacts;
import org.huxin.report.process.CrisisCaseProcess;

import org.springframework.stereotype.Component;

/**
 * Opens the emergency: what is done first, and whether a major report is due (H01).
 */
@Component("beginResponse")
class BeginResponseDelegate implements JavaDelegate {

	private final Emergencies emergencies;

	BeginResponseDelegate(Emergencies emergencies) {
		this.emergencies = emergencies;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String report = this.emergencies.begin(Cases.of(execution), CareFacts.RESPONSE_PLAN.require(execution));
		EmergencyResponseProcess.MAJOR_REPORT.set(execution, report);
		CrisisCaseProcess.GUARDIAN_INFORMED.set(execution, false);
		CareFacts.AFTERCARE.set(execution, false);
	}

}
