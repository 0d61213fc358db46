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

	private final WorseNews worseNews;

	TellCaseDelegate(CaseMessages messages, CaseEndings endings, WorseNews worseNews) {
		this.messages = messages;
		this.endings = endings;
		this.worseNews = worseNews;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CaseRef ref = Cases.of(execution);
		String kind = CareFacts.CHANGE_KIND.require(execution);
		if (kind.equals("RISK")) {
			this.worseNews.tell(ref);
			return;
		}
		boolean told = switch (kind) {
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
