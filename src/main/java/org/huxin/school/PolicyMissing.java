package org.huxin.school;

/**
 * A policy profile does not say what a model or the code asks it.
 */
public final class PolicyMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private PolicyMissing(String message) {
		super(message);
	}

	static PolicyMissing key(long version, String key) {
		return new PolicyMissing("Policy version " + version + " has no value for the key '" + key + "'");
	}

	static PolicyMissing notA(String type, long version, String key, String value) {
		return new PolicyMissing(
				"Policy version " + version + ": the value '" + value + "' of the key '" + key + "' is no " + type);
	}

}
