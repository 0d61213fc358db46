package org.huxin.school;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * More children for a class of the demo school, each with both parents, so that a test
 * can open many cases at the same time.
 */
public final class MoreStudents {

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
	 * Enrols children in the class of a child that is enrolled already.
	 * @return their ids
	 */
	public List<UUID> enrol(UUID classmate, int count, int birthYear) {
		List<UUID> enrolled = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			UUID classId = this.students.findById(classmate).orElseThrow().schoolClass().id();
			SchoolClass schoolClass = this.classes.findById(classId).orElseThrow();
			for (int i = 0; i < count; i++) {
				String number = "9%05d".formatted(i);
				Student student = this.students
					.save(new Student(schoolClass, number, "测" + i, (i % 2 == 0) ? Gender.FEMALE : Gender.MALE,
							LocalDate.of(birthYear, Month.MARCH, 1), this.seals));
				guardian(student, 1, "1066%07d".formatted(i), "父亲");
				guardian(student, 2, "1067%07d".formatted(i), "母亲");
				enrolled.add(student.id());
			}
		});
		return enrolled;
	}

	/** Lets a counsellor assess for many years. */
	public void qualify(String account, LocalDate until) {
		this.personnel.qualify(this.staff.findByAccount(account).orElseThrow().id(), "心理健康教育教师资格", until);
	}

	private void guardian(Student student, int position, String phone, String relation) {
		this.guardians.save(new Guardian(student, position, "家长" + position, phone, relation, this.seals));
	}

}
