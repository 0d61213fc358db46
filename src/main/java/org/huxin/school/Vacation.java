package org.huxin.school;

import java.time.LocalDate;

/**
 * Days on which a school does not teach (K22, B27): a vacation, or a public holiday. Help
 * goes on; only the form of contact changes, as {@code calendar.vacationMode} says.
 *
 * @param name as the school calls it, for example 寒假; empty for the unnamed days between
 * two terms
 * @param firstDay its first day
 * @param lastDay its last day, included
 * @param holiday whether it is a public holiday, on which the staff is off as well
 */
public record Vacation(String name, LocalDate firstDay, LocalDate lastDay, boolean holiday) {
}
