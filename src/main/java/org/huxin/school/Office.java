package org.huxin.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps schools, terms, responsibilities and substitutes for the administrators. Every
 * change names the school it belongs to, so that none reaches another school.
 */
@Service
@Transactional
class Office {

	private static final int LONGEST_VACATION = 120;

	private static final int LONGEST_HOLIDAY = 14;

	private final Schools schools;

	private final Terms terms;

	private final SchoolClasses classes;

	private final Students students;

	private final Staff staff;

	private final Responsibilities responsibilities;

	private final Substitutes substitutes;

	private final SchoolBreaks breaks;

	private final Absences absences;

	private final Seals seals;

	private final Clock clock;

	Office(Schools schools, Terms terms, SchoolClasses classes, Students students, Staff staff,
			Responsibilities responsibilities, Substitutes substitutes, SchoolBreaks breaks, Absences absences,
			Seals seals, Clock clock) {
		this.schools = schools;
		this.terms = terms;
		this.classes = classes;
		this.students = students;
		this.staff = staff;
		this.responsibilities = responsibilities;
		this.substitutes = substitutes;
		this.breaks = breaks;
		this.absences = absences;
		this.seals = seals;
		this.clock = clock;
	}

	/** A class with how many students it has and who answers for it. */
	record ClassLine(UUID id, String name, long students, List<String> headTeachers, List<String> counselors) {
	}

	/** A member of staff to choose. */
	record Choice(UUID id, String label) {
	}

	/** A term. */
	record TermLine(UUID id, String name, LocalDate startsOn, LocalDate endsOn) {
	}

	/** A vacation or a holiday. */
	record BreakLine(UUID id, String name, String kind, LocalDate firstDay, LocalDate lastDay) {
	}

	/** Who answers in which role for what. */
	record ResponsibilityLine(UUID id, String role, String scope, String person) {
	}

	/** Who is away, when, and who stands in, empty if nobody does. */
	record SubstituteLine(UUID id, String absent, String substitute, LocalDate fromDay, LocalDate untilDay,
			boolean over) {
	}

	void open(String code, String name, SchoolKind kind, String dutyPhone) {
		if (!code.matches("[a-z0-9]{1,32}")) {
			throw DirectoryRefused.schoolCode();
		}
		if (this.schools.findByCode(code).isPresent()) {
			throw DirectoryRefused.schoolCodeTaken(code);
		}
		this.schools.save(new School(code, Words.line(name), kind, dutyPhone(dutyPhone)));
	}

	void correct(String code, String name, String dutyPhone) {
		school(code).correct(Words.line(name), dutyPhone(dutyPhone));
	}

	private static String dutyPhone(String text) {
		return Words.phone(Words.line(text));
	}

	@Transactional(readOnly = true)
	List<ClassLine> classes(String school) {
		Map<UUID, Long> counts = new HashMap<>();
		this.students.countByClass(school).forEach((row) -> counts.put((UUID) row[0], (Long) row[1]));
		List<Responsibility> named = this.responsibilities.ofSchool(school);
		return this.classes.findBySchoolCodeOrderByGradeAscNameAsc(school)
			.stream()
			.map((schoolClass) -> new ClassLine(schoolClass.id(), schoolClass.fullName(),
					counts.getOrDefault(schoolClass.id(), 0L), names(named, schoolClass, Role.HEAD_TEACHER),
					names(named, schoolClass, Role.COUNSELOR)))
			.sorted(Comparator.comparing(ClassLine::name, ClassOrder.BY_NUMBER))
			.toList();
	}

	private List<String> names(List<Responsibility> named, SchoolClass schoolClass, Role role) {
		return named.stream()
			.filter((responsibility) -> responsibility.role() == role && responsibility.isFor(schoolClass))
			.map((responsibility) -> responsibility.staff().entry(this.seals).name())
			.toList();
	}

	/** Grades and colleges of a school, for which somebody may answer as a whole. */
	@Transactional(readOnly = true)
	List<String> gradesAndColleges(String school) {
		List<String> scopes = new ArrayList<>();
		for (SchoolClass schoolClass : this.classes.findBySchoolCodeOrderByGradeAscNameAsc(school)) {
			scopes.add("grade:" + schoolClass.grade());
			if (schoolClass.college() != null) {
				scopes.add("college:" + schoolClass.college());
			}
		}
		return scopes.stream().distinct().sorted(ClassOrder.BY_NUMBER).toList();
	}

