package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Joins a second report about the same student to the case that is open already.
 */
@Component("joinCases")
class JoinCasesDelegate implements JavaDelegate {

	private final CaseEndings endings;

	JoinCasesDelegate(CaseEndings endings) {
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.endings.join(Cases.of(execution));
	}

}
