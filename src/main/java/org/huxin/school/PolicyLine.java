package org.huxin.school;

import java.util.List;

/**
 * One value of the profile of a school.
 *
 * @param key for example {@code verify.limit}
 * @param type what the value is
 * @param value what is in force
 * @param packaged what the packaged profile of this kind of school says
 * @param codes what it may be, where it is a code
 * @param several whether it may be several of them
 * @param source the rows of the requirements that it comes from
 */
public record PolicyLine(String key, PolicyType type, String value, String packaged, List<String> codes,
		boolean several, String source) {

	/**
	 * Whether the school has set it by hand.
	 */
	public boolean changed() {
		return !this.value.equals(this.packaged);
	}

}
