package org.huxin.school;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * A class of a grade; at a university it belongs to a college.
 */
@Entity
class SchoolClass {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	private String grade;

	private String name;

	private @Nullable String college;

	@SuppressWarnings("NullAway.Init")
	protected SchoolClass() {
	}

	SchoolClass(School school, String grade, String name, @Nullable String college) {
		this.id = UUID.randomUUID();
		this.school = school;
		this.grade = grade;
		this.name = name;
		this.college = college;
	}

	UUID id() {
		return this.id;
	}

	School school() {
		return this.school;
	}

	String grade() {
		return this.grade;
	}

	String name() {
		return this.name;
	}

	@Nullable String college() {
		return this.college;
	}

	/** For example 七年级1班. */
	String fullName() {
		return this.grade + this.name;
	}

}
