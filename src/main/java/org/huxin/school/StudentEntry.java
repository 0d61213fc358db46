package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A student of the directory.
 *
 * @param id the id, which stays in the case file
 * @param school the school's code
 * @param name the name
 * @param className grade and class, for example 七年级1班
 * @param birthDate the birth date
 */
public record StudentEntry(UUID id, String school, String name, String className, LocalDate birthDate) {

	/**
	 * How staff tell students apart, for example 李明（七年级1班）.
	 */
	public String line() {
		return this.name + "（" + this.className + "）";
	}

}
