package org.huxin.school;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * A hospital on the list of one school.
 */
@Entity
class Hospital {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	private String name;

	private String department;

	@Enumerated(EnumType.STRING)
	private HospitalGrade grade;

	private boolean psychiatric;

	private String phone;

	private boolean offered;

	@SuppressWarnings("NullAway.Init")
	protected Hospital() {
	}

	Hospital(School school, String name, String department, HospitalGrade grade, boolean psychiatric, String phone) {
		this.id = UUID.randomUUID();
		this.school = school;
		this.name = name;
		this.department = department;
		this.grade = grade;
		this.psychiatric = psychiatric;
		this.phone = phone;
		this.offered = true;
	}

	School school() {
		return this.school;
	}

	boolean is(String name, String department) {
		return this.name.equals(name) && this.department.equals(department);
	}

	boolean isOffered() {
		return this.offered;
	}

	void offer(boolean offered) {
		this.offered = offered;
	}

	HospitalEntry entry() {
		return new HospitalEntry(this.id, this.name, this.department, this.grade, this.psychiatric, this.phone,
				this.offered);
	}

}
