package org.huxin.walk;

/**
 * A walk found something that must never be so.
 */
final class WalkFailed extends AssertionError {

	private static final long serialVersionUID = 1L;

	private final String kind;

	/**
	 * Makes a finding.
	 * @param kind by which a replay knows that it found the same: the number of the
	 * invariant, or the kind of error
	 */
	WalkFailed(String kind, String message, Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	String kind() {
		return this.kind;
	}

}
