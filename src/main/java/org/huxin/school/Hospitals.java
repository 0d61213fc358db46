package org.huxin.school;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface Hospitals extends ListCrudRepository<Hospital, UUID> {

	List<Hospital> findBySchoolCodeOrderByNameAscDepartmentAsc(String code);

}
