package org.huxin.school;

import java.time.LocalDate;

/**
 * The certificate of a counsellor (A23).
 *
 * @param title what it is called
 * @param until its last day
 */
public record Qualification(String title, LocalDate until) {

}
