/**
 * The names of {@code crisis-case.bpmn} and its delegates.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.report.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
