/**
 * After something that touched many (群体帮扶与善后): who is affected, in which tier, who gets a
 * case of his own, what may be said, and who cares for the helpers. The process
 * {@code Postvention} belongs here; an event has a file of its own number that is about
 * no student.
 */
@ApplicationModule(displayName = "Postvention",
		allowedDependencies = { "engine", "casefile", "school", "report", "report :: process" })
@NullMarked
package org.huxin.postvention;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
