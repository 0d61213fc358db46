package org.huxin.school;

import java.util.List;

/**
 * What taking a roster in would do. Lives in the session's memory between upload and
 * confirmation, never on a disk.
 *
 * @param school the school's code
 * @param roster what the file says
 * @param added how many students are new
 * @param updated how many the school knows already
 * @param newClasses the classes that would be made
 */
record RosterPreview(String school, Roster roster, int added, int updated, List<String> newClasses) {

	public boolean isClean() {
		return this.roster.problems().isEmpty() && !this.roster.rows().isEmpty();
	}

}
