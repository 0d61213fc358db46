package org.huxin.school;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a school teaches, and how days are counted (K22).
 */
@Service
@Transactional(readOnly = true)
public class SchoolCalendar {

	/** How long the days after the last known term still count as its vacation. */
	private static final Period AFTER_THE_LAST_TERM = Period.ofDays(60);

	private final Terms terms;

	private final SchoolBreaks breaks;

	SchoolCalendar(Terms terms, SchoolBreaks breaks) {
		this.terms = terms;
		this.breaks = breaks;
	}

	/**
	 * The vacation or holiday on a day: as entered, a holiday before the vacation it lies
	 * in; otherwise the days between two terms. Where the calendar says nothing, school
	 * is on.
	 * @param school the school's code
	 */
	public Optional<Vacation> vacationOn(String school, LocalDate day) {
		return vacations(school).apply(day);
	}

	/**
	 * The vacation or holiday of any day, for many days at once: the calendar is read
	 * once.
	 */
	public Function<LocalDate, Optional<Vacation>> vacations(String school) {
		List<SchoolBreak> entered = this.breaks.inOrder(school);
		List<Term> all = this.terms.findBySchoolCodeOrderByStartsOn(school);
		return (day) -> entered.stream()
			.filter((free) -> free.overlaps(day, day))
			.findFirst()
			.map(SchoolBreak::vacation)
			.or(() -> betweenTerms(all, day));
	}

	private static Optional<Vacation> betweenTerms(List<Term> terms, LocalDate day) {
		LocalDate lastEnd = null;
		for (Term term : terms) {
			if (!day.isBefore(term.startsOn()) && !day.isAfter(term.endsOn())) {
				return Optional.empty();
			}
			if (day.isBefore(term.startsOn())) {
				return (lastEnd != null)
						? Optional.of(new Vacation("", lastEnd.plusDays(1), term.startsOn().minusDays(1), false))
						: Optional.empty();
			}
			lastEnd = term.endsOn();
		}
		return Optional.ofNullable(lastEnd)
			.map((end) -> new Vacation("", end.plusDays(1), end.plus(AFTER_THE_LAST_TERM), false))
			.filter((vacation) -> !day.isAfter(vacation.lastDay()));
	}

	/**
	 * The terms of a school, the earliest first.
	 * @param school the school's code
	 */
	public List<TermEntry> terms(String school) {
		return this.terms.findBySchoolCodeOrderByStartsOn(school)
			.stream()
			.map((term) -> new TermEntry(term.name(), term.startsOn(), term.endsOn()))
			.toList();
	}

	/**
	 * The n-th working day after a day (F34): Monday to Friday, without public holidays.
	 * A vacation of the students is none of the staff.
	 * @param school the school's code
	 * @param from the day that does not count itself
	 * @param days how many working days
	 */
	public LocalDate workingDay(String school, LocalDate from, int days) {
		LocalDate day = from;
		int left = days;
		while (left > 0) {
			day = day.plusDays(1);
			if (isWorkingDay(school, day)) {
				left--;
			}
		}
		return day;
	}

	/**
	 * Whether the staff works on a day.
	 */
	public boolean isWorkingDay(String school, LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend
				&& this.breaks.on(school, day).stream().noneMatch((free) -> free.kind() == SchoolBreak.Kind.HOLIDAY);
	}

	/**
	 * The n-th time a period has passed since an anchor. Counted from the anchor each
	 * time: monthly from the 31st is the last day of a short month and the 31st of the
	 * next long one; yearly from a leap day is 28 February until the next leap year.
	 */
	public static LocalDateTime nth(LocalDateTime anchor, TemporalAmount period, int times) {
		return (period instanceof Period days) ? anchor.plus(days.multipliedBy(times))
				: anchor.plus(Duration.from(period).multipliedBy(times));
	}

}
