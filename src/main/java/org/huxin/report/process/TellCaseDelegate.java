package org.huxin.report.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.casefile.CaseRef;
import org.huxin.engine.CaseMessages;
import org.huxin.engine.Cases;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Hands a change on to the running case (D04, G16). After a death nothing is assessed or
 * handed over any more (rule of practice 5). What comes before the first assessment
 * brings that one forward.
 */
@Component("tellCase")
class TellCaseDelegate implements JavaDelegate {

	private final CaseMessages messages;

	private final CaseEndings endings;

	TellCaseDelegate(CaseMessages messages, CaseEndings endings) {
		this.messages = messages;
		this.endings = endings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CaseRef ref = Cases.of(execution);
		boolean told = switch (CareFacts.CHANGE_KIND.require(execution)) {
			case "RISK" -> !this.endings.hasDied(ref) && (tell(ref, "riskRisen", Map.of())
					|| tell(ref, "riskRisenAway", Map.of()) || tell(ref, "riskRisenEarly", Map.of()));
			case "LEAVES" -> !this.endings.hasDied(ref) && tell(ref, "studentLeaves", Map.of());
			case "VOID" -> tell(ref, "voidAsked", Map.of());
			default -> tell(ref, "deathReported", Map.of(CrisisCaseProcess.MAJOR_REPORT_MADE.name(), false,
					CrisisCaseProcess.POLICE_OWED.name(), this.endings.owesPoliceReport(ref)));
		};
		this.endings.noteChange(ref, told);
	}

	private boolean tell(CaseRef ref, String message, Map<String, Object> facts) {
		return this.messages.tell(ref, CrisisCaseProcess.KEY, message, facts);
	}

}
