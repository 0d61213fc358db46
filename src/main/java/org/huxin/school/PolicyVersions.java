package org.huxin.school;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

interface PolicyVersions extends ListCrudRepository<PolicyVersion, Long> {

	Optional<PolicyVersion> findFirstByKindOrderByIdDesc(SchoolKind kind);

}
