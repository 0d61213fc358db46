package org.huxin.school;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of a profile.
 *
 * @param id what the cases keep
 * @param at since when it is known
 * @param author the account of who made it, {@code system} when a new packaged profile
 * was joined with the school's own values; empty for a packaged profile
 * @param reason why, in the author's words; empty where no person made it
 * @param inForce whether new cases begin with it
 * @param changes what it changed in the version before it
 */
public record PolicyVersionEntry(long id, Instant at, Optional<String> author, String reason, boolean inForce,
		List<PolicyChange> changes) {

	/** The author of what nobody typed. */
	public static final String SYSTEM = "system";

}
