/**
 * Help at school: guardians are told once it is clear that telling is safe, counselling
 * goes on session by session as often as the contact plan asks, every session asks about
 * safety, and meanwhile the head teacher keeps an eye on the student. The process
 * {@code SchoolCounselling} belongs here.
 */
@ApplicationModule(displayName = "Care",
		allowedDependencies = { "engine", "casefile", "school", "report", "report :: process" })
@NullMarked
package org.huxin.care;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
