package org.huxin.report.process;

import java.util.List;
import java.util.Map;

import org.huxin.casefile.CaseRef;
import org.huxin.engine.CaseMessages;
import org.huxin.report.CaseEndings;

import org.springframework.stereotype.Component;

/**
 * Tells a running case that somebody is worse than was known (D04, F31): it assesses
 * again, at school or away, or assesses sooner where it has not yet. After a death
 * nothing is assessed any more (rule of practice 5).
 */
@Component
public class WorseNews {

	private static final List<String> MESSAGES = List.of("riskRisen", "riskRisenAway", "riskRisenEarly");

	private final CaseMessages messages;

	private final CaseEndings endings;

	WorseNews(CaseMessages messages, CaseEndings endings) {
		this.messages = messages;
		this.endings = endings;
	}

	/**
	 * Hands the news on, and keeps whether the case took it up.
	 */
	public void tell(CaseRef ref) {
		boolean taken = !this.endings.hasDied(ref) && MESSAGES.stream()
			.anyMatch((message) -> this.messages.tell(ref, CrisisCaseProcess.KEY, message, Map.of()));
		this.endings.noteChange(ref, taken);
	}

}
