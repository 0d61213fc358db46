/**
 * A concern is reported, verified and, at the end, closed; leaders are told in time. The
 * process {@code CrisisCase} belongs here, and the routing facts that its called
 * processes share with it.
 */
@ApplicationModule(displayName = "Report", allowedDependencies = { "engine", "casefile", "school" })
@NullMarked
package org.huxin.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
