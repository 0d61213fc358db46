package org.huxin.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.casefile.CaseRef;

/**
 * The routing facts that the door sets when a case is opened.
 */
public final class CaseFacts implements RoutingFacts {

	/** The case number, which is the business key too. */
	public static final ProcessVariable<String> CASE_NO = ProcessVariable.pattern("caseNo", CaseRef.NUMBER_PATTERN);

	/** When the concern was discovered: the clock of the first deadlines (D01). */
	public static final ProcessVariable<Date> DISCOVERED_AT = ProcessVariable.date("discoveredAt");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(CASE_NO, DISCOVERED_AT);
	}

}
