package org.huxin.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A case as one reader may see it.
 *
 * @param school the school in the address, for readers who belong to none
 * @param student name and class, empty for those who may not see them
 * @param state code of the case's status
 * @param level code of the level, for the counsellors only
 * @param counsellor the responsible counsellor's name, once there is one
 * @param owed who owes what by when
 * @param next when the next step comes by itself, if nothing is owed
 * @param models where it stands in the diagrams, the outermost first
 * @param entries the timeline, oldest first
 * @param trends how scores change, for who may read all
 */
record CasePage(String number, @Nullable String school, @Nullable String student, String state, @Nullable String level,
		@Nullable String counsellor, Moment opened, List<Owed> owed, @Nullable Moment next, List<Model> models,
		List<Entry> entries, List<Trend> trends) {

	/**
	 * The address of something of this case.
	 */
	public String href(String tail) {
		return href(this.number, tail, this.school);
	}

	static String href(String number, String tail, @Nullable String school) {
		return "/cases/" + number + tail + ((school != null) ? "?school=" + school : "");
	}

	/**
	 * Whether somebody still owes something.
	 */
	public boolean open() {
		return this.state.equals("OPEN");
	}

	/**
	 * A task of the case.
	 *
	 * @param who the names of those to whom it is assigned or offered
	 * @param href the task in Tasklist, if the reader may work on it
	 */
	record Owed(String name, String who, @Nullable TimeLeft left, @Nullable String href) {
	}

	/**
	 * A process of the case, with what is under way in it.
	 *
	 * @param id names it in the address of its diagram
	 * @param active ids of the elements where it stands
	 * @param late those of them whose time is over
	 * @param done ids of the elements that it has been through
	 */
	record Model(String id, String name, List<String> active, List<String> late, List<String> done) {

		public String activeIds() {
			return String.join(" ", this.active);
		}

		public String lateIds() {
			return String.join(" ", this.late);
		}

		public String doneIds() {
			return String.join(" ", this.done);
		}

	}

	/**
	 * An entry of the timeline.
	 *
	 * @param title the task's name, or what the system did
	 * @param system whether no person wrote it: an event, a decision by rule
	 * @param mine whether the reader wrote it and may correct it
	 * @param fields the fields that the reader may see, labelled
	 */
	record Entry(int number, String title, boolean system, boolean mine, String who, Moment at, List<Field> fields,
			List<Amendment> amendments) {
	}

	/**
	 * A field with its values in words.
	 */
	record Field(String label, List<String> values) {

		/**
		 * Whether it needs the whole width.
		 */
		public boolean wide() {
			return this.values.size() > 4
					|| this.values.stream().anyMatch((value) -> value.length() > 40 || value.contains("\n"));
		}

	}

	/**
	 * A correction that stands beside what it corrects.
	 */
	record Amendment(int number, String who, Moment at, String text) {
	}

}
