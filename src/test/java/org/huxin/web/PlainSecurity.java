package org.huxin.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets the pages be tested without the accounts and the throttle of the real login.
 */
@TestConfiguration(proxyBeanMethods = false)
class PlainSecurity {

	@Bean
	SecurityFilterChain plain(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/login", "/error", "/assets/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((login) -> login.loginPage("/login"))
			.headers((headers) -> headers.contentSecurityPolicy(
					(policy) -> policy.policyDirectives("default-src 'self'; frame-ancestors 'none'")))
			.build();
	}

}
