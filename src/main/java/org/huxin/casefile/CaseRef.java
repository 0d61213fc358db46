package org.huxin.casefile;

/**
 * Names a case: the code of its school and its number there ({@code 2026-0001}). Carries
 * no name of a person, so it may stand anywhere.
 *
 * @param school the school's code, which is the engine's tenant
 * @param number year and running number, unique in the school
 */
public record CaseRef(String school, String number) {

	/** What every case number looks like. */
	public static final String NUMBER_PATTERN = "\\d{4}-\\d{4,6}";

}
