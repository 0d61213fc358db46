/**
 * Following up: periods by timer, the head teacher's and the counsellor's answers, and
 * closing with criteria and a second person. The process {@code MonthlyFollowUp} belongs
 * here.
 */
@ApplicationModule(displayName = "Follow-up",
		allowedDependencies = { "engine", "casefile", "school", "report :: process" })
@NullMarked
package org.huxin.followup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
