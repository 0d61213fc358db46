package org.huxin.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface SchoolClasses extends ListCrudRepository<SchoolClass, UUID> {

	List<SchoolClass> findBySchoolCodeOrderByGradeAscNameAsc(String code);

	Optional<SchoolClass> findBySchoolCodeAndGradeAndName(String code, String grade, String name);

}
