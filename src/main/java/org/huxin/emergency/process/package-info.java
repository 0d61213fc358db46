/**
 * The names of {@code emergency-response.bpmn} and {@code major-report.bpmn}, and their
 * delegates.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.emergency.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
