package org.huxin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The one login page for our pages, Tasklist and Cockpit.
 */
@Controller
class LoginController {

	private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

	@GetMapping("/login")
	String login(HttpServletRequest request, HttpServletResponse response, Model model) {
		model.addAttribute("returning", this.wanted.getRequest(request, response) != null);
		model.addAttribute("failed", request.getParameter("error") != null);
		return "login";
	}

}
