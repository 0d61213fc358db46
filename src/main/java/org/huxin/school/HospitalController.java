package org.huxin.school;

import java.security.Principal;
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
 * The administrators' page of the hospitals a school refers to (H16).
 */
@Controller
@RequestMapping("/directory/schools/{code}/hospitals")
class HospitalController {

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final HospitalRegister hospitals;

	HospitalController(SchoolDirectory directory, DirectoryAccess access, HospitalRegister hospitals) {
		this.directory = directory;
		this.access = access;
		this.hospitals = hospitals;
	}

	/** What is typed for a hospital. */
	record HospitalForm(String name, String department, String grade, String psychiatric, String phone) {

		HospitalForm {
			name = Forms.typed(name);
			department = Forms.typed(department);
			grade = Forms.typed(grade);
			psychiatric = Forms.typed(psychiatric);
			phone = Forms.typed(phone);
		}

	}

	@GetMapping
	String hospitals(Principal person, @PathVariable String code, @ModelAttribute("form") HospitalForm form,
			Model model) {
		this.access.require(person, code);
		model.addAttribute("school", this.directory.school(code));
		model.addAttribute("hospitals", this.hospitals.ofSchool(code));
		model.addAttribute("grades", HospitalGrade.values());
		return "directory/hospitals";
	}

	@PostMapping
	String add(Principal person, @PathVariable String code, @ModelAttribute("form") HospitalForm form, Model model,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.hospitals.add(code, form.name(), form.department(), form.grade(), !form.psychiatric().isEmpty(),
					form.phone());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return hospitals(person, code, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return page(code);
	}

	@PostMapping("/{id}")
	String offer(Principal person, @PathVariable String code, @PathVariable UUID id, @RequestParam boolean offered,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		this.hospitals.offer(code, id, offered);
		redirect.addFlashAttribute("done", "directory.done.saved");
		return page(code);
	}

	private static String page(String code) {
		return "redirect:/directory/schools/" + code + "/hospitals";
	}

}
