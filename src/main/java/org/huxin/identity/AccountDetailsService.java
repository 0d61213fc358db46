package org.huxin.identity;

import org.huxin.school.Role;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts for Spring Security: the authorities are {@code ROLE_} and the role's id.
 */
@Service
class AccountDetailsService implements UserDetailsService {

	private final Accounts accounts;

	private final Credentials credentials;

	AccountDetailsService(Accounts accounts, Credentials credentials) {
		this.accounts = accounts;
		this.credentials = credentials;
	}

	@Override
	@Transactional(readOnly = true)
	public UserDetails loadUserByUsername(String name) {
		Account account = this.accounts.find(name).orElseThrow(() -> new UsernameNotFoundException(name));
		Credential credential = this.credentials.findById(name).orElseThrow(() -> new UsernameNotFoundException(name));
		return User.withUsername(account.name())
			.password(credential.hash())
			.disabled(!account.enabled())
			.roles(account.roles().stream().map(Role::id).toArray(String[]::new))
			.build();
	}

}
