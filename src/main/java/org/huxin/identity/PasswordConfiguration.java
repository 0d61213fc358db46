package org.huxin.identity;

import java.time.InstantSource;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are hashed.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	/** Guesses are counted in real time; the demo moves only the business clock. */
	private static final InstantSource SYSTEM = InstantSource.system();

	/**
	 * Strength 12 took 267 ms of a core when it was measured (11: 134 ms, 13: 536 ms). It
	 * is one number for all accounts, so that the time says nothing about an account.
	 */
	@Bean
	PasswordEncoder passwordEncoder(@Value("${huxin.password-strength:12}") int strength) {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
	}

	/** Right behind Spring Security, which names the person. */
	@Bean
	FilterRegistrationBean<RevocationFilter> revocationFilter(UserDetailsService accounts) {
		FilterRegistrationBean<RevocationFilter> filter = new FilterRegistrationBean<>(new RevocationFilter(accounts));
		filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
		return filter;
	}

	@Bean
	LoginThrottle loginThrottle() {
		return new LoginThrottle(SYSTEM);
	}

	/** Before Spring Security, so that a guess that must wait is not even hashed. */
	@Bean
	FilterRegistrationBean<LoginThrottle> loginThrottleFilter(LoginThrottle throttle) {
		FilterRegistrationBean<LoginThrottle> filter = new FilterRegistrationBean<>(throttle);
		filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
		return filter;
	}

}
