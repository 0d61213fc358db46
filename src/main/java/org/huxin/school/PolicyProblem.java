package org.huxin.school;

/**
 * Why a value cannot be taken.
 *
 * @param messageKey the message for the person
 * @param argument what the message mentions, may be empty
 */
public record PolicyProblem(String messageKey, String argument) {

	static PolicyProblem of(String what) {
		return new PolicyProblem("policy.refused." + what, "");
	}

	static PolicyProblem of(String what, String argument) {
		return new PolicyProblem("policy.refused." + what, argument);
	}

}
