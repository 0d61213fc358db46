package org.huxin.postvention.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.postvention.ChildCases;

import org.springframework.stereotype.Component;

/**
 * Opens a case of their own for the affected students who need one (F31).
 */
@Component("startChildCases")
class StartChildCasesDelegate implements JavaDelegate {

	private final ChildCases children;

	StartChildCasesDelegate(ChildCases children) {
		this.children = children;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.children.openFor(Cases.of(execution));
	}

}
