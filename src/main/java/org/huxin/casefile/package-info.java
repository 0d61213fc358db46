/**
 * The case file: what was seen, said and decided, in immutable entries sealed with the
 * case's own key and numbered without gaps; amendments never erase. No type of the
 * process engine is known here.
 */
@ApplicationModule(displayName = "Case file", allowedDependencies = { "vault" })
@NullMarked
package org.huxin.casefile;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
