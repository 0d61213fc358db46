package org.huxin.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to start an engine that asks nobody for permission (F3).
 */
@Component
class AuthorizationRequired {

	AuthorizationRequired(@Value("${camunda.bpm.authorization.enabled:false}") boolean enabled) {
		if (!enabled) {
			throw new AuthorizationOff();
		}
	}

}
