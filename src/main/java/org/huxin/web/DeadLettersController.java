package org.huxin.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.huxin.notification.Channel;
import org.huxin.notification.DeadLetters;
import org.huxin.notification.DeadLetters.DeadLetter;
import org.huxin.notification.GiveUp;
import org.huxin.notification.Messages;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Messages that could not be delivered, for administrators: by case number, without a
 * word of the story or of a server's answer.
 */
@Controller
@RequestMapping("/messages")
class DeadLettersController {

	private final DeadLetters letters;

	private final Messages messages;

	private final DirectoryAccess access;

	private final SchoolDirectory directory;

	DeadLettersController(DeadLetters letters, Messages messages, DirectoryAccess access, SchoolDirectory directory) {
		this.letters = letters;
		this.messages = messages;
		this.access = access;
		this.directory = directory;
	}

	/**
	 * A line of the list.
	 *
	 * @param recipient the name of a member of staff; nobody's where it is a guardian
	 * @param error message key of what went wrong
	 * @param code a server's number, where there is one
	 */
	record Line(long id, String school, String caseNo, @Nullable String recipient, String channel, boolean urgent,
			Moment at, int attempts, String error, String code) {
	}

	@GetMapping
	String show(Principal person, Model model) {
		Optional<String> school = this.access.school(person);
		Map<String, String> schools = this.directory.schools()
			.stream()
			.collect(Collectors.toMap(SchoolEntry::code, SchoolEntry::name));
		List<Line> lines = this.letters.of(school).stream().map((letter) -> line(letter, schools)).toList();
		model.addAttribute("lines", lines);
		model.addAttribute("reasons", GiveUp.values());
		model.addAttribute("channels", Channel.values());
		model.addAttribute("open", this.messages.channels(school));
		return "messages";
	}

	@PostMapping("/{letter}/again")
	String again(Principal person, @PathVariable long letter, RedirectAttributes after) {
		if (!this.letters.again(person.getName(), this.access.school(person), letter)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		after.addFlashAttribute("done", "deadletters.again.done");
		return "redirect:/messages";
	}

	@PostMapping("/{letter}/give-up")
	String giveUp(Principal person, @PathVariable long letter, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes after) {
		Optional<GiveUp> known = Arrays.stream(GiveUp.values())
			.filter((value) -> value.name().equals(reason))
			.findFirst();
		if (known.isEmpty()) {
			after.addFlashAttribute("trouble", "deadletters.reason.missing");
			return "redirect:/messages";
		}
		if (!this.letters.giveUp(person.getName(), this.access.school(person), letter, known.get())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		after.addFlashAttribute("done", "deadletters.giveUp.done");
		return "redirect:/messages";
	}

	private Line line(DeadLetter letter, Map<String, String> schools) {
		String[] error = letter.error().split("_(?=-?\\d+$)", 2);
		return new Line(letter.id(), schools.getOrDefault(letter.school(), ""), letter.caseNo(), letter.guardian()
				? null : this.directory.staffByAccount(letter.account()).map(StaffEntry::name).orElse(letter.account()),
				letter.channel().name(), letter.urgent(), new Moment(letter.at()), letter.attempts(),
				"deadletters.error." + (error[0].isEmpty() ? "ERROR" : error[0]), (error.length > 1) ? error[1] : "");
	}

}
