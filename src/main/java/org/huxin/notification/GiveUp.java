package org.huxin.notification;

/**
 * Why an administrator gives a dead letter up: a choice, so that no word about a child
 * can be typed.
 */
public enum GiveUp {

	/** The person was told face to face. */
	TOLD_IN_PERSON,

	/** The person was called. */
	TOLD_BY_PHONE,

	/** The step is done, or somebody else's. */
	NOT_NEEDED,

	/** Phone or mail address are wrong and have been put right. */
	WRONG_ADDRESS

}
