/**
 * Sealing: what is said about a child, and who the child is, stands in the database only
 * under a key. One master key wraps the directory's key, the index key and one key per
 * case; each sealed value is bound to the place it belongs to.
 */
@ApplicationModule(displayName = "Vault", allowedDependencies = {})
@NullMarked
package org.huxin.vault;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
