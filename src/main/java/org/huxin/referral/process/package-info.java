/**
 * The names of {@code hospital-referral.bpmn} and its steps that run code.
 */
@NamedInterface("process")
@NullMarked
package org.huxin.referral.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
