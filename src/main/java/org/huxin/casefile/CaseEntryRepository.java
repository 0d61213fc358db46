package org.huxin.casefile;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface CaseEntryRepository extends Repository<CaseEntry, UUID> {

	List<CaseEntry> findByCaseIdOrderByNumber(UUID caseId);

	boolean existsByCaseIdAndAuthorAndTaskIdNotNull(UUID caseId, String author);

}
