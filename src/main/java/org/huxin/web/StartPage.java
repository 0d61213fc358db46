package org.huxin.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The first screen of a person: what is late, what waits, what can be started.
 *
 * @param working whether tasks ever come to this person
 * @param late the tasks whose time is over, the latest first
 * @param waiting the other tasks, the most urgent first
 * @param startable what may be started, the primary one first
 * @param counts how many cases stand where, for leaders: no names, no levels
 * @param administration the pages of an administrator
 * @param toExplain what he did late and has not explained yet (D17)
 * @param stuck the numbers of his cases that stand still by a fault of the system
 * @param faults how much stands still in what he administers
 * @param deadLetters how many messages could not be delivered there
 */
record StartPage(boolean working, List<WaitingTask> late, List<WaitingTask> waiting, List<Startable> startable,
		List<Count> counts, List<AdministrationLink> administration, List<ToExplain> toExplain, List<String> stuck,
		int faults, int deadLetters) {

	/**
	 * Whether anything waits.
	 */
	public boolean busy() {
		return !this.late.isEmpty() || !this.waiting.isEmpty();
	}

	/**
	 * Whether this person has nothing to do here at all.
	 */
	public boolean idle() {
		return !this.working && this.toExplain.isEmpty() && this.startable.isEmpty() && this.counts.isEmpty()
				&& this.administration.isEmpty();
	}

	/**
	 * A task that waits for this person.
	 *
	 * @param left empty if the task has no due date
	 * @param mine whether it is assigned to him and not only offered
	 */
	record WaitingTask(String id, String caseNo, String name, @Nullable TimeLeft left, boolean mine) {

		/**
		 * The task in Tasklist.
		 */
		public String href() {
			return Tasklist.task(this.id);
		}

		boolean late() {
			return this.left != null && this.left.late();
		}

	}

	/**
	 * Something that this person did late, or let go undone.
	 *
	 * @param id the task
	 * @param late how late it was
	 */
	record ToExplain(String id, String caseNo, String name, TimeLeft late) {

		/**
		 * Where he says why.
		 */
		public String href() {
			return "/register/reasons/" + this.id;
		}

	}

	/**
	 * A process that this person may start.
	 *
	 * @param process its id
	 */
	record Startable(String process, String name) {

		/**
		 * The start form in Tasklist.
		 */
		public String href() {
			return Tasklist.start(this.process);
		}

	}

	/**
	 * A number with words.
	 *
	 * @param words message key
	 */
	record Count(String words, long number) {
	}

	/**
	 * A page of an administrator.
	 *
	 * @param words message key; {@code .help} says what it is for
	 */
	record AdministrationLink(String href, String words) {
	}

}
