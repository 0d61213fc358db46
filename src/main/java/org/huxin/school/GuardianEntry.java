package org.huxin.school;

import java.util.UUID;

/**
 * A guardian of a student.
 *
 * @param id the id
 * @param student the student's id
 * @param name the name
 * @param relation to the student, for example 母亲
 * @param phone the phone
 * @param safe whether telling him or her is safe (rule of practice 1)
 * @param order 1 is called first, 2 second
 */
public record GuardianEntry(UUID id, UUID student, String name, String relation, String phone, SafeToInform safe,
		int order) {

}
