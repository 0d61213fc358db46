package org.huxin.school;

/**
 * As the school's register has it.
 */
enum Gender {

	FEMALE, MALE

}
