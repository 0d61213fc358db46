/**
 * The school directory: schools, terms, classes, students, guardians, staff, who answers
 * for whom, and the policy profile that gives every period its number. Names, phones,
 * student numbers and birth dates are sealed; lists open them in memory.
 */
@ApplicationModule(displayName = "School", allowedDependencies = "vault")
@NullMarked
package org.huxin.school;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
