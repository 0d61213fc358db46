package org.huxin.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Keeps that the receiver of a hand-over never answered (invariant 5).
 */
@Component("noteHandOverSilence")
class NoteHandOverSilenceDelegate implements JavaDelegate {

	private final CaseEndings endings;

	NoteHandOverSilenceDelegate(CaseEndings endings) {
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.endings.noteSilence(Cases.of(execution));
		CrisisCaseProcess.POLICE_OWED.set(execution, this.endings.owesPoliceReport(Cases.of(execution)));
	}

}
