package org.huxin.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseFileRepository extends Repository<CaseFile, UUID> {

	Optional<CaseFile> findBySchoolAndNumber(String school, String number);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select f from CaseFile f where f.school = :school and f.number = :number")
	Optional<CaseFile> lock(String school, String number);

	List<CaseFile> findByStudentTokenAndStatusOrderByOpenedAt(String studentToken, CaseStatus status);

	List<CaseFile> findBySchoolOrderByNumberDesc(String school);

}
