package org.huxin.postvention.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Ends the file of an event with its process.
 */
@Component("closeEvent")
class CloseEventDelegate implements JavaDelegate {

	private final CaseEndings endings;

	CloseEventDelegate(CaseEndings endings) {
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean agreed = "AGREE".equals(PostventionProcess.EVENT_CLOSING.from(execution));
		this.endings.end(Cases.of(execution), agreed);
	}

}
