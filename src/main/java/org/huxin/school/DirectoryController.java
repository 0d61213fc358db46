package org.huxin.school;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrators' pages of schools, terms, responsibilities and substitutes. What was
 * typed stands in the form again when it is refused.
 */
@Controller
@RequestMapping("/directory")
class DirectoryController {

	private static final List<Role> ENTRUSTED = List.of(Role.HEAD_TEACHER, Role.GRADE_HEAD, Role.COUNSELOR,
			Role.COLLEGE_SECRETARY, Role.COLLEGE_COUNSELOR);

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final Office office;

	DirectoryController(SchoolDirectory directory, DirectoryAccess access, Office office) {
		this.directory = directory;
		this.access = access;
		this.office = office;
	}

	/** What is typed to open a school or to correct it. */
	record SchoolForm(String code, String name, String kind, String dutyPhone) {

		SchoolForm {
			code = Forms.typed(code);
			name = Forms.typed(name);
			kind = Forms.typed(kind);
			dutyPhone = Forms.typed(dutyPhone);
		}

	}

	/** What is typed for a term. */
	record TermForm(String name, String startsOn, String endsOn) {

		TermForm {
			name = Forms.typed(name);
			startsOn = Forms.typed(startsOn);
			endsOn = Forms.typed(endsOn);
		}

	}

	/** What is typed for a vacation or a holiday. */
	record BreakForm(String breakName, String kind, String firstDay, String lastDay) {

		BreakForm {
			breakName = Forms.typed(breakName);
			kind = Forms.typed(kind);
			firstDay = Forms.typed(firstDay);
			lastDay = Forms.typed(lastDay);
		}

	}

	/** What is chosen for a responsibility. */
	record ResponsibilityForm(String staff, String role, String scope) {

		ResponsibilityForm {
			staff = Forms.typed(staff);
			role = Forms.typed(role);
			scope = Forms.typed(scope);
		}

	}

	/** What is chosen for a substitution. */
	record SubstituteForm(String absent, String substitute, String fromDay, String untilDay) {

		SubstituteForm {
			absent = Forms.typed(absent);
			substitute = Forms.typed(substitute);
			fromDay = Forms.typed(fromDay);
			untilDay = Forms.typed(untilDay);
		}

	}

	@GetMapping
	String schools(Principal person, @ModelAttribute("form") SchoolForm form, Model model) {
		Optional<String> own = this.access.school(person);
		if (own.isPresent()) {
			return "redirect:/directory/schools/" + own.get();
		}
		model.addAttribute("schools", this.directory.schools());
		model.addAttribute("kinds", SchoolKind.values());
		return "directory/schools";
	}

