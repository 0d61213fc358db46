package org.huxin.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A case without its story.
 *
 * @param counsellor the account of the responsible counsellor, once there is one
 * @param level 关注等级 as a code, once assessed; for the counsellor's and the leader's eyes
 * only
 */
public record CaseSummary(CaseRef ref, UUID student, CaseStatus status, Optional<String> counsellor,
		Optional<String> level, Optional<String> joinedTo, long policyVersion, Instant openedAt,
		Optional<Instant> closedAt) {

	/** The student of an event file: it is about nobody in particular. */
	public static final UUID NOBODY = new UUID(0, 0);

	/**
	 * Whether it is the file of an event that many are affected by (群体帮扶与善后), and of no
	 * student.
	 */
	public boolean isEvent() {
		return this.student.equals(NOBODY);
	}

	/**
	 * Whether somebody still owes something.
	 */
	public boolean isOpen() {
		return this.status == CaseStatus.OPEN;
	}

}
