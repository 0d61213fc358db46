package org.huxin.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Schools extends ListCrudRepository<School, UUID> {

	List<School> findAllByOrderByCode();

	Optional<School> findByCode(String code);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select school from School school where school.code = :code")
	Optional<School> lockByCode(String code);

}