	@Transactional(readOnly = true)
	List<Choice> staff(String school) {
		return this.staff.findBySchoolCodeOrderByAccount(school)
			.stream()
			.filter(StaffMember::isActive)
			.map((member) -> new Choice(member.id(), label(member)))
			.toList();
	}

	private String label(StaffMember member) {
		StaffEntry entry = member.entry(this.seals);
		return entry.name() + "（" + entry.account() + "）";
	}

	@Transactional(readOnly = true)
	List<TermLine> terms(String school) {
		return this.terms.findBySchoolCodeOrderByStartsOn(school)
			.stream()
			.map((term) -> new TermLine(term.id(), term.name(), term.startsOn(), term.endsOn()))
			.toList();
	}

	void addTerm(String code, String name, String startsOn, String endsOn) {
		LocalDate from = Words.date(startsOn);
		LocalDate until = Words.date(endsOn);
		if (!from.isBefore(until)) {
			throw DirectoryRefused.period();
		}
		for (Term term : this.terms.findBySchoolCodeOrderByStartsOn(code)) {
			if (term.overlaps(from, until) || term.name().equals(name.strip())) {
				throw DirectoryRefused.termOverlaps(term.name());
			}
		}
		this.terms.save(new Term(school(code), Words.line(name), from, until));
	}

	void removeTerm(String code, UUID id) {
		this.terms.findById(id).filter((term) -> term.school().code().equals(code)).ifPresent(this.terms::delete);
	}

	@Transactional(readOnly = true)
	List<BreakLine> breaks(String school) {
		return this.breaks.findBySchoolCodeOrderByFirstDay(school)
			.stream()
			.map((free) -> new BreakLine(free.id(), free.name(), free.kind().name(), free.firstDay(), free.lastDay()))
			.toList();
	}

	/** K22: a vacation or a public holiday, first and last day included. */
	void addBreak(String code, String name, String kindName, String firstDay, String lastDay) {
		LocalDate from = Words.date(firstDay);
		LocalDate until = Words.date(lastDay);
		if (until.isBefore(from)) {
			throw DirectoryRefused.period();
		}
		SchoolBreak.Kind kind = Arrays.stream(SchoolBreak.Kind.values())
			.filter((known) -> known.name().equals(kindName))
			.findFirst()
			.orElseThrow(DirectoryRefused::blank);
		int longest = (kind == SchoolBreak.Kind.HOLIDAY) ? LONGEST_HOLIDAY : LONGEST_VACATION;
		if (!until.isBefore(from.plusDays(longest))) {
			throw DirectoryRefused.breakTooLong(longest);
		}
		for (SchoolBreak free : this.breaks.findBySchoolCodeOrderByFirstDay(code)) {
			if (free.kind() == kind && free.overlaps(from, until)) {
				throw DirectoryRefused.breakOverlaps(free.name());
			}
		}
		this.breaks.save(new SchoolBreak(school(code), Words.line(name), kind, from, until));
	}

	void removeBreak(String code, UUID id) {
		this.breaks.findById(id).filter((free) -> free.school().code().equals(code)).ifPresent(this.breaks::delete);
	}

	@Transactional(readOnly = true)
	List<ResponsibilityLine> responsibilities(String school) {
		return this.responsibilities.ofSchool(school)
			.stream()
			.map((responsibility) -> new ResponsibilityLine(responsibility.id(), responsibility.role().id(),
					responsibility.scope(), label(responsibility.staff())))
			.toList();
	}

	/**
	 * Somebody answers for a class ({@code class:<id>}), a grade ({@code grade:七年级}) or a
	 * college ({@code college:文学院}).
	 */
	void entrust(String code, String staffId, String roleId, String scope) {
		StaffMember member = colleague(code, staffId);
		Role role = Role.of(roleId).filter(Role::isStaff).orElseThrow(DirectoryRefused::noRole);
		if (!member.is(role)) {
			throw DirectoryRefused.roleMissing();
		}
		String target = scope.substring(scope.indexOf(':') + 1);
		Responsibility responsibility;
		if (scope.startsWith("class:")) {
			SchoolClass schoolClass = this.classes.findById(id(target))
				.filter((found) -> found.school().code().equals(code))
				.orElseThrow(DirectoryRefused::scope);
			responsibility = Responsibility.forClass(member, role, schoolClass);
		}
		else if (gradesAndColleges(code).contains(scope)) {
			responsibility = scope.startsWith("grade:") ? Responsibility.forGrade(member, role, school(code), target)
					: Responsibility.forCollege(member, role, school(code), target);
		}
		else {
			throw DirectoryRefused.scope();
		}
		boolean known = this.responsibilities.ofSchool(code)
			.stream()
			.anyMatch((other) -> other.staff().id().equals(member.id()) && other.role() == role
					&& other.scope().equals(responsibility.scope()));
		if (!known) {
			this.responsibilities.save(responsibility);
			this.absences.changed(member);
		}
	}

