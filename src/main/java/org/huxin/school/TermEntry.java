package org.huxin.school;

import java.time.LocalDate;

/**
 * A term of a school.
 *
 * @param name as the school calls it
 * @param startsOn its first day
 * @param endsOn its last day, included
 */
public record TermEntry(String name, LocalDate startsOn, LocalDate endsOn) {

}
