package org.huxin.emergency;

import java.util.Map;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * The beginning of an emergency: the case file keeps what is done first, so that the
 * forms of everybody on the scene know it.
 */
@Component
public class Emergencies {

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	Emergencies(CaseFiles cases, PolicyProfiles policies) {
		this.cases = cases;
		this.policies = policies;
	}

	/**
	 * Opens an emergency in the case file.
	 * @param plan what is done first
	 * @return whether a major report is due: DUE or NO (H01)
	 */
	public String begin(CaseRef ref, String plan) {
		String major = this.policies.text(this.cases.get(ref).policyVersion(), ResponsePlan.MAJOR);
		String report = (ResponsePlan.isMajor(plan, major)) ? "DUE" : "NO";
		this.cases.write(ref,
				NewEntry.system("emergencyBegan", null, null,
						Map.of("responsePlan", plan, "majorReport", report, "attemptNow",
								ResponsePlan.isAttempt(plan) ? "YES" : "NO", "needsAftercare",
								ResponsePlan.suggestsAftercare(plan) ? "YES" : "NO")));
		return report;
	}

}
