package org.huxin.school;

import java.util.UUID;

/**
 * An instrument that a school uses by its own licence.
 *
 * @param id the id
 * @param name the name
 * @param version its version or edition
 * @param lowest the lowest score
 * @param highest the highest score
 * @param watchFrom from here on a closer look is needed
 * @param highFrom from here on it is high
 * @param offered whether it may be chosen
 */
public record LicensedInstrumentEntry(UUID id, String name, String version, int lowest, int highest, int watchFrom,
		int highFrom, boolean offered) {

	/**
	 * How people tell instruments apart, with the version that was used.
	 */
	public String line() {
		return this.name + " " + this.version;
	}

}
