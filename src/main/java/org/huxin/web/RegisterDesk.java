package org.huxin.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.huxin.engine.MissedDeadline;
import org.huxin.engine.MissedDeadlines;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.SchoolCalendar;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.SchoolEntry;
import org.huxin.school.StaffEntry;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays out the accountability register for one reader (D17).
 */
@Component
@Transactional(readOnly = true)
class RegisterDesk {

	private final MissedDeadlines register;

	private final SchoolDirectory directory;

	private final SchoolCalendar calendar;

	private final Accounts accounts;

	private final MessageSource messages;

	private final Clock clock;

	RegisterDesk(MissedDeadlines register, SchoolDirectory directory, SchoolCalendar calendar, Accounts accounts,
			MessageSource messages, Clock clock) {
		this.register = register;
		this.directory = directory;
		this.calendar = calendar;
		this.accounts = accounts;
		this.messages = messages;
		this.clock = clock;
	}

	RegisterPage page(Account reader, RegisterPage.Filter filter) {
		List<MissedDeadline> all = this.register.of(reader, Instant.EPOCH, this.clock.instant());
		List<MissedDeadline> left = all.stream()
			.filter((miss) -> isIn(filter.term(), miss))
			.filter((miss) -> filter.role().isEmpty() || miss.roles().contains(filter.role()))
			.filter((miss) -> filter.state().isEmpty() || miss.state().name().equals(filter.state()))
			.toList();
		Map<String, String> schools = this.directory.schools()
			.stream()
			.collect(Collectors.toMap(SchoolEntry::code, SchoolEntry::name));
		Map<String, String> names = new HashMap<>();
		return new RegisterPage(filter, left.stream().map((miss) -> row(miss, schools, names)).toList(), counts(left),
				terms(reader), roles(all), this.accounts.schoolsOf(reader.name()).size() > 1, all.size());
	}

	private static List<String> roles(List<MissedDeadline> all) {
		return List.copyOf(
				all.stream().flatMap((miss) -> miss.roles().stream()).collect(Collectors.toCollection(TreeSet::new)));
	}

	private static List<StartPage.Count> counts(List<MissedDeadline> left) {
		Map<MissedDeadline.State, Long> byState = left.stream()
			.collect(Collectors.groupingBy(MissedDeadline::state, Collectors.counting()));
		return RegisterPage.STATES.stream()
			.map((state) -> new StartPage.Count("register.state." + state.name(), byState.getOrDefault(state, 0L)))
			.toList();
	}

	private List<RegisterPage.TermChoice> terms(Account reader) {
		Map<String, String> terms = new LinkedHashMap<>();
		this.accounts.schoolsOf(reader.name())
			.stream()
			.sorted()
			.flatMap((school) -> this.calendar.terms(school).stream())
			.forEach((term) -> terms.putIfAbsent(term.startsOn() + "_" + term.endsOn(), term.name()));
		List<RegisterPage.TermChoice> choices = new ArrayList<>();
		terms.forEach((value, name) -> choices.add(new RegisterPage.TermChoice(value, name)));
		return choices;
	}

	private boolean isIn(String term, MissedDeadline miss) {
		int between = term.indexOf('_');
		if (between < 0) {
			return true;
		}
		try {
			LocalDate first = LocalDate.parse(term.substring(0, between));
			LocalDate last = LocalDate.parse(term.substring(between + 1));
			return !miss.due().isBefore(start(first)) && miss.due().isBefore(start(last.plusDays(1)));
		}
		catch (DateTimeParseException ex) {
			return true;
		}
	}

	private Instant start(LocalDate day) {
		return day.atTime(LocalTime.MIN).atZone(this.clock.getZone()).toInstant();
	}

	private RegisterPage.Row row(MissedDeadline miss, Map<String, String> schools, Map<String, String> names) {
		Instant now = this.clock.instant();
		return new RegisterPage.Row(schools.getOrDefault(miss.ref().school(), ""), miss.ref().number(), miss.task(),
				miss.roles(), new Moment(miss.due()),
				miss.owedBy()
					.stream()
					.map((account) -> names.computeIfAbsent(account, this::name))
					.collect(Collectors.joining("、")),
				miss.doneAt().map(Moment::new).orElse(null),
				miss.doneBy().map((account) -> names.computeIfAbsent(account, this::name)).orElse(null),
				miss.withdrawnAt().isPresent(), TimeLeft.until(miss.due(), miss.endedAt().orElse(now)),
				miss.lateness(now).toMinutes(), miss.state().name(), miss.excuse().map(Enum::name).orElse(null));
	}

	private String name(String account) {
		if (account.equals(MissedDeadline.GUARDIAN)) {
			return this.messages.getMessage("role.guardian", null, LocaleContextHolder.getLocale());
		}
		return this.directory.staffByAccount(account).map(StaffEntry::name).orElse(account);
	}

}
