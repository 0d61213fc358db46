package org.huxin.web;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.huxin.school.DirectoryAccess;
import org.huxin.school.PolicyEditor;
import org.huxin.school.PolicyProblem;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrators' pages of a school's policy profile: read it, change values, look at
 * the differences, make a new version.
 */
@Controller
@RequestMapping("/directory/schools/{code}/policies")
class PolicyController {

	/** Before each key in the forms. */
	private static final String PREFIX = "v.";

	private static final int LONGEST_REASON = 500;

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final PolicyEditor editor;

	private final PolicyDesk desk;

	PolicyController(SchoolDirectory directory, DirectoryAccess access, PolicyEditor editor, PolicyDesk desk) {
		this.directory = directory;
		this.access = access;
		this.editor = editor;
		this.desk = desk;
	}

	@GetMapping
	String show(Principal person, @PathVariable String code, Model model) {
		this.access.require(person, code);
		model.addAttribute("school", this.directory.school(code));
		model.addAttribute("lines", this.desk.lines(code));
		model.addAttribute("versions", this.desk.versions(code));
		return "directory/policies";
	}

	@GetMapping("/edit")
	String edit(Principal person, @PathVariable String code, Model model) {
		this.access.require(person, code);
		return edit(code, Map.of(), Map.of(), model);
	}

	/** Shows what would change, or what cannot be taken. */
	@PostMapping("/preview")
	String preview(Principal person, @PathVariable String code, @RequestParam Map<String, String> fields, Model model) {
		this.access.require(person, code);
		Map<String, String> typed = typed(fields);
		Map<String, PolicyProblem> problems = this.editor.check(code, typed);
		if (!problems.isEmpty()) {
			return edit(code, typed, problems, model);
		}
		if (this.editor.changes(code, typed).isEmpty()) {
			model.addAttribute("trouble", "policy.unchanged");
			return edit(code, typed, Map.of(), model);
		}
		return preview(code, typed, fields.getOrDefault("reason", ""), fields.getOrDefault("running", "KEEP"), model);
	}

	@PostMapping
	String change(Principal person, @PathVariable String code, @RequestParam Map<String, String> fields,
			@RequestParam(defaultValue = "0") long base, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "KEEP") String running, @RequestParam(required = false) Optional<String> back,
			Model model, RedirectAttributes redirect) {
		this.access.require(person, code);
		Map<String, String> typed = typed(fields);
		Map<String, PolicyProblem> problems = this.editor.check(code, typed);
		if (back.isPresent() || !problems.isEmpty() || this.editor.changes(code, typed).isEmpty()) {
			return edit(code, typed, problems, model);
		}
		if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
			model.addAttribute("trouble", reason.isBlank() ? "policy.reason.blank" : "policy.reason.long");
			return preview(code, typed, reason, running, model);
		}
		Optional<Long> version = this.desk.change(code, base, typed, person.getName(), reason, running.equals("MOVE"));
		if (version.isEmpty()) {
			model.addAttribute("trouble", "policy.faster");
			return edit(code, typed, Map.of(), model);
		}
		redirect.addFlashAttribute("done", running.equals("MOVE") ? "policy.done.moved" : "policy.done.kept");
		return "redirect:/directory/schools/" + code + "/policies";
	}

	private String edit(String code, Map<String, String> typed, Map<String, PolicyProblem> problems, Model model) {
		model.addAttribute("school", this.directory.school(code));
		model.addAttribute("lines", this.desk.lines(code));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", this.desk.troubles(problems));
		return "directory/policies-edit";
	}

	private String preview(String code, Map<String, String> typed, String reason, String running, Model model) {
		model.addAttribute("school", this.directory.school(code));
		model.addAttribute("diffs", this.desk.diffs(this.editor.changes(code, typed)));
		model.addAttribute("base", this.desk.currentVersion(code));
		model.addAttribute("openCases", this.desk.openCases(code));
		model.addAttribute("reason", reason);
		model.addAttribute("running", running);
		return "directory/policies-preview";
	}

	private static Map<String, String> typed(Map<String, String> fields) {
		Map<String, String> typed = new TreeMap<>();
		fields.forEach((name, value) -> {
			if (name.startsWith(PREFIX)) {
				typed.put(name.substring(PREFIX.length()), value);
			}
		});
		return typed;
	}

}
