package org.huxin.identity;

import java.util.Optional;
import java.util.Set;

import org.huxin.school.Role;

/**
 * Somebody who may sign in.
 *
 * @param name the account name, the engine's user id
 * @param roles what he or she is
 * @param school the school's code, empty for the district office and administrators
 * without a school
 * @param displayName the person's name
 * @param enabled whether signing in is allowed at present
 */
public record Account(String name, Set<Role> roles, Optional<String> school, String displayName, boolean enabled) {

	public Account {
		roles = Set.copyOf(roles);
	}

}
