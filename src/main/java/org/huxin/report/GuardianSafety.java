package org.huxin.report;

import java.util.List;

import org.huxin.engine.Submission;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * Whether telling each guardian is safe (rule of practice 1): asked with the two lists
 * {@code informSafe} and {@code informUnsafe} at verification and at every assessment.
 * Who is in neither is not clear yet, and until it is clear nobody is told.
 */
@Component
public class GuardianSafety {

	private final SchoolDirectory directory;

	GuardianSafety(SchoolDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Keeps the answers with the guardians and says what they mean for the case.
	 * @return OPEN if somebody may be told, BLOCKED if nobody may, HOLD while it is not
	 * clear
	 */
	public String answered(Submission submission) {
		List<String> safe = submission.texts("informSafe");
		List<String> unsafe = submission.texts("informUnsafe");
		if (safe.stream().anyMatch(unsafe::contains)) {
			submission.refuse("informUnsafe", "rule.guardian.both");
			return "HOLD";
		}
		List<GuardianEntry> guardians = this.directory.guardians(submission.student());
		guardians.forEach((guardian) -> mark(guardian, safe, unsafe));
		if (guardians.stream().anyMatch((guardian) -> safe.contains(guardian.id().toString()))) {
			return "OPEN";
		}
		boolean allUnsafe = !guardians.isEmpty()
				&& guardians.stream().allMatch((guardian) -> unsafe.contains(guardian.id().toString()));
		return (allUnsafe) ? "BLOCKED" : "HOLD";
	}

	private void mark(GuardianEntry guardian, List<String> safe, List<String> unsafe) {
		String id = guardian.id().toString();
		SafeToInform answer = safe.contains(id) ? SafeToInform.YES
				: unsafe.contains(id) ? SafeToInform.NO : SafeToInform.UNKNOWN;
		boolean forgetsDanger = answer == SafeToInform.UNKNOWN && guardian.safe() == SafeToInform.NO;
		if (answer != guardian.safe() && !forgetsDanger) {
			this.directory.markSafeToInform(guardian.id(), answer);
		}
	}

}
