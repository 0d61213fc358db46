/**
 * Assessing the risk: instruments with their scoring, the suggested level, what a second
 * person must confirm. The process {@code RiskAssessment} belongs here.
 */
@ApplicationModule(displayName = "Assessment",
		allowedDependencies = { "engine", "school", "report", "report :: process" })
@NullMarked
package org.huxin.assessment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
