/**
 * Leaving school for a time and coming back: suspension, transfer and leaving are applied
 * for and decided, never automatic; nobody comes back without a certificate that passed
 * every check and two approvers. The processes {@code StudySuspension} and
 * {@code StudyResumption} belong here.
 */
@ApplicationModule(displayName = "Enrolment",
		allowedDependencies = { "engine", "casefile", "school", "vault", "report :: process" })
@NullMarked
package org.huxin.enrolment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
