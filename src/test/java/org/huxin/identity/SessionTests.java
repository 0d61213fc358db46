package org.huxin.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import jakarta.servlet.ServletException;
import org.huxin.HuxinTest;
import org.huxin.school.Personnel;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;

/**
 * A session lives as long as what it began with; everything is rolled back.
 */
@HuxinTest
@Transactional
class SessionTests {

	private static final String PAGE = "/account/password";

	private final MockMvcTester mvc;

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final Accounts accounts;

	@Autowired
	SessionTests(MockMvcTester mvc, SchoolDirectory directory, Personnel personnel, Accounts accounts) {
		this.mvc = mvc;
		this.directory = directory;
		this.personnel = personnel;
		this.accounts = accounts;
	}

	@Test
	void whoeverSignsInWithTheRightPasswordIsIn() {
		MockHttpSession session = signIn("registry", "huxin");
		assertThat(get(session)).hasStatusOk();
		assertThat(get(session)).hasStatusOk();
	}

	@Test
	void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
		assertThat(tryToSignIn("registry", "wrong", new MockHttpSession())).hasRedirectedUrl("/login?error");
		assertThat(tryToSignIn("nobody.at.all", "wrong", new MockHttpSession())).hasRedirectedUrl("/login?error");
	}

	@Test
	void aDisabledAccountIsOutAtTheNextCall() {
		MockHttpSession session = signIn("registry", "huxin");
		assertThat(get(session)).hasStatusOk();
		this.personnel.leave(this.directory.staffByAccount("registry").orElseThrow().id());
		assertThat(get(session)).hasRedirectedUrl("/login?expired");
		assertThat(session.isInvalid()).isTrue();
	}

	@Test
	void aRoleThatChangedEndsTheSession() {
		MockHttpSession session = signIn("registry", "huxin");
		assertThat(get(session)).hasStatusOk();
		this.personnel.appoint(this.directory.staffByAccount("registry").orElseThrow().id(), Set.of(Role.DOCTOR));
		assertThat(this.mvc.get().uri(PAGE).accept(MediaType.APPLICATION_JSON).session(session))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void aPasswordThatWasResetEndsTheSession() {
		MockHttpSession session = signIn("registry", "huxin");
		assertThat(get(session)).hasStatusOk();
		this.accounts.setPassword("registry", "a fine password");
		assertThat(get(session)).hasRedirectedUrl("/login?expired");
	}

	@Test
	void whoeverChangesHisOwnPasswordGoesOnWhereHeIsAndIsOutElsewhere() {
		MockHttpSession here = signIn("registry", "huxin");
		MockHttpSession elsewhere = signIn("registry", "huxin");
		assertThat(get(elsewhere)).hasStatusOk();
		assertThat(this.mvc.post()
			.uri(PAGE)
			.session(here)
			.param("current", "huxin")
			.param("fresh", "a fine password")
			.param("again", "a fine password")
			.with(token())).hasRedirectedUrl(PAGE);
		assertThat(get(here)).hasStatusOk();
		assertThat(get(elsewhere)).hasRedirectedUrl("/login?expired");
	}

	@Test
	void theEleventhGuessFromOneAddressWaitsAndNobodyElseDoes() throws Exception {
		Moving clock = new Moving();
		LoginThrottle throttle = new LoginThrottle(clock);
		for (int i = 0; i < 10; i++) {
			assertThat(passes(throttle, "leader", "10.0.0.1")).isTrue();
			throttle.failed(new AuthenticationFailureBadCredentialsEvent(attempt("leader", "10.0.0.1"),
					new BadCredentialsException("")));
		}
		assertThat(passes(throttle, "leader", "10.0.0.1")).isFalse();
		assertThat(passes(throttle, " leader ", "10.0.0.1")).isFalse();
		assertThat(passes(throttle, "leader", "10.0.0.2")).isTrue();
		assertThat(passes(throttle, "teacher", "10.0.0.1")).isTrue();
		clock.now = clock.now.plusSeconds(15 * 60 + 1);
		assertThat(passes(throttle, "leader", "10.0.0.1")).isTrue();
	}

	@Test
	void aRightPasswordForgetsTheWrongOnes() throws Exception {
		LoginThrottle throttle = new LoginThrottle(new Moving());
		for (int i = 0; i < 30; i++) {
			throttle.failed(new AuthenticationFailureBadCredentialsEvent(attempt("leader", "10.0.0.1"),
					new BadCredentialsException("")));
			if (i % 5 == 0) {
				throttle.succeeded(new AuthenticationSuccessEvent(attempt("leader", "10.0.0.1")));
			}
			assertThat(passes(throttle, "leader", "10.0.0.1")).isTrue();
		}
	}

	private static boolean passes(LoginThrottle throttle, String account, String address)
			throws ServletException, java.io.IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setParameter("username", account);
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		throttle.doFilter(request, response, chain);
		boolean passed = chain.getRequest() != null;
		assertThat(response.getRedirectedUrl()).isEqualTo(passed ? null : "/login?error");
		return passed;
	}

	private static TestingAuthenticationToken attempt(String account, String address) {
		TestingAuthenticationToken attempt = new TestingAuthenticationToken(account, "");
		attempt.setDetails(new WebAuthenticationDetails(address, null));
		return attempt;
	}

	private MockHttpSession signIn(String account, String password) {
		MockHttpSession session = new MockHttpSession();
		MvcTestResult result = tryToSignIn(account, password, session);
		assertThat(result).hasStatus3xxRedirection();
		assertThat(result.getResponse().getRedirectedUrl()).doesNotContain("error");
		return session;
	}

	private MvcTestResult tryToSignIn(String account, String password, MockHttpSession session) {
		return this.mvc.post()
			.uri("/login")
			.param("username", account)
			.param("password", password)
			.session(session)
			.with(token())
			.exchange();
	}

	private MvcTestResult get(MockHttpSession session) {
		return this.mvc.get().uri(PAGE).accept(MediaType.TEXT_HTML).session(session).exchange();
	}

	/** A clock that the test moves. */
	private static final class Moving implements InstantSource {

		private Instant now = Instant.parse("2026-09-01T00:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