	void relieve(String code, UUID id) {
		this.responsibilities.findById(id)
			.filter((responsibility) -> responsibility.school().code().equals(code))
			.ifPresent((responsibility) -> {
				this.responsibilities.delete(responsibility);
				this.absences.changed(responsibility.staff());
			});
	}

	@Transactional(readOnly = true)
	List<SubstituteLine> substitutes(String school) {
		LocalDate today = LocalDate.now(this.clock);
		return this.substitutes.ofSchool(school).stream().map((absence) -> {
			StaffMember substitute = absence.substitute();
			return new SubstituteLine(absence.id(), label(absence.absent()),
					(substitute != null) ? label(substitute) : "", absence.fromDay(), absence.untilDay(),
					absence.untilDay().isBefore(today));
		}).toList();
	}

	/**
	 * Somebody is absent; a blank substitute means that nobody stands in. Who stands in
	 * has a role in common with the absent one (a counsellor's notes are for counsellors)
	 * and is there himself.
	 */
	void substitute(String code, String absentId, String substituteId, String fromDay, String untilDay) {
		StaffMember absent = colleague(code, absentId);
		StaffMember substitute = substituteId.isBlank() ? null : colleague(code, substituteId);
		LocalDate from = Words.date(fromDay);
		LocalDate until = Words.date(untilDay);
		if (until.isBefore(from)) {
			throw DirectoryRefused.period();
		}
		if (until.isBefore(LocalDate.now(this.clock))) {
			throw DirectoryRefused.absencePast();
		}
		List<Substitute> planned = this.substitutes.ofSchool(code)
			.stream()
			.filter((absence) -> absence.overlaps(from, until))
			.toList();
		if (substitute != null) {
			check(absent, substitute);
			if (planned.stream().anyMatch((absence) -> absence.absent().id().equals(substitute.id()))) {
				throw DirectoryRefused.substituteAway();
			}
		}
		if (planned.stream()
			.anyMatch((absence) -> absence.absent().id().equals(absent.id()) && same(absence, substitute))) {
			throw DirectoryRefused.absenceKnown();
		}
		this.substitutes.save(new Substitute(absent, substitute, from, until));
		this.absences.announce();
	}

	private static boolean same(Substitute absence, @Nullable StaffMember substitute) {
		StaffMember planned = absence.substitute();
		return substitute == null || planned == null || planned.id().equals(substitute.id());
	}

	private static void check(StaffMember absent, StaffMember substitute) {
		if (absent.id().equals(substitute.id())) {
			throw DirectoryRefused.ownSubstitute();
		}
		if (!substitute.isActive()) {
			throw DirectoryRefused.notFound();
		}
		if (absent.is(Role.COUNSELOR) ? !substitute.is(Role.COUNSELOR) : !substitute.sharesARoleWith(absent)) {
			throw DirectoryRefused.substituteRole();
		}
	}

	/**
	 * A planned absence is called off; from one that has begun he is back today.
	 */
	void removeSubstitute(String code, UUID id) {
		LocalDate today = LocalDate.now(this.clock);
		this.substitutes.findById(id).filter((absence) -> {
			School school = absence.absent().school();
			return school != null && school.code().equals(code);
		}).ifPresent((absence) -> {
			if (absence.fromDay().isBefore(today)) {
				absence.backOn(today);
			}
			else {
				this.substitutes.delete(absence);
			}
			this.absences.changed(absence.absent());
		});
	}

	private StaffMember colleague(String code, String staffId) {
		return this.staff.findById(id(staffId)).filter((member) -> {
			School school = member.school();
			return school != null && school.code().equals(code);
		}).orElseThrow(DirectoryRefused::notFound);
	}

	private School school(String code) {
		return this.schools.findByCode(code).orElseThrow(DirectoryRefused::notFound);
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw DirectoryRefused.notFound();
		}
	}

}
