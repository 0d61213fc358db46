/**
 * The names of {@code school-counselling.bpmn}.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.care.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