	@PostMapping
	String open(Principal person, @ModelAttribute("form") SchoolForm form, Model model, RedirectAttributes redirect) {
		this.access.require(person, null);
		try {
			SchoolKind kind = Arrays.stream(SchoolKind.values())
				.filter((known) -> known.name().equals(form.kind()))
				.findFirst()
				.orElseThrow(DirectoryRefused::blank);
			this.office.open(form.code().strip(), form.name(), kind, form.dutyPhone());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return schools(person, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.schoolOpened");
		return "redirect:/directory/schools/" + form.code().strip();
	}

	@GetMapping("/schools/{code}")
	String school(Principal person, @PathVariable String code, Model model) {
		this.access.require(person, code);
		SchoolEntry school = this.directory.school(code);
		return school(new SchoolForm(code, school.name(), school.kind().name(), school.dutyPhone()), model);
	}

	private String school(SchoolForm form, Model model) {
		show(form.code(), model);
		model.addAttribute("form", form);
		model.addAttribute("classes", this.office.classes(form.code()));
		return "directory/school";
	}

	@PostMapping("/schools/{code}")
	String correct(Principal person, @PathVariable String code, @RequestParam String name,
			@RequestParam String dutyPhone, Model model, RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.office.correct(code, name, dutyPhone);
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return school(new SchoolForm(code, name, this.directory.school(code).kind().name(), dutyPhone), model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:/directory/schools/" + code;
	}

	@GetMapping("/schools/{code}/terms")
	String terms(Principal person, @PathVariable String code, Model model) {
		this.access.require(person, code);
		return terms(code, new TermForm("", "", ""), new BreakForm("", "", "", ""), model);
	}

	private String terms(String code, TermForm form, BreakForm breakForm, Model model) {
		show(code, model);
		model.addAttribute("form", form);
		model.addAttribute("breakForm", breakForm);
		model.addAttribute("terms", this.office.terms(code));
		model.addAttribute("breaks", this.office.breaks(code));
		model.addAttribute("kinds", SchoolBreak.Kind.values());
		return "directory/terms";
	}

	@PostMapping("/schools/{code}/terms")
	String addTerm(Principal person, @PathVariable String code, TermForm form, Model model,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.office.addTerm(code, form.name(), form.startsOn(), form.endsOn());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return terms(code, form, new BreakForm("", "", "", ""), model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:/directory/schools/" + code + "/terms";
	}

	@PostMapping("/schools/{code}/breaks")
	String addBreak(Principal person, @PathVariable String code, BreakForm form, Model model,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.office.addBreak(code, form.breakName(), form.kind(), form.firstDay(), form.lastDay());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return terms(code, new TermForm("", "", ""), form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:/directory/schools/" + code + "/terms";
	}

	@PostMapping("/schools/{code}/breaks/{id}/remove")
	String removeBreak(Principal person, @PathVariable String code, @PathVariable UUID id,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		this.office.removeBreak(code, id);
		redirect.addFlashAttribute("done", "directory.done.removed");
		return "redirect:/directory/schools/" + code + "/terms";
	}

	@PostMapping("/schools/{code}/terms/{id}/remove")
	String removeTerm(Principal person, @PathVariable String code, @PathVariable UUID id, RedirectAttributes redirect) {
		this.access.require(person, code);
		this.office.removeTerm(code, id);
		redirect.addFlashAttribute("done", "directory.done.removed");
		return "redirect:/directory/schools/" + code + "/terms";
	}

	@GetMapping("/schools/{code}/responsibilities")
	String responsibilities(Principal person, @PathVariable String code,
			@ModelAttribute("form") ResponsibilityForm form, Model model) {
		this.access.require(person, code);
		show(code, model);
		model.addAttribute("responsibilities", this.office.responsibilities(code));
		model.addAttribute("staff", this.office.staff(code));
		model.addAttribute("classes", this.office.classes(code));
		model.addAttribute("scopes", this.office.gradesAndColleges(code));
		model.addAttribute("roles", ENTRUSTED);
		return "directory/responsibilities";
	}

	@PostMapping("/schools/{code}/responsibilities")
	String entrust(Principal person, @PathVariable String code, @ModelAttribute("form") ResponsibilityForm form,
			Model model, RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.office.entrust(code, form.staff(), form.role(), form.scope());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return responsibilities(person, code, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:/directory/schools/" + code + "/responsibilities";
	}

	@PostMapping("/schools/{code}/responsibilities/{id}/remove")
	String relieve(Principal person, @PathVariable String code, @PathVariable UUID id, RedirectAttributes redirect) {
		this.access.require(person, code);
		this.office.relieve(code, id);
		redirect.addFlashAttribute("done", "directory.done.removed");
		return "redirect:/directory/schools/" + code + "/responsibilities";
	}

	@GetMapping("/schools/{code}/substitutes")
	String substitutes(Principal person, @PathVariable String code, @ModelAttribute("form") SubstituteForm form,
			Model model) {
		this.access.require(person, code);
		show(code, model);
		model.addAttribute("substitutes", this.office.substitutes(code));
		model.addAttribute("staff", this.office.staff(code));
		return "directory/substitutes";
	}

	@PostMapping("/schools/{code}/substitutes")
	String substitute(Principal person, @PathVariable String code, @ModelAttribute("form") SubstituteForm form,
			Model model, RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.office.substitute(code, form.absent(), form.substitute(), form.fromDay(), form.untilDay());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return substitutes(person, code, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return "redirect:/directory/schools/" + code + "/substitutes";
	}

	@PostMapping("/schools/{code}/substitutes/{id}/remove")
	String removeSubstitute(Principal person, @PathVariable String code, @PathVariable UUID id,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		this.office.removeSubstitute(code, id);
		redirect.addFlashAttribute("done", "directory.done.removed");
		return "redirect:/directory/schools/" + code + "/substitutes";
	}

	private void show(String code, Model model) {
		model.addAttribute("school", this.directory.school(code));
	}

}
