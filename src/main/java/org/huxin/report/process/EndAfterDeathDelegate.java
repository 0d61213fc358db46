package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Seals the case file after a death (rule of practice 5): nothing automatic follows.
 */
@Component("endAfterDeath")
class EndAfterDeathDelegate implements JavaDelegate {

	private final CaseEndings endings;

	EndAfterDeathDelegate(CaseEndings endings) {
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.endings.seal(Cases.of(execution));
	}

}
