package org.huxin.identity;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.huxin.school.DirectoryAccess;
import org.huxin.school.DirectoryRefused;
import org.huxin.school.Personnel;
import org.huxin.school.Qualification;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrators' pages of staff: accounts, roles, qualification, leaving. Of a
 * school, or of the district office.
 */
@Controller
@RequestMapping({ "/directory/schools/{code}/staff", "/directory/district/staff" })
class StaffController {

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final Personnel personnel;

	private final Accounts accounts;

	StaffController(SchoolDirectory directory, DirectoryAccess access, Personnel personnel, Accounts accounts) {
		this.directory = directory;
		this.access = access;
		this.personnel = personnel;
		this.accounts = accounts;
	}

	/** What is typed for a new member of staff; the password is typed anew each time. */
	record StaffForm(String account, String name, String phone, Set<String> roles) {

		StaffForm(@Nullable String account, @Nullable String name, @Nullable String phone,
				@Nullable Set<String> roles) {
			this.account = Objects.requireNonNullElse(account, "").strip();
			this.name = Objects.requireNonNullElse(name, "");
			this.phone = Objects.requireNonNullElse(phone, "");
			this.roles = Objects.requireNonNullElse(roles, Set.of());
		}

	}

	/** A line of the list. */
	record StaffLine(StaffEntry entry, boolean active) {
	}

	@GetMapping
	String list(Principal person, @PathVariable(required = false) @Nullable String code,
			@ModelAttribute("form") StaffForm form, Model model) {
		this.access.require(person, code);
		List<StaffEntry> staff = (code != null) ? this.directory.staff(code) : this.directory.districtStaff();
		show(code, model);
		model.addAttribute("staff",
				staff.stream().map((entry) -> new StaffLine(entry, this.directory.isActive(entry.account()))).toList());
		return "directory/staff";
	}

	@PostMapping
	String open(Principal person, @PathVariable(required = false) @Nullable String code,
			@ModelAttribute("form") StaffForm form, @RequestParam(defaultValue = "") String password, Model model,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.accounts.open(code, form.account(), form.name(), form.phone(), roles(form.roles()), password);
		}
		catch (DirectoryRefused | PasswordRefused ex) {
			model.addAttribute("problem", ex);
			return list(person, code, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.accountOpened");
		return "redirect:" + base(code);
	}

	@GetMapping("/{account}")
	String member(Principal person, @PathVariable(required = false) @Nullable String code, @PathVariable String account,
			Model model) {
		StaffEntry member = require(person, code, account);
		show(code, model);
		Optional<Qualification> qualification = this.directory.qualification(member.id());
		model.addAttribute("member", member);
		model.addAttribute("active", this.directory.isActive(account));
		model.addAttribute("held", member.roles().stream().map(Role::id).toList());
		if (!model.containsAttribute("certificate")) {
			model.addAttribute("certificate", qualification.map(Qualification::title).orElse(""));
			model.addAttribute("lastDay", qualification.map((held) -> held.until().toString()).orElse(""));
		}
		return "directory/member";
	}

	@PostMapping("/{account}/roles")
	String appoint(Principal person, @PathVariable(required = false) @Nullable String code,
			@PathVariable String account, @RequestParam(defaultValue = "") Set<String> roles, Model model,
			RedirectAttributes redirect) {
		StaffEntry member = require(person, code, account);
		return change(person, code, account, model, redirect, () -> this.personnel.appoint(member.id(), roles(roles)));
	}

	@PostMapping("/{account}/qualification")
	String qualify(Principal person, @PathVariable(required = false) @Nullable String code,
			@PathVariable String account, @RequestParam String title, @RequestParam String until, Model model,
			RedirectAttributes redirect) {
		StaffEntry member = require(person, code, account);
		model.addAttribute("certificate", title);
		model.addAttribute("lastDay", until);
		return change(person, code, account, model, redirect,
				() -> this.personnel.qualify(member.id(), title, date(until)));
	}

	@PostMapping("/{account}/password")
	String resetPassword(Principal person, @PathVariable(required = false) @Nullable String code,
			@PathVariable String account, @RequestParam(defaultValue = "") String password, Model model,
			RedirectAttributes redirect) {
		require(person, code, account);
		return change(person, code, account, model, redirect, () -> this.accounts.setPassword(account, password));
	}

	@PostMapping("/{account}/disable")
	String disable(Principal person, @PathVariable(required = false) @Nullable String code,
			@PathVariable String account, Model model, RedirectAttributes redirect) {
		StaffEntry member = require(person, code, account);
		return change(person, code, account, model, redirect, () -> this.personnel.leave(member.id()));
	}

	@PostMapping("/{account}/enable")
	String enable(Principal person, @PathVariable(required = false) @Nullable String code, @PathVariable String account,
			Model model, RedirectAttributes redirect) {
		StaffEntry member = require(person, code, account);
		return change(person, code, account, model, redirect, () -> this.personnel.comeBack(member.id()));
	}

	private String change(Principal person, @Nullable String code, String account, Model model,
			RedirectAttributes redirect, Runnable change) {
		try {
			change.run();
		}
		catch (DirectoryRefused | PasswordRefused ex) {
			model.addAttribute("problem", ex);
			return member(person, code, account, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:" + base(code) + "/" + account;
	}

	private StaffEntry require(Principal person, @Nullable String code, String account) {
		this.access.require(person, code);
		return this.directory.staffByAccount(account)
			.filter((member) -> Objects.equals(member.school(), code))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private void show(@Nullable String code, Model model) {
		if (code != null) {
			model.addAttribute("school", this.directory.school(code));
		}
		model.addAttribute("base", base(code));
		model.addAttribute("roles",
				Arrays.stream(Role.values())
					.filter(Role::isStaff)
					.filter((role) -> code == null || role != Role.DISTRICT)
					.map(Role::id)
					.toList());
	}

	private static String base(@Nullable String code) {
		return (code != null) ? "/directory/schools/" + code + "/staff" : "/directory/district/staff";
	}

	private static Set<Role> roles(Set<String> ids) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		ids.forEach((id) -> Role.of(id).ifPresent(roles::add));
		return roles;
	}

	private static @Nullable LocalDate date(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
