/**
 * The names of {@code monthly-follow-up.bpmn} and its delegates.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.followup.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
