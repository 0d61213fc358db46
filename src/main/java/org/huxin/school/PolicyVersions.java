package org.huxin.school;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface PolicyVersions extends ListCrudRepository<PolicyVersion, Long> {

	/** The packaged profile of a kind. */
	Optional<PolicyVersion> findFirstByKindAndSchoolIsNullOrderByIdDesc(SchoolKind kind);

	/** The profile of a school that has one of its own. */
	Optional<PolicyVersion> findFirstBySchoolOrderByIdDesc(String school);

	/** Its own and the packaged ones, the newest first. */
	@Query("""
			select version from PolicyVersion version
			where version.school = :school or (version.school is null and version.kind = :kind)
			order by version.id desc""")
	List<PolicyVersion> ofSchool(String school, SchoolKind kind);

}
