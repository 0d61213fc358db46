package org.huxin.identity;

/**
 * The engine's authorization is switched off.
 */
class AuthorizationOff extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AuthorizationOff() {
		super("camunda.bpm.authorization.enabled is not true");
	}

}
