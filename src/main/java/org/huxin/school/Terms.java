package org.huxin.school;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface Terms extends ListCrudRepository<Term, UUID> {

	List<Term> findBySchoolCodeOrderByStartsOn(String code);

}
