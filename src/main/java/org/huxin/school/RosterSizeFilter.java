package org.huxin.school;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an upload that is too large back to its page with a word about it, before the
 * container refuses to read it and the CSRF token in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RosterSizeFilter extends OncePerRequestFilter {

	/** The limits of the container are set a little above, in application.yml. */
	private static final int MOST_BYTES = RosterTable.MOST_BYTES + 64 * 1024;

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("POST")
				|| !request.getRequestURI().matches("/directory/schools/[a-z0-9]+/roster");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > MOST_BYTES) {
			response.setStatus(HttpServletResponse.SC_SEE_OTHER);
			response.setHeader("Location", request.getRequestURI() + "?tooLarge=true");
			return;
		}
		chain.doFilter(request, response);
	}

}
