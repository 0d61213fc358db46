package org.huxin.school;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Responsibilities extends ListCrudRepository<Responsibility, UUID> {

	/** Who answers for a student, the nearest scope (class, then grade, then college). */
	@Query("""
			select distinct staff from Responsibility responsibility
			join responsibility.staff staff
			left join fetch staff.roles
			left join fetch staff.school
			join Student student on student.id = :student
			where responsibility.role = :role
			and staff.active
			and :role member of staff.roles
			and responsibility.school = student.schoolClass.school
			and (responsibility.schoolClass = student.schoolClass
				or responsibility.grade = student.schoolClass.grade
				or responsibility.college = student.schoolClass.college)
			order by staff.account""")
	List<StaffMember> responsibleFor(UUID student, Role role);

	@Query("""
			select responsibility from Responsibility responsibility
			join fetch responsibility.staff staff
			left join fetch responsibility.schoolClass
			where responsibility.school.code = :school
			order by responsibility.role, staff.account""")
	List<Responsibility> ofSchool(String school);

}
