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

	/**
	 * Whether somebody still owes something.
	 */
	public boolean isOpen() {
		return this.status == CaseStatus.OPEN;
	}

}
