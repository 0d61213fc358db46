package org.huxin.web;

import java.util.List;

import org.huxin.engine.MissedDeadline;
import org.jspecify.annotations.Nullable;

/**
 * The accountability register as one reader sees it: numbers and lines, no name of a
 * child, no story (D17). The address holds its filters.
 *
 * @param filter what was asked for
 * @param rows the lines that the filter leaves
 * @param counts how many of them stand where
 * @param terms the terms to choose from
 * @param roles the ids of the roles to choose from
 * @param manySchools whether the reader reads of more than one school
 * @param total how many there are without the filter
 */
record RegisterPage(Filter filter, List<Row> rows, List<StartPage.Count> counts, List<TermChoice> terms,
		List<String> roles, boolean manySchools, int total) {

	static final List<MissedDeadline.State> STATES = List.of(MissedDeadline.State.values());

	/**
	 * Whether a filter may hide lines.
	 */
	public boolean filtered() {
		return !this.filter.term().isEmpty() || !this.filter.role().isEmpty() || !this.filter.state().isEmpty();
	}

	/**
	 * What a reader asks for.
	 *
	 * @param term first and last day of a term, {@code 2026-09-01_2027-01-20}; empty for
	 * all
	 * @param role id of a role, empty for all
	 * @param state code of a state, empty for all
	 */
	record Filter(String term, String role, String state) {

		Filter(@Nullable String term, @Nullable String role, @Nullable String state) {
			this.term = (term != null) ? term : "";
			this.role = (role != null) ? role : "";
			this.state = (state != null) ? state : "";
		}

	}

	/**
	 * A term to choose.
	 */
	record TermChoice(String value, String name) {
	}

	/**
	 * A line.
	 *
	 * @param school the school's name
	 * @param owedBy the names of those who had it
	 * @param done when it was done, if it is
	 * @param doneBy the name of who did it
	 * @param gone whether its case went on without it
	 * @param excuse code of the reason, once there is one
	 */
	record Row(String school, String caseNo, String task, List<String> roles, Moment due, String owedBy,
			@Nullable Moment done, @Nullable String doneBy, boolean gone, TimeLeft late, long lateMinutes, String state,
			@Nullable String excuse) {
	}

}
