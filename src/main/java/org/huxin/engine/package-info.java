/**
 * The engine and the three seams that keep it harmless: the door (every form passes it,
 * content goes to the case file, routing facts to the engine), the gatekeeper (who may
 * see and do what comes from relations to the case) and the variable guard (nothing but
 * declared routing facts is ever stored).
 */
@ApplicationModule(displayName = "Engine", allowedDependencies = { "school", "identity", "casefile", "vault" })
@NullMarked
package org.huxin.engine;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
