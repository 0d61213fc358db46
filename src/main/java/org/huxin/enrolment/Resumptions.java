package org.huxin.enrolment;

import java.util.Map;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;

import org.springframework.stereotype.Component;

/**
 * What the case file says of a return that did not come about.
 */
@Component
public class Resumptions {

	private final CaseFiles cases;

	Resumptions(CaseFiles cases) {
		this.cases = cases;
	}

	/**
	 * Keeps that an application to come back was not made, or not followed up.
	 */
	public void endWithoutReturn(CaseRef ref) {
		this.cases.write(ref, NewEntry.system("resumptionEnded", null, null, Map.of()));
	}

}
