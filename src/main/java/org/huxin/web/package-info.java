/**
 * Our own pages: the frame around them, the start page of each role, the case page, login
 * and error pages. Decides nothing: what a page shows comes from the other modules, and
 * who may see it from the engine's gatekeeper.
 */
@ApplicationModule(displayName = "Pages")
@NullMarked
package org.huxin.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
