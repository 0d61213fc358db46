package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Ends the case file with the process.
 */
@Component("closeCase")
class CloseCaseDelegate implements JavaDelegate {

	private final CaseEndings endings;

	CloseCaseDelegate(CaseEndings endings) {
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean agreed = "AGREE".equals(CrisisCaseProcess.CLOSING_DECISION.from(execution));
		this.endings.end(Cases.of(execution), agreed);
	}

}
