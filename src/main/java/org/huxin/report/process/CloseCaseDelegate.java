package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.casefile.CaseRef;
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
		CaseRef ref = Cases.of(execution);
		String ending = CrisisCaseProcess.CASE_ENDING.from(execution);
		if ("HANDED_OVER".equals(ending)) {
			this.endings.handOver(ref);
		}
		else if ("VOID".equals(ending)) {
			this.endings.voided(ref);
		}
		else {
			this.endings.end(ref, "AGREE".equals(CrisisCaseProcess.CLOSING_DECISION.from(execution)));
		}
	}

}
