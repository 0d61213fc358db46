package org.huxin.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface Schools extends ListCrudRepository<School, UUID> {

	List<School> findAllByOrderByCode();

	Optional<School> findByCode(String code);

}
