package org.huxin.school;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SchoolBreaks extends ListCrudRepository<SchoolBreak, UUID> {

	List<SchoolBreak> findBySchoolCodeOrderByFirstDay(String code);

	@Query("""
			select free from SchoolBreak free
			where free.school.code = :school and :day between free.firstDay and free.lastDay
			order by free.kind, free.firstDay""")
	List<SchoolBreak> on(String school, LocalDate day);

	/** Holidays before the vacations they may lie in. */
	@Query("""
			select free from SchoolBreak free
			where free.school.code = :school
			order by free.kind, free.firstDay""")
	List<SchoolBreak> inOrder(String school);

}
