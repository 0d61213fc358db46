package org.huxin.school;

/**
 * A value that differs between two versions of a profile.
 *
 * @param before empty if the key is new
 * @param after empty if the key is gone
 */
public record PolicyChange(String key, String before, String after) {

}
