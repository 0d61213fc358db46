package org.huxin.engine;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the web apps who has signed in at our login. They have no login of their own.
 */
public class SignedInPerson extends ContainerBasedAuthenticationProvider {

	@Override
	public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !authentication.isAuthenticated()) {
			return AuthenticationResult.unsuccessful();
		}
		AuthenticationResult result = AuthenticationResult.successful(authentication.getName());
		result.setGroups(groups(engine, authentication.getName()));
		result.setTenants(engine.getIdentityService()
			.createTenantQuery()
			.userMember(authentication.getName())
			.list()
			.stream()
			.map((tenant) -> tenant.getId())
			.toList());
		return result;
	}

	private static List<String> groups(ProcessEngine engine, String name) {
		return engine.getIdentityService()
			.createGroupQuery()
			.groupMember(name)
			.list()
			.stream()
			.map((group) -> group.getId())
			.toList();
	}

}
