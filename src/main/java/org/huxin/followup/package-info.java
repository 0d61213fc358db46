/**
 * Following up: periods by timer, the head teacher's, the counsellor's and the family's
 * answers, and closing with criteria and a second person. The process
 * {@code MonthlyFollowUp} belongs here.
 */
@ApplicationModule(displayName = "Follow-up",
		allowedDependencies = { "engine", "care", "casefile", "school", "report", "report :: process" })
@NullMarked
package org.huxin.followup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
