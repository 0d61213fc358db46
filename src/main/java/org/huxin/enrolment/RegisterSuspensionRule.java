package org.huxin.enrolment;

import java.time.LocalDate;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 登记休学 and 登记续休 (G02, H04): the last day, and from it when it is spoken about again. A
 * year from 29 February ends on the 28th, a month from the 31st on the last day there is.
 * It is the day that was decided; another one needs a reason.
 */
@Component
class RegisterSuspensionRule implements FormRule {

	@Override
	public String form() {
		return "register-suspension";
	}

	@Override
	public void apply(Submission submission) {
		LocalDate today = submission.now().toLocalDate();
		LocalDate until = submission.date("suspendedUntil").orElse(submission.now()).toLocalDate();
		LocalDate from = Days.earlier(submission, "register-suspension.suspendedUntil")
			.or(() -> Days.earlier(submission, "apply-suspension.fromOn"))
			.filter((day) -> day.isAfter(today))
			.orElse(today);
		if (!until.isAfter(today)) {
			submission.refuse("suspendedUntil", "rule.suspension.endNotAhead");
		}
		if (until.isAfter(submission.after(from.atStartOfDay(), "suspension.max").toLocalDate())) {
			submission.refuse("suspendedUntil", "rule.suspension.tooLong");
		}
		Days.earlier(submission, "untilOn")
			.filter((decided) -> !decided.equals(until) && submission.isBlank("otherEndWhy"))
			.ifPresent((decided) -> submission.refuse("suspendedUntil", "rule.suspension.otherEnd", decided));
		EndDates.of(until, submission).route(submission);
	}

}
