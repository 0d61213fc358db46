package org.huxin.school;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hospitals each school refers to: a simple list that its administrators keep (H16,
 * L8).
 */
@Service
@Transactional
public class HospitalRegister {

	private final Hospitals hospitals;

	private final Schools schools;

	HospitalRegister(Hospitals hospitals, Schools schools) {
		this.hospitals = hospitals;
		this.schools = schools;
	}

	/**
	 * Every hospital of a school's list, also the ones that are no longer offered.
	 */
	@Transactional(readOnly = true)
	public List<HospitalEntry> ofSchool(String school) {
		return this.hospitals.findBySchoolCodeOrderByNameAscDepartmentAsc(school)
			.stream()
			.map(Hospital::entry)
			.toList();
	}

	/**
	 * The hospitals that may be chosen.
	 */
	@Transactional(readOnly = true)
	public List<HospitalEntry> offered(String school) {
		return ofSchool(school).stream().filter(HospitalEntry::offered).toList();
	}

	void add(String school, String name, String department, String grade, boolean psychiatric, String phone) {
		String line = Words.line(name);
		String where = Words.line(department);
		String number = Words.phone(Words.line(phone));
		if (all(school).stream().anyMatch((hospital) -> hospital.isOffered() && hospital.is(line, where))) {
			throw DirectoryRefused.hospitalKnown(line + " " + where);
		}
		this.hospitals.save(new Hospital(this.schools.findByCode(school).orElseThrow(DirectoryRefused::notFound), line,
				where, grade(grade), psychiatric, number));
	}

	private static HospitalGrade grade(String grade) {
		for (HospitalGrade known : HospitalGrade.values()) {
			if (known.name().equals(grade)) {
				return known;
			}
		}
		throw DirectoryRefused.blank();
	}

	/** A hospital of another school is none of this one's. */
	void offer(String school, UUID id, boolean offered) {
		this.hospitals.findById(id)
			.filter((hospital) -> hospital.school().code().equals(school))
			.ifPresent((hospital) -> hospital.offer(offered));
	}

	private List<Hospital> all(String school) {
		return this.hospitals.findBySchoolCodeOrderByNameAscDepartmentAsc(school);
	}

}
