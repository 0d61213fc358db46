package org.huxin.vault;

/**
 * A sealed value does not open: it was changed, moved to another place, or belongs to
 * another key. The message names the place, never a content.
 */
public final class SealBroken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SealBroken(String place, Throwable cause) {
		super("The sealed value of " + place + " does not open with this key", cause);
	}

}
