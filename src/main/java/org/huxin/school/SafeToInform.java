package org.huxin.school;

/**
 * Whether telling a guardian is safe for the student (rule of practice 1). Until it is
 * answered no automatic message leaves.
 */
public enum SafeToInform {

	/** Asked, and safe. */
	YES,

	/** Asked, and not safe: this guardian is left out of everything. */
	NO,

	/** Not asked yet. */
	UNKNOWN

}
