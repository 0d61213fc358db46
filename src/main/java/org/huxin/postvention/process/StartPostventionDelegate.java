package org.huxin.postvention.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.postvention.EventFiles;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * Begins the postvention of an emergency in a file of its own (F31, G14).
 */
@Component("startPostvention")
class StartPostventionDelegate implements JavaDelegate {

	private final EventFiles events;

	StartPostventionDelegate(EventFiles events) {
		this.events = events;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean family = "FAMILY".equals(CareFacts.RESPONSE_PLAN.from(execution));
		this.events.begin(Cases.of(execution), family);
	}

}
