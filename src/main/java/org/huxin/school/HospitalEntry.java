package org.huxin.school;

import java.util.UUID;

/**
 * A hospital that a school refers to.
 *
 * @param id the id, which stays in letters
 * @param name the hospital
 * @param department where students are seen, for example 心理科
 * @param grade 医院等级
 * @param psychiatric whether it treats mental illness: 精神专科, or with such a department
 * @param phone to make an appointment or to verify a paper
 * @param offered whether it may be chosen for a new letter
 */
public record HospitalEntry(UUID id, String name, String department, HospitalGrade grade, boolean psychiatric,
		String phone, boolean offered) {

	/**
	 * How it is chosen, for example 市第一医院 心理科.
	 */
	public String line() {
		return this.name + " " + this.department;
	}

}
