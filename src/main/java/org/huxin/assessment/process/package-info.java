/**
 * The names of {@code risk-assessment.bpmn}.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.assessment.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
