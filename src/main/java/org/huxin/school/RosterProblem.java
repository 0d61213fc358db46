package org.huxin.school;

/**
 * What is wrong with one cell of a roster.
 *
 * @param row the row in the spreadsheet, from 1
 * @param column the heading of the column
 * @param value what stands there, as far as it helps to find it
 * @param messageKey {@code .what} and {@code .todo} are added for the two sentences
 * @param argument what the sentences mention, or an empty text
 */
record RosterProblem(int row, String column, String value, String messageKey, String argument) {

	public String what() {
		return this.messageKey + ".what";
	}

	public String todo() {
		return this.messageKey + ".todo";
	}

}
