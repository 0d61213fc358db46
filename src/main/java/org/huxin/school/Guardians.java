package org.huxin.school;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface Guardians extends ListCrudRepository<Guardian, UUID> {

	List<Guardian> findByStudentIdOrderByPosition(UUID student);

	List<Guardian> findByStudentIdIn(Collection<UUID> students);

	Optional<Guardian> findByAccount(String account);

	List<Guardian> findByAccountNotNull();

}
