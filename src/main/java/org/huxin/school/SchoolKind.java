package org.huxin.school;

/**
 * The kind of a school; each has a policy profile of its own.
 */
public enum SchoolKind {

	/** 小学. */
	PRIMARY,

	/** 中学. */
	SECONDARY,

	/** 中等职业学校. */
	VOCATIONAL,

	/** 高校. */
	UNIVERSITY

}
