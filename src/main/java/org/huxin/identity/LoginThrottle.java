package org.huxin.identity;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing: ten wrong passwords for one account from one address within a
 * quarter of an hour, and that address waits. Elsewhere the person signs in as ever, so
 * nobody locks a counsellor out. The answer is the same as for a wrong password.
 */
class LoginThrottle extends OncePerRequestFilter {

	private static final int GUESSES = 10;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final int MOST_REMEMBERED = 20_000;

	private final InstantSource clock;

	private final Map<Attempt, Deque<Instant>> failures = new LinkedHashMap<>();

	/**
	 * The throttle.
	 * @param clock the system's clock, not the one that the demo moves
	 */
	LoginThrottle(InstantSource clock) {
		this.clock = clock;
	}

	/** An account name, as typed, from an address. */
	private record Attempt(String account, String address) {
	}

	@EventListener
	void failed(AbstractAuthenticationFailureEvent event) {
		Attempt attempt = attempt(event.getAuthentication());
		synchronized (this.failures) {
			this.failures.computeIfAbsent(attempt, (fresh) -> new ArrayDeque<>()).addLast(this.clock.instant());
			if (this.failures.size() > MOST_REMEMBERED) {
				this.failures.remove(this.failures.keySet().iterator().next());
			}
		}
	}

	@EventListener
	void succeeded(AuthenticationSuccessEvent event) {
		synchronized (this.failures) {
			this.failures.remove(attempt(event.getAuthentication()));
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/login");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String account = request.getParameter("username");
		if (account != null && mustWait(new Attempt(name(account), request.getRemoteAddr()))) {
			response.sendRedirect("/login?error");
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean mustWait(Attempt attempt) {
		Instant since = this.clock.instant().minus(WINDOW);
		synchronized (this.failures) {
			Deque<Instant> failed = this.failures.get(attempt);
			if (failed == null) {
				return false;
			}
			failed.removeIf((moment) -> moment.isBefore(since));
			if (failed.isEmpty()) {
				this.failures.remove(attempt);
			}
			return failed.size() >= GUESSES;
		}
	}

	private static Attempt attempt(Authentication authentication) {
		String address = (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? details.getRemoteAddress() : "";
		return new Attempt(name(authentication.getName()), address);
	}

	private static String name(String typed) {
		String name = typed.strip();
		return (name.length() > 64) ? name.substring(0, 64) : name;
	}

}
