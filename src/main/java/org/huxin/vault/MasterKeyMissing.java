package org.huxin.vault;

import org.jspecify.annotations.Nullable;

/**
 * There is no usable master key. Without it the product would neither open nor seal
 * anything, so it does not start.
 */
class MasterKeyMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MasterKeyMissing(@Nullable Throwable cause) {
		super("HUXIN_MASTER_KEY is missing or is not 32 bytes in base64", cause);
	}

}
