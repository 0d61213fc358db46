package org.huxin.school;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person is in a school. The id is the engine's group id and the name that models
 * use.
 */
public enum Role {

	/** 班主任. */
	HEAD_TEACHER("headTeacher"),

	/** 任课教师. */
	SUBJECT_TEACHER("subjectTeacher"),

	/** 年级主任. */
	GRADE_HEAD("gradeHead"),

	/** 心理老师. */
	COUNSELOR("counselor"),

	/** 政教处、学生科. */
	STUDENT_AFFAIRS("studentAffairs"),

	/** 教务处. */
	REGISTRY("registry"),

	/** 校医. */
	DOCTOR("doctor"),

	/** 保卫. */
	SECURITY("security"),

	/** 宿管. */
	DORMITORY("dormitory"),

	/** 总值班. */
	DUTY("duty"),

	/** 学校领导. */
	LEADER("leader"),

	/** 学院书记 (universities). */
	COLLEGE_SECRETARY("collegeSecretary"),

	/** 学院辅导员 (universities). */
	COLLEGE_COUNSELOR("collegeCounselor"),

	/** 专家. */
	EXPERT("expert"),

	/** 系统管理员. */
	ADMINISTRATOR("administrator"),

	/** 审计. */
	AUDITOR("auditor"),

	/** 区级 (district office). */
	DISTRICT("district"),

	/** 监护人: not staff. */
	GUARDIAN("guardian");

	private final String id;

	Role(String id) {
		this.id = id;
	}

	/**
	 * The group id, for example {@code headTeacher}.
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The role of a group id.
	 * @param id for example {@code headTeacher}
	 * @return the role, empty if there is none of this id
	 */
	public static Optional<Role> of(String id) {
		return Arrays.stream(values()).filter((role) -> role.id.equals(id)).findFirst();
	}

	/**
	 * Whether a member of staff may hold it.
	 */
	public boolean isStaff() {
		return this != GUARDIAN;
	}

}
