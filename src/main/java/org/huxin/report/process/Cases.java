package org.huxin.report.process;

import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huxin.casefile.CaseRef;

/**
 * The case that an execution works on.
 */
public final class Cases {

	private Cases() {
	}

	/**
	 * The case of the execution's school and number.
	 */
	public static CaseRef of(DelegateExecution execution) {
		return new CaseRef(Objects.requireNonNull(execution.getTenantId(), "A case belongs to a school"),
				CrisisCaseProcess.CASE_NO.require(execution));
	}

}
