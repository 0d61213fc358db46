package org.huxin.school;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff answers in a role for one class, one grade or one college.
 */
@Entity
class Responsibility {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private StaffMember staff;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	@Enumerated(EnumType.STRING)
	private Role role;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "class_id")
	private @Nullable SchoolClass schoolClass;

	private @Nullable String grade;

	private @Nullable String college;

	@SuppressWarnings("NullAway.Init")
	protected Responsibility() {
	}

	private Responsibility(StaffMember staff, School school, Role role, @Nullable SchoolClass schoolClass,
			@Nullable String grade, @Nullable String college) {
		this.id = UUID.randomUUID();
		this.staff = staff;
		this.school = school;
		this.role = role;
		this.schoolClass = schoolClass;
		this.grade = grade;
		this.college = college;
	}

	static Responsibility forClass(StaffMember staff, Role role, SchoolClass schoolClass) {
		return new Responsibility(staff, schoolClass.school(), role, schoolClass, null, null);
	}

	static Responsibility forGrade(StaffMember staff, Role role, School school, String grade) {
		return new Responsibility(staff, school, role, null, grade, null);
	}

	static Responsibility forCollege(StaffMember staff, Role role, School school, String college) {
		return new Responsibility(staff, school, role, null, null, college);
	}

	UUID id() {
		return this.id;
	}

	StaffMember staff() {
		return this.staff;
	}

	Role role() {
		return this.role;
	}

	School school() {
		return this.school;
	}

	boolean isFor(SchoolClass other) {
		return this.schoolClass != null && this.schoolClass.id().equals(other.id());
	}

	/** 七年级1班, 七年级 or 文学院. */
	String scope() {
		if (this.schoolClass != null) {
			return this.schoolClass.fullName();
		}
		return (this.grade != null) ? this.grade : String.valueOf(this.college);
	}

}
