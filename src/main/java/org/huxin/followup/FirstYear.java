package org.huxin.followup;

import org.huxin.engine.Submission;
import org.huxin.report.process.CareFacts;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The year in which a student who came back after an attempt is watched closely (G12,
 * K02). It counts from the first day back at school.
 */
final class FirstYear {

	static final String RUNNING = "RUNNING";

	static final String OVER = "OVER";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private FirstYear() {
	}

	/**
	 * NONE for everybody else; RUNNING as long as nobody has written down when it began.
	 */
	static String of(Submission submission) {
		if (submission.fact(CareFacts.CONTACT_PLAN).filter("RETURN_CLOSE"::equals).isEmpty()) {
			return "NONE";
		}
		return submission.fact(CareFacts.FIRST_DAY_ON)
			.map((day) -> LocalDateTime.ofInstant(day.toInstant(), ZONE))
			.filter((day) -> !submission.after(day, "return.highRisk.period").isAfter(submission.now()))
			.map((day) -> OVER)
			.orElse(RUNNING);
	}

}
