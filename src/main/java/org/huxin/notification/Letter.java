package org.huxin.notification;

/**
 * What leaves the house.
 *
 * @param id the same at every attempt, so that a receiver can tell a duplicate
 * @param address a mail address or a phone number; empty for a group
 * @param duplicate whether an earlier attempt may have arrived
 */
record Letter(String id, String address, String subject, String text, boolean duplicate) {

	@Override
	public String toString() {
		return "Letter " + this.id;
	}

}
