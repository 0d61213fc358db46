/**
 * Where the data live: a real PostgreSQL 17 that needs no installation, or the server
 * that {@code SPRING_DATASOURCE_URL} names. Two roles from the start: an owner for
 * migrations, a runtime role that can neither change the schema nor pass row-level
 * security.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = {})
@NullMarked
package org.huxin.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
