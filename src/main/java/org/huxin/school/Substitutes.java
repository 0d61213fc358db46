package org.huxin.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Substitutes extends ListCrudRepository<Substitute, UUID> {

	@Query("""
			select distinct staff from Substitute substitution
			join substitution.substitute staff
			left join fetch staff.roles
			left join fetch staff.school
			where substitution.absent.id = :absent
			and staff.active
			and :day between substitution.fromDay and substitution.untilDay
			order by staff.account""")
	List<StaffMember> of(UUID absent, LocalDate day);

	@Query("""
			select substitution from Substitute substitution
			join fetch substitution.absent absent
			left join fetch substitution.substitute
			where absent.school.code = :school
			order by substitution.fromDay desc""")
	List<Substitute> ofSchool(String school);

	@Query("""
			select count(substitution) from Substitute substitution
			where substitution.absent.id = :absent
			and :day between substitution.fromDay and substitution.untilDay""")
	long countAbsences(UUID absent, LocalDate day);

	/** The accounts of everybody who is absent on a day. */
	@Query("""
			select distinct absent.account from Substitute substitution
			join substitution.absent absent
			where :day between substitution.fromDay and substitution.untilDay""")
	Set<String> absentOn(LocalDate day);

	/** Absences of which the beginning or the end has not been announced by a day. */
	@Query("""
			select substitution from Substitute substitution
			join fetch substitution.absent absent
			left join fetch absent.school
			where (not substitution.begun and substitution.fromDay <= :day)
			or (not substitution.ended and substitution.untilDay < :day)""")
	List<Substitute> toAnnounce(LocalDate day);

}
