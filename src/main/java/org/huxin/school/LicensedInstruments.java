package org.huxin.school;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.ListCrudRepository;

interface LicensedInstruments extends ListCrudRepository<LicensedInstrument, UUID> {

	List<LicensedInstrument> findBySchoolCodeOrderByNameAscVersionAsc(String code);

}
