package org.huxin.school;

/**
 * What the value of a policy key is.
 */
public enum PolicyType {

	/** ISO 8601: {@code PT24H}, {@code P3D}, {@code P1M}. */
	PERIOD,

	/** A whole number. */
	NUMBER,

	/** One of several codes, or several of them. */
	CODE

}
