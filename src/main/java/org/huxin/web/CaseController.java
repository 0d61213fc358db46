package org.huxin.web;

import java.nio.charset.StandardCharsets;

import org.huxin.casefile.CaseRef;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The cases that a person may see, and the page of each.
 */
@Controller
class CaseController {

	private static final int LONGEST_AMENDMENT = 2000;

	private final Accounts accounts;

	private final Desk desk;

	CaseController(Accounts accounts, Desk desk) {
		this.accounts = accounts;
		this.desk = desk;
	}

	@GetMapping("/cases")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "-opened") String sort, Model model) {
		model.addAttribute("list", CaseList.of(this.desk.casesOf(this.accounts.currentAccount()), q, state, sort));
		model.addAttribute("states", CaseList.STATES);
		return "cases";
	}

	@GetMapping("/cases/{number}")
	String page(@PathVariable String number, @RequestParam(defaultValue = "") String school, Model model) {
		model.addAttribute("page", pageOf(number, school));
		return "case";
	}

	@GetMapping("/cases/{number}/models/{id}")
	ResponseEntity<String> model(@PathVariable String number, @PathVariable String id,
			@RequestParam(defaultValue = "") String school) {
		Account reader = this.accounts.currentAccount();
		return this.desk.model(reader, ref(reader, number, school), id)
			.map((bpmn) -> ResponseEntity.ok()
				.contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
				.cacheControl(CacheControl.noStore())
				.body(bpmn))
			.orElseThrow(CaseController::notFound);
	}

	@PostMapping("/cases/{number}/entries/{entry}/amendments")
	ModelAndView amend(@PathVariable String number, @PathVariable int entry, @RequestParam String text,
			@RequestParam(defaultValue = "") String school, RedirectAttributes after) {
		String words = text.strip();
		if (words.isEmpty() || words.length() > LONGEST_AMENDMENT) {
			ModelAndView again = new ModelAndView("case", HttpStatus.BAD_REQUEST);
			again.addObject("page", pageOf(number, school));
			again.addObject("refused",
					new Refused(entry, words.isEmpty() ? "case.amend.empty" : "case.amend.long", words.length(), text));
			return again;
		}
		Account author = this.accounts.currentAccount();
		int written = this.desk.amend(author, ref(author, number, school), entry, words)
			.orElseThrow(CaseController::notFound);
		after.addFlashAttribute("amended", written);
		if (author.school().isEmpty()) {
			after.addAttribute("school", school);
		}
		return new ModelAndView("redirect:/cases/{number}");
	}

	private CasePage pageOf(String number, String school) {
		Account reader = this.accounts.currentAccount();
		return this.desk.page(reader, ref(reader, number, school)).orElseThrow(CaseController::notFound);
	}

	/** Who belongs to a school finds its cases only; the others say which school's. */
	private static CaseRef ref(Account reader, String number, String school) {
		return new CaseRef(reader.school().orElse(school), number);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/**
	 * A correction that could not be accepted, with what was typed.
	 *
	 * @param words message key, takes the length
	 */
	record Refused(int entry, String words, int length, String text) {
	}

}
