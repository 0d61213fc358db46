package org.huxin.school;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.school.RosterRow.RosterGuardian;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file says, row by row, and everything that is wrong with it.
 *
 * @param rows the rows that were understood
 * @param problems every problem of every row, in the order of the file
 * @param ignoredColumns headings that are not ours; their cells were not read
 */
record Roster(List<RosterRow> rows, List<RosterProblem> problems, List<String> ignoredColumns) {

	private static final int HEADING_WITHIN = 5;

	private static final Pattern DATE = Pattern
		.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?" + "(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");

	private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,32}");

	/** Letters of any script, with what stands between the parts of a name. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} ·•.'’-]{0,39}");

	private static final Pattern CLASS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}（）() ·-]{0,19}");

	/**
	 * Reads a file.
	 * @param file the bytes as uploaded
	 * @param today the day against which birth dates are checked
	 * @throws RosterUnreadable if nothing can be said about its rows
	 */
	static Roster of(byte[] file, LocalDate today) throws RosterUnreadable {
		List<RosterTable.Line> lines = RosterTable.of(file).lines();
		int heading = headingOf(lines);
		return new Reading(lines.get(heading), today).read(lines.subList(heading + 1, lines.size()));
	}

	/** Schools like to put a title above the headings. */
	private static int headingOf(List<RosterTable.Line> lines) throws RosterUnreadable {
		for (int i = 0; i < Math.min(HEADING_WITHIN, lines.size()); i++) {
			if (lines.get(i).cells().stream().filter((cell) -> RosterColumn.of(cell).isPresent()).count() >= 2) {
				return i;
			}
		}
		throw new RosterUnreadable("roster.unreadable.noHeading", String.join("、", RosterColumn.headings()));
	}

	/** Reads the rows below one heading. */
	private static final class Reading {

		private final Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);

		private final List<String> ignored = new ArrayList<>();

		private final List<RosterRow> rows = new ArrayList<>();

		private final List<RosterProblem> problems = new ArrayList<>();

		private final Map<String, Integer> rowOfNumber = new HashMap<>();

		private final LocalDate today;

		private Reading(RosterTable.Line heading, LocalDate today) throws RosterUnreadable {
			this.today = today;
			for (int i = 0; i < heading.cells().size(); i++) {
				String title = heading.cell(i).strip();
				@Nullable RosterColumn column = RosterColumn.of(title).orElse(null);
				if (column != null && this.places.put(column, i) != null) {
					throw new RosterUnreadable("roster.unreadable.headingTwice", title);
				}
				if (column == null && !title.isEmpty()) {
					this.ignored.add(title.startsWith("\u0000") ? "?" : title);
				}
			}
			List<String> missing = new ArrayList<>();
			for (RosterColumn column : RosterColumn.values()) {
				if (column.isRequired() && !this.places.containsKey(column)) {
					missing.add(column.heading());
				}
			}
			if (!missing.isEmpty()) {
				throw new RosterUnreadable("roster.unreadable.missingColumns", String.join("、", missing));
			}
		}

		private Roster read(List<RosterTable.Line> lines) throws RosterUnreadable {
			if (lines.isEmpty()) {
				throw new RosterUnreadable("roster.unreadable.noRows");
			}
			if (lines.size() > RosterTable.MOST_ROWS) {
				throw new RosterUnreadable("roster.unreadable.tooManyRows", RosterTable.MOST_ROWS);
			}
			lines.forEach(this::read);
			return new Roster(List.copyOf(this.rows), List.copyOf(this.problems), List.copyOf(this.ignored));
		}

		private void read(RosterTable.Line line) {
			int before = this.problems.size();
			String number = matching(line, RosterColumn.NUMBER, NUMBER, "roster.problem.number");
			String name = matching(line, RosterColumn.NAME, NAME, "roster.problem.name");
			Gender gender = gender(line);
			LocalDate birthDate = birthDate(line);
			String grade = matching(line, RosterColumn.GRADE, CLASS, "roster.problem.class");
			String className = matching(line, RosterColumn.CLASS, CLASS, "roster.problem.class");
			List<RosterGuardian> guardians = new ArrayList<>();
			guardians.add(guardian(line, 1, RosterColumn.GUARDIAN1_NAME, RosterColumn.GUARDIAN1_PHONE,
					RosterColumn.GUARDIAN1_RELATION));
			if (hasSecondGuardian(line)) {
				guardians.add(guardian(line, 2, RosterColumn.GUARDIAN2_NAME, RosterColumn.GUARDIAN2_PHONE,
						RosterColumn.GUARDIAN2_RELATION));
			}
			refuseSecondUse(line, number);
			if (this.problems.size() == before && gender != null && birthDate != null) {
				this.rows.add(new RosterRow(line.number(), number, name, gender, birthDate, grade, className,
						List.copyOf(guardians)));
			}
		}

