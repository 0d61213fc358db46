package org.huxin.emergency;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 排看护班表: shifts follow each other without a gap, nobody guards too long (F14), and the
 * roster is written on before it ends.
 */
@Component
class PlanGuardRule implements FormRule {

	private static final List<String> SHIFTS = List.of("guard1Until", "guard2Until", "guard3Until");

	@Override
	public String form() {
		return "plan-guard";
	}

	@Override
	public void apply(Submission submission) {
		LocalDateTime from = submission.now();
		for (String shift : SHIFTS) {
			LocalDateTime until = submission.date(shift).orElse(null);
			if (until == null) {
				break;
			}
			check(submission, from, until, shift);
			from = until;
		}
		LocalDateTime now = submission.now();
		LocalDateTime renew = from.minus(Duration.between(now, submission.after(now, "emergency.guard.renew")));
		submission.route(EmergencyResponseProcess.GUARD_RENEW_AT, renew.isAfter(now) ? renew : now);
	}

	private static void check(Submission submission, LocalDateTime from, LocalDateTime until, String field) {
		if (!until.isAfter(from)) {
			submission.refuse(field, "rule.emergency.shiftOrder");
		}
		else if (until.isAfter(submission.after(from, "emergency.guard.shift"))) {
			submission.refuse(field, "rule.emergency.shiftLong");
		}
	}

}
