package org.huxin.emergency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * 打给监护人: every call is logged; who did not answer is followed by the next person until a
 * human confirms (F29). Who turns out unsafe is never called again.
 */
@Component
class LogGuardianCallRule implements FormRule {

	private final SchoolDirectory directory;

	LogGuardianCallRule(SchoolDirectory directory) {
		this.directory = directory;
	}

	@Override
	public String form() {
		return "log-guardian-call";
	}

	@Override
	public void apply(Submission submission) {
		String guardian = submission.text("guardian");
		List<String> others = callable(submission).filter((id) -> !id.equals(guardian)).toList();
		switch (submission.text("callAnswer")) {
			case "REACHED" -> {
				submission.route(EmergencyResponseProcess.CALL_RESULT, "REACHED");
				submission.route(CrisisCaseProcess.GUARDIAN_INFORMED, true);
			}
			case "UNSAFE" -> block(submission, guardian, others);
			default -> {
				refuseTheSameAgain(submission, guardian, others);
				submission.route(EmergencyResponseProcess.CALL_RESULT, "NEXT");
			}
		}
	}

	private void block(Submission submission, String guardian, List<String> others) {
		this.directory.markSafeToInform(UUID.fromString(guardian), SafeToInform.NO);
		List<String> unsafe = new ArrayList<>(ids(submission, "informUnsafe").toList());
		unsafe.add(guardian);
		submission.record("informSafe", others);
		submission.record("informUnsafe", unsafe);
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, others.isEmpty() ? "BLOCKED" : "OPEN");
		submission.route(EmergencyResponseProcess.CALL_RESULT, others.isEmpty() ? "NOBODY_LEFT" : "NEXT");
	}

	private static void refuseTheSameAgain(Submission submission, String guardian, List<String> others) {
		boolean same = submission.earlier("log-guardian-call.guardian").filter(guardian::equals).isPresent();
		boolean reached = submission.earlier("log-guardian-call.callAnswer").filter("REACHED"::equals).isPresent();
		if (same && !reached && !others.isEmpty()) {
			submission.refuse("guardian", "rule.emergency.nextGuardian");
		}
	}

	private Stream<String> callable(Submission submission) {
		List<String> safe = ids(submission, "informSafe").toList();
		return this.directory.guardians(submission.student())
			.stream()
			.filter((guardian) -> guardian.safe() != SafeToInform.NO)
			.map(GuardianEntry::id)
			.map(UUID::toString)
			.filter(safe::contains);
	}

	private static Stream<String> ids(Submission submission, String key) {
		return submission.earlier(key)
			.filter(Collection.class::isInstance)
			.stream()
			.flatMap((list) -> ((Collection<?>) list).stream())
			.map(Object::toString);
	}

}
