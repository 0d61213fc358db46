package org.huxin.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huxin.engine.Excuse;
import org.huxin.engine.MissedDeadline;
import org.huxin.engine.MissedDeadlines;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
 * The accountability register (D17): its readers see and export it, and whoever was late
 * says why.
 */
@Controller
class RegisterController {

	private static final int LONGEST_REASON = 1000;

	private static final List<String> COLUMNS = List.of("school", "case", "task", "role", "due", "owedBy", "done",
			"doneBy", "late", "state", "excuse");

	private final Accounts accounts;

	private final MissedDeadlines register;

	private final RegisterDesk desk;

	private final MessageSource messages;

	RegisterController(Accounts accounts, MissedDeadlines register, RegisterDesk desk, MessageSource messages) {
		this.accounts = accounts;
		this.register = register;
		this.desk = desk;
		this.messages = messages;
	}

	@GetMapping("/register")
	String show(RegisterPage.Filter filter, Model model) {
		model.addAttribute("page", this.desk.page(this.accounts.currentAccount(), filter));
		model.addAttribute("states", RegisterPage.STATES);
		return "register";
	}

	/** For spreadsheets: with the mark of UTF-8, and no cell that is a formula. */
	@GetMapping("/register.csv")
	ResponseEntity<byte[]> export(RegisterPage.Filter filter, Locale locale) {
		RegisterPage page = this.desk.page(this.accounts.currentAccount(), filter);
		StringBuilder text = new StringBuilder("\ufeff");
		text.append(line(COLUMNS.stream().map((column) -> word("register." + column, locale))));
		page.rows().forEach((row) -> text.append(line(cells(row, locale))));
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register.csv\"")
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private Stream<String> cells(RegisterPage.Row row, Locale locale) {
		Moment done = row.done();
		String excuse = row.excuse();
		return Stream.of(row.school(), row.caseNo(), row.task(),
				row.roles().stream().map((role) -> word("role." + role, locale)).collect(Collectors.joining("、")),
				row.due().text(), row.owedBy(), (done != null) ? done.text() : "",
				(row.doneBy() != null) ? row.doneBy() : "", Long.toString(row.lateMinutes()),
				word("register.state." + row.state(), locale),
				(excuse != null) ? word("register.excuse." + excuse, locale) : "");
	}

	private static String line(Stream<String> cells) {
		return cells.map((cell) -> '"' + inert(cell).replace("\"", "\"\"") + '"').collect(Collectors.joining(","))
				+ "\r\n";
	}

	static String inert(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

	private String word(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	@GetMapping("/register/reasons/{task}")
	String ask(@PathVariable String task, Model model) {
		show(mine(task), model);
		return "register-reason";
	}

	@PostMapping("/register/reasons/{task}")
	ModelAndView explain(@PathVariable String task, @RequestParam(defaultValue = "") String excuse,
			@RequestParam(defaultValue = "") String text, RedirectAttributes after) {
		MissedDeadline miss = mine(task);
		Optional<Excuse> known = Arrays.stream(Excuse.values())
			.filter((value) -> value.name().equals(excuse))
			.findFirst();
		String problem = problem(known, text);
		if (problem != null) {
			ModelAndView again = new ModelAndView("register-reason", HttpStatus.BAD_REQUEST);
			again.addObject("problem", problem).addObject("excuse", excuse).addObject("text", text);
			again.addObject("length", text.strip().length());
			show(miss, again.getModelMap());
			return again;
		}
		Account person = this.accounts.currentAccount();
		if (!this.register.explain(person, task, known.orElseThrow(), text)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		after.addFlashAttribute("explained", true);
		return new ModelAndView("redirect:/");
	}

	private static @Nullable String problem(Optional<Excuse> excuse, String text) {
		if (excuse.isEmpty()) {
			return "register.reason.choose";
		}
		if (excuse.get() == Excuse.OTHER && text.isBlank()) {
			return "register.reason.words";
		}
		return (text.strip().length() > LONGEST_REASON) ? "register.reason.long" : null;
	}

	private static void show(MissedDeadline miss, Model model) {
		model.addAttribute("excuse", "");
		model.addAttribute("text", "");
		show(miss, model.asMap());
	}

	private static void show(MissedDeadline miss, java.util.Map<String, Object> model) {
		model.put("miss", miss);
		model.put("due", new Moment(miss.due()));
		model.put("late", TimeLeft.until(miss.due(), miss.endedAt().orElse(miss.due())));
		model.put("excuses", Excuse.values());
	}

	/** Somebody else's, or one that is explained, is not there. */
	private MissedDeadline mine(String task) {
		return this.register.toExplain(this.accounts.currentAccount(), task)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
