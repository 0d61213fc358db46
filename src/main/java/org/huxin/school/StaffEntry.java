package org.huxin.school;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A member of staff.
 *
 * @param id the id
 * @param school the school's code, {@code null} for staff of the district office
 * @param account the account he or she signs in with
 * @param name the name
 * @param roles what he or she is
 */
public record StaffEntry(UUID id, @Nullable String school, String account, String name, Set<Role> roles) {

	public StaffEntry {
		roles = Set.copyOf(roles);
	}

}
