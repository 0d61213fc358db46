/**
 * The names of {@code study-suspension.bpmn} and {@code study-resumption.bpmn} and their
 * delegates.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.enrolment.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
