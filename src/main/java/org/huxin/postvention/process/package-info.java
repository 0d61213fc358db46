/**
 * The names of {@code postvention.bpmn} and its delegates.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.postvention.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
