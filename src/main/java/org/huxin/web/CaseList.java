package org.huxin.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huxin.casefile.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The cases that a reader may list: searched, filtered and sorted. The address holds its
 * state.
 *
 * @param q part of a case number
 * @param state code of a case status, empty for all
 * @param sort a column's name, with {@code -} before it for descending
 * @param total how many there are without the search
 */
record CaseList(String q, String state, String sort, List<Row> rows, int total) {

	/** Codes of the case statuses, in the order of a case's life. */
	static final List<String> STATES = Arrays.stream(CaseStatus.values()).map(CaseStatus::name).toList();

	private static final Map<String, Comparator<Row>> ORDERS = Map.of("number", Comparator.comparing(Row::number),
			"state", Comparator.comparing(Row::state).thenComparing(Row::number), "due",
			Comparator.comparing(Row::dueOrNever).thenComparing(Row::number), "opened",
			Comparator.comparing((Row row) -> row.opened().at()).thenComparing(Row::number));

	private static final List<String> COLUMNS = List.of("number", "state", "due", "opened");

	static CaseList of(List<Row> all, String q, String state, String sort) {
		boolean descending = sort.startsWith("-");
		String column = descending ? sort.substring(1) : sort;
		if (!ORDERS.containsKey(column)) {
			return of(all, q, state, "-opened");
		}
		Comparator<Row> order = ORDERS.getOrDefault(column, Comparator.comparing(Row::number));
		String wanted = q.strip().toLowerCase(Locale.ROOT);
		List<Row> rows = all.stream()
			.filter((row) -> row.number().contains(wanted))
			.filter((row) -> state.isEmpty() || row.state().equals(state))
			.sorted(descending ? order.reversed() : order)
			.toList();
		return new CaseList(q, state, sort, rows, all.size());
	}

	/**
	 * Whether a search or a filter may hide cases.
	 */
	public boolean filtered() {
		return !this.q.isBlank() || !this.state.isEmpty();
	}

	/**
	 * The heads of the table.
	 */
	public List<Column> columns() {
		return COLUMNS.stream().map((name) -> {
			boolean ascending = this.sort.equals(name);
			boolean descending = this.sort.equals("-" + name);
			return new Column(name, ascending ? "-" + name : name,
					ascending ? "ascending" : descending ? "descending" : null);
		}).toList();
	}

	/**
	 * A case of the list.
	 *
	 * @param school the school in the address, for readers who belong to none
	 * @param readable whether the reader may open it
	 * @param left time left of its next task, empty if nothing is owed
	 */
	record Row(String number, @Nullable String school, String state, boolean readable, @Nullable TimeLeft left,
			Moment opened) {

		/**
		 * The page of the case.
		 */
		public String href() {
			return CasePage.href(this.number, "", this.school);
		}

		private long dueOrNever() {
			return (this.left != null) ? this.left.due().at().toEpochMilli() : Long.MAX_VALUE;
		}

	}

	/**
	 * A column's head.
	 *
	 * @param sort the order that a click asks for
	 * @param order for {@code aria-sort}
	 */
	record Column(String name, String sort, @Nullable String order) {
	}

}
