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
		String plan = CareFacts.RESPONSE_PLAN.require(execution);
		String report = this.emergencies.begin(Cases.of(execution), plan);
		EmergencyResponseProcess.MAJOR_REPORT.set(execution, report);
		CrisisCaseProcess.GUARDIAN_INFORMED.set(execution, false);
		CareFacts.AFTERCARE.set(execution, false);
		// an escalation hands the facts to the case before the emergency has ended: until
		// somebody takes over, the school answers for the student
		CareFacts.EMERGENCY_OUTCOME.set(execution, plan.equals("FAMILY") ? "FAMILY_CARE" : "SAFE_AT_SCHOOL");
	}

}
