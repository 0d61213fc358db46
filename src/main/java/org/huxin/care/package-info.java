/**
 * Help at school: guardians are told once it is clear that telling is safe, counselling
 * goes on session by session, and every session asks about safety. The process
 * {@code SchoolCounselling} belongs here.
 */
@ApplicationModule(displayName = "Care", allowedDependencies = { "engine", "report", "report :: process" })
@NullMarked
package org.huxin.care;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
