package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.enrolment.process.StudySuspensionProcess;

import org.springframework.stereotype.Component;

/**
 * 决定是否续休 (G02): heard first; after a refusal the family has time to appeal or to choose
 * another way.
 */
@Component
class DecideRenewalRule implements FormRule {

	@Override
	public String form() {
		return "decide-renewal";
	}

	@Override
	public void apply(Submission submission) {
		boolean refusing = submission.text("renewalDecision").equals("REFUSE");
		Hearing.check(submission, refusing);
		if (refusing) {
			LocalDateTime grace = submission.after(submission.now(), "suspension.next.limit");
			LocalDate until = Days.earlier(submission, "register-suspension.suspendedUntil")
				.orElse(submission.now().toLocalDate());
			LocalDateTime end = EndDates.of(until, submission).nextStepDue();
			submission.route(StudySuspensionProcess.NEXT_STEP_DUE, end.isAfter(grace) ? end : grace);
		}
	}

}
