package org.huxin.school;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is who, and who answers for whom. Names are opened in memory; nothing of it is
 * written to a log.
 */
@Service
@Transactional(readOnly = true)
public class SchoolDirectory {

	private final Schools schools;

	private final Students students;

	private final Guardians guardians;

	private final Staff staff;

	private final Responsibilities responsibilities;

	private final Substitutes substitutes;

	private final SchoolCalendar calendar;

	private final Seals seals;

	private final EntityManager entityManager;

	SchoolDirectory(Schools schools, Students students, Guardians guardians, Staff staff,
			Responsibilities responsibilities, Substitutes substitutes, SchoolCalendar calendar, Seals seals,
			EntityManager entityManager) {
		this.schools = schools;
		this.students = students;
		this.guardians = guardians;
		this.staff = staff;
		this.responsibilities = responsibilities;
		this.substitutes = substitutes;
		this.calendar = calendar;
		this.seals = seals;
		this.entityManager = entityManager;
	}

	/**
	 * Every school, by code.
	 */
	public List<SchoolEntry> schools() {
		return this.schools.findAllByOrderByCode().stream().map(School::entry).toList();
	}

	/**
	 * The school of a code.
	 * @param code the tenant id
	 * @return the school
	 * @throws NoSuchElementException if there is none
	 */
	public SchoolEntry school(String code) {
		return this.schools.findByCode(code)
			.map(School::entry)
			.orElseThrow(() -> new NoSuchElementException("No school has the code " + code));
	}

	/**
	 * The enrolled students of a school, by class and name.
	 */
	public List<StudentEntry> students(String school) {
		return this.students.ofSchool(school)
			.stream()
			.map((student) -> student.entry(this.seals))
			.sorted(Comparator.comparing(StudentEntry::className, ClassOrder.BY_NUMBER)
				.thenComparing(StudentEntry::name))
			.toList();
	}

	/**
	 * A student, enrolled or not.
	 */
	public Optional<StudentEntry> student(UUID id) {
		return this.students.findById(id).map((student) -> student.entry(this.seals));
	}

	/**
	 * The guardians of a student in the order they are called, safe to inform or not.
	 */
	public List<GuardianEntry> guardians(UUID student) {
		return this.guardians.findByStudentIdOrderByPosition(student)
			.stream()
			.map((guardian) -> guardian.entry(this.seals))
			.toList();
	}

	/**
	 * The accounts of a student's guardians whom it is safe to tell, first called first
	 * (rule of practice 1).
	 */
	public List<String> guardianAccounts(UUID student) {
		return this.guardians.findByStudentIdOrderByPosition(student)
			.stream()
			.filter((guardian) -> guardian.entry(this.seals).safe() == SafeToInform.YES)
			.flatMap((guardian) -> guardian.account().stream())
			.toList();
	}

