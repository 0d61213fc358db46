package org.huxin.school;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Roster import: upload, look, then take it in. Between upload and confirmation the rows
 * are in the session's memory, so the page of problems is still there after a reload.
 */
@Controller
@RequestMapping("/directory/schools/{code}/roster")
class RosterController {

	private static final String PREVIEW = RosterController.class.getName() + ".preview";

	private static final int PROBLEMS_PER_PAGE = 200;

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final RosterImport rosters;

	RosterController(SchoolDirectory directory, DirectoryAccess access, RosterImport rosters) {
		this.directory = directory;
		this.access = access;
		this.rosters = rosters;
	}

	@GetMapping
	String form(Principal person, @PathVariable String code, @RequestParam(required = false) @Nullable String tooLarge,
			HttpSession session, Model model) {
		this.access.require(person, code);
		show(code, model);
		model.addAttribute("megabytes", RosterTable.MOST_BYTES / 1024 / 1024);
		model.addAttribute("mostRows", RosterTable.MOST_ROWS);
		model.addAttribute("columns", RosterColumn.values());
		model.addAttribute("waiting", waiting(session, code) != null);
		if (tooLarge != null) {
			model.addAttribute("problem",
					new RosterUnreadable("roster.unreadable.tooLarge", RosterTable.MOST_BYTES / 1024 / 1024));
		}
		return "directory/roster";
	}

	@PostMapping
	String upload(Principal person, @PathVariable String code, @RequestParam MultipartFile file, HttpSession session,
			Model model) throws IOException {
		this.access.require(person, code);
		try {
			session.setAttribute(PREVIEW, this.rosters.preview(code, file.getBytes()));
		}
		catch (RosterUnreadable ex) {
			model.addAttribute("problem", ex);
			return form(person, code, null, session, model);
		}
		return "redirect:/directory/schools/" + code + "/roster/preview";
	}

	@GetMapping("/preview")
	String preview(Principal person, @PathVariable String code, @RequestParam(defaultValue = "1") int page,
			HttpSession session, Model model) {
		this.access.require(person, code);
		RosterPreview preview = waiting(session, code);
		if (preview == null) {
			return "redirect:/directory/schools/" + code + "/roster";
		}
		show(code, model);
		List<RosterProblem> problems = preview.roster().problems();
		int pages = Math.max(1, (problems.size() + PROBLEMS_PER_PAGE - 1) / PROBLEMS_PER_PAGE);
		int shown = Math.min(Math.max(page, 1), pages);
		model.addAttribute("preview", preview);
		model.addAttribute("problems", problems.subList((shown - 1) * PROBLEMS_PER_PAGE,
				Math.min(shown * PROBLEMS_PER_PAGE, problems.size())));
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		model.addAttribute("examples", preview.roster().rows().stream().limit(5).toList());
		return "directory/roster-preview";
	}

	@PostMapping("/preview")
	String take(Principal person, @PathVariable String code, HttpSession session, RedirectAttributes redirect) {
		this.access.require(person, code);
		RosterPreview preview = waiting(session, code);
		if (preview == null) {
			redirect.addFlashAttribute("trouble", "roster.gone");
			return "redirect:/directory/schools/" + code + "/roster";
		}
		if (!preview.isClean()) {
			return "redirect:/directory/schools/" + code + "/roster/preview";
		}
		this.rosters.write(preview);
		session.removeAttribute(PREVIEW);
		redirect.addFlashAttribute("done", "roster.done");
		return "redirect:/directory/schools/" + code;
	}

	@PostMapping("/discard")
	String discard(Principal person, @PathVariable String code, HttpSession session) {
		this.access.require(person, code);
		session.removeAttribute(PREVIEW);
		return "redirect:/directory/schools/" + code + "/roster";
	}

	@GetMapping("/template.csv")
	ResponseEntity<byte[]> csvTemplate(Principal person, @PathVariable String code) {
		this.access.require(person, code);
		return download("学生名册模板.csv", new MediaType("text", "csv", StandardCharsets.UTF_8), RosterTemplate.csv());
	}

	@GetMapping("/template.xlsx")
	ResponseEntity<byte[]> xlsxTemplate(Principal person, @PathVariable String code) throws IOException {
		this.access.require(person, code);
		return download("学生名册模板.xlsx", XLSX, RosterTemplate.xlsx());
	}

	private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.contentType(type)
			.body(content);
	}

	private static @Nullable RosterPreview waiting(HttpSession session, String code) {
		return (session.getAttribute(PREVIEW) instanceof RosterPreview preview && preview.school().equals(code))
				? preview : null;
	}

	private void show(String code, Model model) {
		model.addAttribute("school", this.directory.school(code));
	}

}
