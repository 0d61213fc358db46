/**
 * Going to a hospital: consent or danger, the letter, the visit and what the doctor
 * advises, and how a suspicion is dropped again. The process {@code HospitalReferral}
 * belongs here.
 */
@ApplicationModule(displayName = "Referral",
		allowedDependencies = { "engine", "casefile", "school", "report", "report :: process" })
@NullMarked
package org.huxin.referral;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