	/**
	 * The staff of a student's school who are his parents: known by the same phone (rule
	 * of practice 2).
	 */
	public Set<UUID> parentsAmongStaff(UUID student) {
		Set<String> phones = guardians(student).stream()
			.map((guardian) -> digits(guardian.phone()))
			.filter((phone) -> !phone.isEmpty())
			.collect(Collectors.toSet());
		String school = student(student).map(StudentEntry::school).orElse("");
		return this.staff.findBySchoolCodeOrderByAccount(school)
			.stream()
			.filter((member) -> member.phone(this.seals).filter((phone) -> phones.contains(digits(phone))).isPresent())
			.map(StaffMember::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String digits(String phone) {
		return phone.replaceAll("\\D", "");
	}

	/**
	 * The guardian who signs in with an account.
	 */
	public Optional<GuardianEntry> guardianByAccount(String account) {
		return this.guardians.findByAccount(account).map((guardian) -> guardian.entry(this.seals));
	}

	/**
	 * The staff of a school, active or not.
	 */
	public List<StaffEntry> staff(String school) {
		return entries(this.staff.findBySchoolCodeOrderByAccount(school));
	}

	/**
	 * The staff of the district office, active or not.
	 */
	public List<StaffEntry> districtStaff() {
		return entries(this.staff.findBySchoolIsNullOrderByAccount());
	}

	/**
	 * The member of staff who signs in with an account, active or not.
	 */
	public Optional<StaffEntry> staffByAccount(String account) {
		return member(account).map((member) -> member.entry(this.seals));
	}

	/**
	 * The member of staff who signs in with an account, and whether he works here now.
	 */
	public Optional<Employment> employment(String account) {
		return member(account).map((member) -> new Employment(member.entry(this.seals), member.isActive()));
	}

	/**
	 * The phone of whoever signs in with an account, staff or guardian; empty if none is
	 * known.
	 */
	public Optional<String> phone(String account) {
		return member(account).map((member) -> member.phone(this.seals))
			.orElseGet(() -> guardianByAccount(account).map(GuardianEntry::phone))
			.filter((phone) -> !phone.isBlank());
	}

	/**
	 * Every account name that the directory knows: of staff and of guardians.
	 */
	public Set<String> accountNames() {
		Set<String> names = new TreeSet<>();
		this.staff.findAllByOrderByAccount().forEach((member) -> names.add(member.account()));
		this.guardians.findByAccountNotNull().forEach((guardian) -> guardian.account().ifPresent(names::add));
		return names;
	}

	/**
	 * The accounts of everybody who works here.
	 */
	public Set<String> activeAccounts() {
		Set<String> names = new TreeSet<>();
		this.staff.findAllByOrderByAccount()
			.stream()
			.filter(StaffMember::isActive)
			.forEach((member) -> names.add(member.account()));
		return names;
	}

	/**
	 * Those who work here and are not absent on a day.
	 */
	public Set<String> presentAccounts(LocalDate day) {
		Set<String> names = activeAccounts();
		names.removeAll(this.substitutes.absentOn(day));
		return names;
	}

	/**
	 * Everybody who works or worked here, by account.
	 */
	public List<StaffEntry> everybody() {
		return entries(this.staff.findAllByOrderByAccount());
	}

	/**
	 * Whether anybody active administers.
	 */
	public boolean hasAdministrator() {
		return this.staff.countActive(Role.ADMINISTRATOR) > 0;
	}

	/**
	 * Whether this account belongs to a member of staff who still works here.
	 */
	public boolean isActive(String account) {
		return member(account).filter(StaffMember::isActive).isPresent();
	}

	/**
	 * The active staff of a school with a role; for {@link Role#DISTRICT} the staff of
	 * the district office, whatever the school.
	 */
	public List<StaffEntry> withRole(String school, Role role) {
		return entries(this.staff.withRole(school, role));
	}

	/**
	 * Who answers for a student in a role: his head teacher, the head of his grade, the
	 * counsellors named for his class or college.
	 * @return empty if nobody is named
	 */
	public List<StaffEntry> responsibleFor(UUID student, Role role) {
		return entries(this.responsibilities.responsibleFor(student, role));
	}

	/**
	 * Who stands in for a member of staff on a day.
	 */
	public List<StaffEntry> substitutesOf(UUID staffId, LocalDate day) {
		return entries(this.substitutes.of(staffId, day));
	}

	/**
	 * Whether a member of staff is away on a day, with or without somebody who stands in.
	 */
	public boolean isAbsent(UUID staffId, LocalDate day) {
		return this.substitutes.countAbsences(staffId, day) > 0;
	}

	/**
	 * The vacation or public holiday of a school on a day (K22); empty while it teaches.
	 * Help goes on, the form of contact changes: see {@code calendar.vacationMode}.
	 */
	public Optional<Vacation> vacationOn(String school, LocalDate day) {
		return this.calendar.vacationOn(school, day);
	}

	/**
	 * The same for many days at once.
	 */
	public Function<LocalDate, Optional<Vacation>> vacations(String school) {
		return this.calendar.vacations(school);
	}

	/**
	 * The qualification of a member of staff (A23).
	 */
	public Optional<Qualification> qualification(UUID staffId) {
		return this.staff.findById(staffId).flatMap(StaffMember::qualification);
	}

	/**
	 * Whether a counsellor holds a qualification that has not expired (A23).
	 */
	public boolean qualified(UUID staffId, LocalDate day) {
		return this.staff.findById(staffId).filter((member) -> member.isQualified(day)).isPresent();
	}

	/**
	 * Records whether telling a guardian is safe (rule of practice 1).
	 */
	@Transactional
	public void markSafeToInform(UUID guardian, SafeToInform safe) {
		this.guardians.findById(guardian)
			.orElseThrow(() -> new NoSuchElementException("There is no such guardian"))
			.mark(safe);
	}

	private List<StaffEntry> entries(List<StaffMember> members) {
		return members.stream().map((member) -> member.entry(this.seals)).toList();
	}

	/**
	 * A member of staff with his place here.
	 *
	 * @param active whether he works here now
	 */
	public record Employment(StaffEntry person, boolean active) {
	}

	// the database is asked once in a transaction
	private Optional<StaffMember> member(String account) {
		return this.entityManager.unwrap(Session.class).bySimpleNaturalId(StaffMember.class).loadOptional(account);
	}

}
