package org.huxin.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huxin.casefile.CaseRef;

/**
 * From the engine's side of a case to the case file's: tenant and business key name the
 * same case.
 */
public final class Cases {

	private Cases() {
	}

	/**
	 * The case that an execution works on; called processes carry the same business key.
	 * @throws IllegalStateException if it carries none
	 */
	public static CaseRef of(DelegateExecution execution) {
		String school = execution.getTenantId();
		String number = execution.getProcessBusinessKey();
		if (school == null || number == null) {
			throw new IllegalStateException(
					"The process instance " + execution.getProcessInstanceId() + " belongs to no case");
		}
		return new CaseRef(school, number);
	}

}
