package org.huxin.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.notification.Channel;
import org.huxin.notification.Messages;
import org.huxin.notification.Preference;
import org.huxin.notification.Preferences;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.SchoolEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Everybody's own messages, and how he wants to be told.
 */
@Controller
@RequestMapping("/account/messages")
class MyMessagesController {

	private final Accounts accounts;

	private final Messages messages;

	private final Preferences preferences;

	private final SchoolDirectory directory;

	MyMessagesController(Accounts accounts, Messages messages, Preferences preferences, SchoolDirectory directory) {
		this.accounts = accounts;
		this.messages = messages;
		this.preferences = preferences;
		this.directory = directory;
	}

	/**
	 * What is typed into the form.
	 */
	record Typed(@Nullable List<String> channels, @Nullable String mail, @Nullable String quietFrom,
			@Nullable String quietUntil, @Nullable String digest, @Nullable String digestAt) {

		public boolean has(Channel channel) {
			return this.channels != null && this.channels.contains(channel.name());
		}

		static Typed of(Preference preference) {
			// who has given no address cannot have chosen mail
			return new Typed(
					preference.channels()
						.stream()
						.filter((channel) -> channel != Channel.MAIL || preference.mail().isPresent())
						.map(Channel::name)
						.toList(),
					preference.mail().orElse(""), preference.quietFrom().toString(), preference.quietUntil().toString(),
					preference.digest() ? "true" : null, preference.digestAt().toString());
		}

	}

	/**
	 * A line of the list.
	 */
	record Line(String school, String caseNo, String kind, boolean urgent, Moment at, boolean read) {
	}

	@GetMapping
	ModelAndView show() {
		Account person = this.accounts.currentAccount();
		return page(person, Typed.of(this.preferences.of(person.name())), null);
	}

	@PostMapping
	ModelAndView keep(Typed typed, RedirectAttributes after) {
		Account person = this.accounts.currentAccount();
		String mail = text(typed.mail());
		LocalTime quietFrom = time(typed.quietFrom());
		LocalTime quietUntil = time(typed.quietUntil());
		LocalTime digestAt = time(typed.digestAt());
		if (!mail.isEmpty() && !Preferences.isMailAddress(mail)) {
			return page(person, typed, "mymessages.mail.wrong");
		}
		if (quietFrom == null || quietUntil == null || digestAt == null) {
			return page(person, typed, "mymessages.time.wrong");
		}
		if (typed.has(Channel.MAIL) && mail.isEmpty()) {
			return page(person, typed, "mymessages.mail.missing");
		}
		Set<Channel> channels = Arrays.stream(Channel.values()).filter(typed::has).collect(Collectors.toSet());
		this.preferences.keep(person.name(),
				new Preference(channels, mail.isEmpty() ? Optional.empty() : Optional.of(mail), quietFrom, quietUntil,
						typed.digest() != null, digestAt));
		after.addFlashAttribute("done", "mymessages.done");
		return new ModelAndView("redirect:/account/messages");
	}

	private ModelAndView page(Account person, Typed typed, @Nullable String trouble) {
		Map<String, String> schools = this.directory.schools()
			.stream()
			.collect(Collectors.toMap(SchoolEntry::code, SchoolEntry::name));
		ModelAndView page = new ModelAndView("account/messages", (trouble != null) ? HttpStatus.BAD_REQUEST : null);
		ModelMap model = page.getModelMap();
		model.addAttribute("typed", typed);
		model.addAttribute("channels", Channel.values());
		model.addAttribute("open", this.messages.channels(person.school()));
		model.addAttribute("lines",
				this.messages.of(person.name())
					.stream()
					.map((mine) -> new Line(schools.getOrDefault(mine.school(), ""), mine.caseNo(), mine.kind().name(),
							mine.urgent(), new Moment(mine.at()), mine.read()))
					.toList());
		if (trouble != null) {
			model.addAttribute("trouble", trouble);
		}
		return page;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static @Nullable LocalTime time(@Nullable String text) {
		try {
			return LocalTime.parse(text(text));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
