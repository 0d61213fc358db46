package org.huxin.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.huxin.school.RosterRow.RosterGuardian;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a roster into the directory: all of it or nothing. A student number that the
 * school knows is updated, any other is a new student; nobody is removed.
 */
@Service
class RosterImport {

	private final Schools schools;

	private final SchoolClasses classes;

	private final Students students;

	private final Guardians guardians;

	private final EntityManager entities;

	private final Seals seals;

	private final Clock clock;

	RosterImport(Schools schools, SchoolClasses classes, Students students, Guardians guardians, EntityManager entities,
			Seals seals, Clock clock) {
		this.schools = schools;
		this.classes = classes;
		this.students = students;
		this.guardians = guardians;
		this.entities = entities;
		this.seals = seals;
		this.clock = clock;
	}

	/**
	 * What would happen, without writing anything.
	 * @param school the school's code
	 * @param file the bytes as uploaded
	 * @throws RosterUnreadable if the file is no roster
	 */
	@Transactional(readOnly = true)
	RosterPreview preview(String school, byte[] file) throws RosterUnreadable {
		Roster roster = Roster.of(file, LocalDate.now(this.clock));
		int known = byToken(school, roster.rows()).size();
		Set<String> knownClasses = this.classes.findBySchoolCodeOrderByGradeAscNameAsc(school)
			.stream()
			.map(SchoolClass::fullName)
			.collect(Collectors.toSet());
		Set<String> newClasses = roster.rows()
			.stream()
			.map((row) -> row.grade() + row.className())
			.filter((name) -> !knownClasses.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		return new RosterPreview(school, roster, roster.rows().size() - known, known, List.copyOf(newClasses));
	}

	/**
	 * Writes a roster that was previewed without problems.
	 */
	@Transactional
	void write(RosterPreview preview) {
		if (!preview.isClean()) {
			throw new IllegalStateException("A roster with problems is not written");
		}
		School school = this.schools.findByCode(preview.school()).orElseThrow(DirectoryRefused::notFound);
		Map<String, SchoolClass> classOf = this.classes.findBySchoolCodeOrderByGradeAscNameAsc(school.code())
			.stream()
			.collect(Collectors.toMap(SchoolClass::fullName, Function.identity(), (one, other) -> one));
		List<RosterRow> rows = preview.roster().rows();
		Map<String, Student> known = byToken(school.code(), rows);
		Map<UUID, Map<Integer, Guardian>> guardiansOf = new HashMap<>();
		this.guardians.findByStudentIdIn(known.values().stream().map(Student::id).toList())
			.forEach((guardian) -> guardiansOf.computeIfAbsent(guardian.studentId(), (id) -> new HashMap<>())
				.put(guardian.position(), guardian));
		for (RosterRow row : rows) {
			SchoolClass schoolClass = classOf.computeIfAbsent(row.grade() + row.className(),
					(name) -> persisted(new SchoolClass(school, row.grade(), row.className(), null)));
			Student student = known.get(this.seals.numberToken(school.code(), row.number()));
			if (student != null) {
				student.correct(schoolClass, row.name(), row.gender(), row.birthDate(), this.seals);
			}
			else {
				student = persisted(
						new Student(schoolClass, row.number(), row.name(), row.gender(), row.birthDate(), this.seals));
			}
			write(student, row.guardians(), guardiansOf.getOrDefault(student.id(), Map.of()));
		}
	}

	private void write(Student student, List<RosterGuardian> named, Map<Integer, Guardian> known) {
		for (RosterGuardian guardian : named) {
			Guardian existing = known.get(guardian.position());
			if (existing != null) {
				existing.correct(guardian.name(), guardian.phone(), guardian.relation(), this.seals);
			}
			else {
				persisted(new Guardian(student, guardian.position(), guardian.name(), guardian.phone(),
						guardian.relation(), this.seals));
			}
		}
	}

	private Map<String, Student> byToken(String school, List<RosterRow> rows) {
		Set<String> tokens = new HashSet<>();
		rows.forEach((row) -> tokens.add(this.seals.numberToken(school, row.number())));
		return this.students.findByNumberTokenIn(tokens)
			.stream()
			.collect(Collectors.toMap(Student::numberToken, Function.identity()));
	}

	private <T> T persisted(T entity) {
		this.entities.persist(entity);
		return entity;
	}

}
