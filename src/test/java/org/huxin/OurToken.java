package org.huxin;

import java.util.Arrays;

import jakarta.servlet.http.Cookie;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token against forged requests, as a browser sends it. Spring Security's own
 * {@code csrf()} would exchange the token store of the running application for good, and
 * real browsers could not sign in any more.
 */
public final class OurToken {

	private static final String TOKEN = "4c6f9c1e-0d5b-4a1e-9a57-2d0c7b7f3a11";

	private OurToken() {
	}

	/**
	 * Adds the token to a request.
	 */
	public static RequestPostProcessor token() {
		return (request) -> {
			Cookie[] others = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
			Cookie[] cookies = Arrays.copyOf(others, others.length + 1);
			cookies[others.length] = new Cookie("HUXIN-XSRF", TOKEN);
			request.setCookies(cookies);
			request.addParameter("_csrf", TOKEN);
			return request;
		};
	}

}