		private void refuseSecondUse(RosterTable.Line line, String number) {
			if (!number.isEmpty()) {
				Integer first = this.rowOfNumber.putIfAbsent(number, line.number());
				if (first != null) {
					problem(line, RosterColumn.NUMBER, number, "roster.problem.numberTwice", first.toString());
				}
			}
		}

		private boolean hasSecondGuardian(RosterTable.Line line) {
			return !raw(line, RosterColumn.GUARDIAN2_NAME).isEmpty()
					|| !raw(line, RosterColumn.GUARDIAN2_PHONE).isEmpty()
					|| !raw(line, RosterColumn.GUARDIAN2_RELATION).isEmpty();
		}

		private RosterGuardian guardian(RosterTable.Line line, int position, RosterColumn name, RosterColumn phone,
				RosterColumn relation) {
			String person = matching(line, name, NAME, "roster.problem.name");
			String number = value(line, phone, true);
			if (!number.isEmpty() && !Words.isPhone(number)) {
				problem(line, phone, number, "roster.problem.phone", "");
			}
			String kin = value(line, relation, false);
			if (!kin.isEmpty() && !CLASS.matcher(kin).matches()) {
				problem(line, relation, kin, "roster.problem.relation", "");
			}
			return new RosterGuardian(position, person, number, kin.isEmpty() ? "监护人" : kin);
		}

		private @Nullable Gender gender(RosterTable.Line line) {
			String text = value(line, RosterColumn.GENDER, true);
			return switch (text) {
				case "" -> null;
				case "女", "女性" -> Gender.FEMALE;
				case "男", "男性" -> Gender.MALE;
				default -> {
					problem(line, RosterColumn.GENDER, text, "roster.problem.gender", "");
					yield null;
				}
			};
		}

		private @Nullable LocalDate birthDate(RosterTable.Line line) {
			String text = value(line, RosterColumn.BIRTH_DATE, true);
			if (text.isEmpty()) {
				return null;
			}
			LocalDate date = date(text);
			if (date == null) {
				problem(line, RosterColumn.BIRTH_DATE, text, "roster.problem.date", "");
			}
			else if (date.isAfter(this.today.minusYears(3)) || date.isBefore(this.today.minusYears(60))) {
				problem(line, RosterColumn.BIRTH_DATE, text, "roster.problem.age", "");
			}
			return date;
		}

		private static @Nullable LocalDate date(String text) {
			Matcher matcher = DATE.matcher(text);
			if (!matcher.matches()) {
				matcher = COMPACT_DATE.matcher(text);
			}
			if (!matcher.matches()) {
				return null;
			}
			try {
				return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
						Integer.parseInt(matcher.group(3)));
			}
			catch (DateTimeException ex) {
				return null;
			}
		}

		private String matching(RosterTable.Line line, RosterColumn column, Pattern pattern, String messageKey) {
			String text = value(line, column, true);
			if (!text.isEmpty() && !pattern.matcher(text).matches()) {
				problem(line, column, text, messageKey, "");
			}
			return text;
		}

		private String value(RosterTable.Line line, RosterColumn column, boolean required) {
			String text = raw(line, column);
			if (text.equals(RosterTable.FORMULA)) {
				problem(line, column, "", "roster.problem.formula", "");
				return "";
			}
			if (text.equals(RosterTable.ERROR)) {
				problem(line, column, "", "roster.problem.error", "");
				return "";
			}
			if (text.isEmpty() && required) {
				problem(line, column, "", "roster.problem.missing", "");
			}
			if (text.length() > Words.LONGEST_LINE) {
				problem(line, column, text.substring(0, 20) + "…", "roster.problem.tooLong",
						String.valueOf(Words.LONGEST_LINE));
				return "";
			}
			return text;
		}

		private String raw(RosterTable.Line line, RosterColumn column) {
			Integer place = this.places.get(column);
			return (place != null) ? line.cell(place).replace('\u00a0', ' ').replace('\u3000', ' ').strip() : "";
		}

		private void problem(RosterTable.Line line, RosterColumn column, String value, String messageKey,
				String argument) {
			String shown = (value.length() > 40) ? value.substring(0, 40) + "…" : value;
			this.problems.add(new RosterProblem(line.number(), column.heading(), shown, messageKey, argument));
		}

	}

}
