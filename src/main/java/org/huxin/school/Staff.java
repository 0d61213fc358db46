package org.huxin.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Staff extends ListCrudRepository<StaffMember, UUID> {

	@EntityGraph(attributePaths = { "roles", "school" })
	Optional<StaffMember> findByAccount(String account);

	@EntityGraph(attributePaths = { "roles", "school" })
	List<StaffMember> findBySchoolCodeOrderByAccount(String code);

	@EntityGraph(attributePaths = { "roles", "school" })
	List<StaffMember> findBySchoolIsNullOrderByAccount();

	@EntityGraph(attributePaths = { "roles", "school" })
	List<StaffMember> findAllByOrderByAccount();

	@EntityGraph(attributePaths = { "roles", "school" })
	@Query("""
			select staff from StaffMember staff
			left join staff.school school
			where staff.active and :role member of staff.roles
			and (school.code = :school or :role = org.huxin.school.Role.DISTRICT)
			order by staff.account""")
	List<StaffMember> withRole(String school, Role role);

	@Query("select count(staff) from StaffMember staff where staff.active and :role member of staff.roles")
	long countActive(Role role);

}
