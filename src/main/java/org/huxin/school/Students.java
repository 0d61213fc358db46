package org.huxin.school;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Students extends ListCrudRepository<Student, UUID> {

	@Query("""
			select student from Student student
			join fetch student.schoolClass class
			join fetch class.school school
			where school.code = :school and student.enrolled""")
	List<Student> ofSchool(String school);

	/** How many students each class has. */
	@Query("""
			select class.id as classId, count(student) as students from SchoolClass class
			left join Student student on student.schoolClass = class and student.enrolled
			where class.school.code = :school
			group by class.id""")
	List<Object[]> countByClass(String school);

	List<Student> findByNumberTokenIn(Collection<String> tokens);

}
