package org.huxin.identity;

import org.jspecify.annotations.Nullable;

/**
 * Nobody could administer: there is no administrator and no usable password for the first
 * one.
 */
class AdministratorPasswordMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AdministratorPasswordMissing(@Nullable Throwable cause) {
		super("HUXIN_ADMIN_PASSWORD is missing or too weak and there is no administrator", cause);
	}

}
