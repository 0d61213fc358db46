package org.huxin.identity;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody changes his own password.
 */
@Controller
@RequestMapping("/account/password")
class PasswordController {

	private final Accounts accounts;

	PasswordController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String form() {
		return "account/password";
	}

	@PostMapping
	String change(Principal person, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String fresh, @RequestParam(defaultValue = "") String again, Model model,
			RedirectAttributes redirect, HttpServletRequest request) {
		try {
			if (!fresh.equals(again)) {
				throw PasswordRefused.notTheSame();
			}
			this.accounts.changePassword(person.getName(), current, fresh);
			RevocationFilter.goOn(request);
		}
		catch (PasswordRefused ex) {
			model.addAttribute("problem", ex);
			return form();
		}
		redirect.addFlashAttribute("done", "password.done");
		return "redirect:/account/password";
	}

}
