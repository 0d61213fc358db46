/**
 * Somebody is in danger: one commander, a safe place and a guard, first aid, security,
 * guardians, a fresh look until it is over, hand-over; and the two reports of a major
 * crisis. The processes {@code EmergencyResponse} and {@code MajorReport} belong here.
 */
@ApplicationModule(displayName = "Emergency",
		allowedDependencies = { "engine", "casefile", "school", "report :: process" })
@NullMarked
package org.huxin.emergency;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
