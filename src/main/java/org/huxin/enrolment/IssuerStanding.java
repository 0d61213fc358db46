package org.huxin.enrolment;

/**
 * How a hospital stands to what the profile asks of a certificate (K03, L10).
 */
enum IssuerStanding {

	/** It may certify. */
	ALLOWED,

	/** Its grade is below the profile's. */
	TOO_LOW,

	/** It does not treat mental illness. */
	NOT_SPECIALISED,

	/** It is not on the school's list. */
	NOT_LISTED

}
