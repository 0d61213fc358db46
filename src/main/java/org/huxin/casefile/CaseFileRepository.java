package org.huxin.casefile;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface CaseFileRepository extends Repository<CaseFile, UUID> {

	List<CaseFile> findByStudentTokenAndStatusOrderByOpenedAt(String studentToken, CaseStatus status);

	List<CaseFile> findBySchoolOrderByNumberDesc(String school);

}
