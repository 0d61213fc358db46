package org.huxin.school;

import java.time.LocalDate;
import java.util.List;

/**
 * One student of a roster, every cell understood.
 *
 * @param row the row in the spreadsheet, from 1
 * @param guardians one or two, in the order they are called
 */
record RosterRow(int row, String number, String name, Gender gender, LocalDate birthDate, String grade,
		String className, List<RosterGuardian> guardians) {

	/** A guardian as the roster names him. */
	record RosterGuardian(int position, String name, String phone, String relation) {
	}

}
