/**
 * Who may sign in: accounts, passwords, the first administrator. What a person is and
 * where comes from the school directory, under the same account name.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = "school")
@NullMarked
package org.huxin.identity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
