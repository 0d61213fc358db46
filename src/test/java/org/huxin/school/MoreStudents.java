package org.huxin.school;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * More children for a class of the demo school, each with both parents, so that a test
 * can open many cases at the same time.
 */
public final class MoreStudents {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final Students students;

	private final SchoolClasses classes;

	private final Guardians guardians;

	private final Personnel personnel;

	private final Staff staff;

	private final Seals seals;

	private final TransactionTemplate transaction;

	public MoreStudents(ApplicationContext context) {
		this.students = context.getBean(Students.class);
		this.classes = context.getBean(SchoolClasses.class);
		this.guardians = context.getBean(Guardians.class);
		this.personnel = context.getBean(Personnel.class);
		this.staff = context.getBean(Staff.class);
		this.seals = context.getBean(Seals.class);
		this.transaction = context.getBean(TransactionTemplate.class);
	}

	/**
	 * Enrols a child in the class of a child that is enrolled already.
	 */
	public StudentEntry enrol(StudentEntry classmate) {
		UUID id = enrol(classmate.id(), 1, 2012).get(0);
		return this.transaction.execute((status) -> this.students.findById(id).orElseThrow().entry(this.seals));
	}

	/**
	 * Enrols children in the class of a child that is enrolled already.
	 * @return their ids
	 */
	public List<UUID> enrol(UUID classmate, int count, int birthYear) {
		List<UUID> enrolled = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			UUID classId = this.students.findById(classmate).orElseThrow().schoolClass().id();
			SchoolClass schoolClass = this.classes.findById(classId).orElseThrow();
			for (int i = 0; i < count; i++) {
				int number = NUMBERS.getAndIncrement();
				Student student = this.students.save(new Student(schoolClass, "9%05d".formatted(number), "测" + number,
						(number % 2 == 0) ? Gender.FEMALE : Gender.MALE, LocalDate.of(birthYear, Month.MARCH, 1),
						this.seals));
				guardian(student, 1, "1066%07d".formatted(number), "父亲");
				guardian(student, 2, "1067%07d".formatted(number), "母亲");
				enrolled.add(student.id());
			}
		});
		return enrolled;
	}

	/** Whether this is one of the demo's own children, not enrolled by a test. */
	public static boolean isOfTheDemo(StudentEntry student) {
		return !student.name().matches("测\\d+");
	}

	/** Lets a counsellor assess for many years. */
	public void qualify(String account, LocalDate until) {
		this.personnel.qualify(this.staff.findByAccount(account).orElseThrow().id(), "心理健康教育教师资格", until);
	}

	private void guardian(Student student, int position, String phone, String relation) {
		this.guardians.save(new Guardian(student, position, "家长" + position, phone, relation, this.seals));
	}

}
