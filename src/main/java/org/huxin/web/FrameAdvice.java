package org.huxin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts the {@link Frame} around every page, error pages too; where the product itself
 * failed it asks no database.
 */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

	private final Accounts accounts;

	private final boolean demo;

	FrameAdvice(Accounts accounts, @Value("${huxin.demo:false}") boolean demo) {
		this.accounts = accounts;
		this.demo = demo;
	}

	@ModelAttribute("frame")
	Frame frame(HttpServletRequest request, Locale locale) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			return new Frame(false, "", List.of(), inOtherLanguage(request, locale), false, this.demo);
		}
		return new Frame(true, name(request, authentication), links(authentication, path(request)),
				inOtherLanguage(request, locale), isOnly(authentication, Role.GUARDIAN), this.demo);
	}

	private static List<Frame.Link> links(Authentication authentication, String path) {
		List<Frame.Link> links = new ArrayList<>();
		links.add(new Frame.Link("/", "house", "frame.home", path.equals("/")));
		if (!isOnly(authentication, Role.GUARDIAN) && !isOnly(authentication, Role.ADMINISTRATOR)
				&& !isOnly(authentication, Role.AUDITOR)) {
			links.add(new Frame.Link(Tasklist.HOME, "list-checks", "frame.tasklist", false));
			links.add(new Frame.Link("/cases", "folder-open", "frame.cases", path.startsWith("/cases")));
		}
		links.add(new Frame.Link("/account/messages", "bell", "frame.messages", path.equals("/account/messages")));
		if (hasRole(authentication, Role.LEADER) || hasRole(authentication, Role.AUDITOR)
				|| hasRole(authentication, Role.DISTRICT)) {
			links.add(new Frame.Link("/register", "clipboard-list", "frame.register", path.equals("/register")));
		}
		if (hasRole(authentication, Role.ADMINISTRATOR)) {
			links.add(new Frame.Link("/directory", "users", "frame.directory", path.startsWith("/directory")));
		}
		return List.copyOf(links);
	}

	private static boolean isOnly(Authentication authentication, Role role) {
		return authentication.getAuthorities().size() == 1 && hasRole(authentication, role);
	}

	private String name(HttpServletRequest request, Authentication authentication) {
		if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500) {
			return authentication.getName();
		}
		return this.accounts.current().map(Account::displayName).orElse(authentication.getName());
	}

	private static boolean hasRole(Authentication authentication, Role role) {
		return authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> authority.getAuthority().equals("ROLE_" + role.id()));
	}

	/** A page that answered a form has no address of its own to come back to. */
	private static String inOtherLanguage(HttpServletRequest request, Locale locale) {
		String other = locale.getLanguage().equals("en") ? "zh" : "en";
		UriComponentsBuilder here = UriComponentsBuilder.fromPath(request.getMethod().equals("GET") ? "" : "/");
		if (request.getMethod().equals("GET") && request.getQueryString() != null) {
			here.query(request.getQueryString());
		}
		return here.replaceQueryParam("lang", other).build().toUriString();
	}

	private static String path(HttpServletRequest request) {
		@Nullable Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

}
