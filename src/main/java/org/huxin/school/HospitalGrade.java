package org.huxin.school;

/**
 * The grade of a hospital (医院等级), highest first. Which grade may certify is a matter of
 * the profile (K03, L10).
 */
public enum HospitalGrade {

	/** 三级甲等. */
	TERTIARY_A,

	/** 三级. */
	TERTIARY,

	/** 二级甲等. */
	SECONDARY_A,

	/** 二级. */
	SECONDARY,

	/** 一级及以下. */
	PRIMARY;

	/**
	 * Whether this grade is another one or higher.
	 */
	public boolean isAtLeast(HospitalGrade other) {
		return compareTo(other) <= 0;
	}

}
