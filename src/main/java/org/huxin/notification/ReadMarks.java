package org.huxin.notification;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notices that somebody has read his messages: he opened the start page, which shows what
 * waits for him, or the page of his messages; or opened or took the task itself. Written
 * after the answer, when the transaction of the call is over; a mark that fails refuses
 * nothing.
 */
class ReadMarks extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(ReadMarks.class);

	private static final Pattern TASK = Pattern
		.compile("/camunda/api/engine/engine/default/task/([\\w-]+)/(?:deployed-form|form|claim|submit-form)");

	private final Messages messages;

	ReadMarks(Messages messages) {
		this.messages = messages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String person = request.getRemoteUser();
		chain.doFilter(request, response);
		if (person == null || response.getStatus() >= 300) {
			return;
		}
		Matcher task = TASK.matcher(request.getRequestURI());
		try {
			if (task.matches()) {
				this.messages.read(person, task.group(1));
			}
			else if (isListOfWhatWaits(request)) {
				this.messages.read(person);
			}
		}
		catch (RuntimeException ex) {
			log.error("That messages were read could not be noted: {}", ex.getClass().getSimpleName());
		}
	}

	private static boolean isListOfWhatWaits(HttpServletRequest request) {
		String path = request.getRequestURI();
		return request.getMethod().equals("GET") && (path.equals("/") || path.equals("/account/messages"));
	}

}
