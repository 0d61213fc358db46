package org.huxin.casefile;

/**
 * There is no such case in this school, or nobody may know that there is one.
 */
public final class NoSuchCase extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private NoSuchCase(String message) {
		super(message);
	}

	/**
	 * No case has this number in this school.
	 */
	public static NoSuchCase of(CaseRef ref) {
		return new NoSuchCase("There is no case " + ref.number() + " in school " + ref.school());
	}

	/**
	 * The case has no entry with this number.
	 */
	public static NoSuchCase entry(CaseRef ref, int number) {
		return new NoSuchCase("Case " + ref.number() + " has no entry " + number);
	}

}
