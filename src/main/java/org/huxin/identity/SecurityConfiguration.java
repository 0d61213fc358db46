package org.huxin.identity;

import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One login for everything. Every address asks for it, save the login page, its files and
 * the health check; calls of Tasklist get a 401 where a page would be sent to the login.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] OPEN = { "/login", "/error", "/assets/**", "/favicon.ico", "/actuator/health" };

	/** The web apps bring their own token against forged requests for their own calls. */
	private static final String[] WEB_APP_CALLS = { "/camunda/api/**", "/drafts/**" };

	/** For our pages; the web apps need more and set their own. */
	private static final String ONLY_OUR_FILES = "default-src 'self'; base-uri 'none'; object-src 'none'; "
			+ "form-action 'self'; frame-ancestors 'self'";

	@Bean
	SecurityFilterChain web(HttpSecurity http) throws Exception {
		PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName("HUXIN-XSRF");
		tokens.setHeaderName("X-HUXIN-XSRF");
		tokens.setCookiePath("/");
		CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
		// loads the token with every page, so that its cookie is there before the first
		// call
		plain.setCsrfRequestAttributeName(null);
		http.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
			.permitAll()
			.requestMatchers("/actuator/**", "/engine-rest/**", "/camunda/api/admin/auth/user/*/login/**",
					"/camunda/api/admin/setup/**", "/camunda/app/admin/**", "/camunda/app/cockpit/**",
					"/camunda/api/cockpit/**")
			.denyAll()
			.requestMatchers("/directory/**", "/demo/**", "/jobs/**", "/messages/**")
			.hasRole("administrator")
			.requestMatchers("/register", "/register.csv")
			.hasAnyRole("leader", "auditor", "district")
			.anyRequest()
			.authenticated());
		http.csrf((csrf) -> csrf.csrfTokenRepository(tokens)
			.csrfTokenRequestHandler(plain)
			.ignoringRequestMatchers(path.matcher("/camunda/api/**")));
		HttpSessionRequestCache wanted = new HttpSessionRequestCache();
		// back to the very address that was asked for
		wanted.setMatchingRequestParameterName(null);
		// where that was a page: nobody wants to land on a draft or an answer to Tasklist
		wanted.setRequestMatcher(new AndRequestMatcher(path.matcher(HttpMethod.GET, "/**"), new NegatedRequestMatcher(
				new OrRequestMatcher(Stream.of(WEB_APP_CALLS).map(path::matcher).toArray(RequestMatcher[]::new)))));
		http.requestCache((cache) -> cache.requestCache(wanted));
		http.formLogin((login) -> login.loginPage("/login").failureUrl("/login?error"));
		http.logout((logout) -> logout.logoutRequestMatcher(path.matcher(HttpMethod.POST, "/logout"))
			.logoutSuccessUrl("/login?logout")
			.deleteCookies("JSESSIONID")
			.addLogoutHandler(
					new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))));
		http.exceptionHandling((refused) -> {
			for (String calls : WEB_APP_CALLS) {
				refused.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
						path.matcher(calls));
			}
			refused.defaultAuthenticationEntryPointFor(new LoginPage(), path.matcher("/**"));
		});
		http.headers((headers) -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
			.contentTypeOptions(Customizer.withDefaults())
			.addHeaderWriter(
					new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(path.matcher("/camunda/**")),
							new ContentSecurityPolicyHeaderWriter(ONLY_OUR_FILES)))
			.referrerPolicy((referrer) -> referrer.policy(
					org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)));
		http.sessionManagement((sessions) -> sessions.sessionFixation((fixation) -> fixation.changeSessionId()));
		return http.build();
	}

	/** Says why one is asked to log in again. */
	private static final class LoginPage extends LoginUrlAuthenticationEntryPoint {

		private LoginPage() {
			super("/login");
		}

		@Override
		protected String determineUrlToUseForThisRequest(HttpServletRequest request, HttpServletResponse response,
				AuthenticationException refused) {
			boolean wasHere = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
			return wasHere ? "/login?expired" : "/login";
		}

	}

}
