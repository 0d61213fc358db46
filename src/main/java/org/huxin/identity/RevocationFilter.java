package org.huxin.identity;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with the account it began with: disabled, another role, another password
 * (F9). Asked at every request, so nobody works on with rights he lost.
 */
class RevocationFilter extends OncePerRequestFilter {

	private static final String SIGNED_IN_WITH = RevocationFilter.class.getName() + ".signedInWith";

	private final UserDetailsService accounts;

	RevocationFilter(UserDetailsService accounts) {
		this.accounts = accounts;
	}

	/** What an account was when the session began. */
	private record Standing(@Nullable String hash, Set<String> authorities) {
	}

	/** The person himself changed something: this session goes on. */
	static void goOn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(SIGNED_IN_WITH);
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.startsWith("/assets/") || path.startsWith("/camunda/app/") || path.startsWith("/camunda/lib/")
				|| path.equals("/login") || path.equals("/logout");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (session == null || person == null || person instanceof AnonymousAuthenticationToken) {
			chain.doFilter(request, response);
			return;
		}
		Standing now = standing(person.getName());
		Object before = session.getAttribute(SIGNED_IN_WITH);
		if (now != null && (before == null || before.equals(now))) {
			if (before == null) {
				session.setAttribute(SIGNED_IN_WITH, now);
			}
			chain.doFilter(request, response);
			return;
		}
		SecurityContextHolder.clearContext();
		session.invalidate();
		String accept = request.getHeader("Accept");
		if (request.getMethod().equals("GET") && accept != null && accept.contains("text/html")) {
			response.sendRedirect("/login?expired");
		}
		else {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
	}

	private @Nullable Standing standing(String name) {
		try {
			UserDetails account = this.accounts.loadUserByUsername(name);
			Set<String> authorities = new HashSet<>();
			for (GrantedAuthority authority : account.getAuthorities()) {
				authorities.add(authority.getAuthority());
			}
			return account.isEnabled() ? new Standing(account.getPassword(), authorities) : null;
		}
		catch (UsernameNotFoundException ex) {
			return null;
		}
	}

}
