/**
 * Huxin (护心): one Spring Boot application with an embedded process engine.
 */
@NullMarked
package org.huxin;

import org.jspecify.annotations.NullMarked;
