package org.huxin.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.huxin.engine.StuckCase;
import org.huxin.engine.Watchdog;
import org.huxin.identity.Accounts;
import org.huxin.school.DirectoryAccess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.SchoolEntry;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What stands still, for administrators: by case number, without a word of the story or
 * of an exception.
 */
@Controller
@RequestMapping("/jobs")
class JobsController {

	private final Watchdog watchdog;

	private final DirectoryAccess access;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	JobsController(Watchdog watchdog, DirectoryAccess access, Accounts accounts, SchoolDirectory directory) {
		this.watchdog = watchdog;
		this.access = access;
		this.accounts = accounts;
		this.directory = directory;
	}

	/**
	 * A line of the list.
	 *
	 * @param retried when it was last tried again, and by whom
	 */
	record Line(long id, String school, String caseNo, String kind, Moment found, @Nullable String step,
			@Nullable String error, boolean retryable, @Nullable Moment retried, @Nullable String retriedBy) {
	}

	@GetMapping
	String show(Principal person, Model model) {
		Map<String, String> schools = this.directory.schools()
			.stream()
			.collect(Collectors.toMap(SchoolEntry::code, SchoolEntry::name));
		List<Line> lines = this.watchdog.stuck(this.access.school(person))
			.stream()
			.map((stuck) -> line(stuck, schools))
			.toList();
		model.addAttribute("lines", lines);
		return "jobs";
	}

	/** Looks at once, without waiting for the next round. */
	@PostMapping
	String look(Principal person) {
		this.access.school(person);
		this.watchdog.look();
		return "redirect:/jobs";
	}

	@PostMapping("/{finding}")
	String retry(Principal person, @PathVariable long finding, RedirectAttributes after) {
		if (!this.watchdog.retry(this.accounts.currentAccount(), this.access.school(person), finding)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		after.addFlashAttribute("retried", true);
		return "redirect:/jobs";
	}

	private Line line(StuckCase stuck, Map<String, String> schools) {
		return new Line(stuck.id(), schools.getOrDefault(stuck.school(), ""), stuck.caseNo(), stuck.kind().name(),
				new Moment(stuck.foundAt()), stuck.step().orElse(null), stuck.error().orElse(null),
				stuck.kind().canBeRetried(), stuck.retriedAt().map(Moment::new).orElse(null),
				stuck.retriedBy()
					.map((account) -> this.directory.staffByAccount(account).map(StaffEntry::name).orElse(account))
					.orElse(null));
	}

}
