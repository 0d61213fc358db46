package org.huxin.school;

/**
 * A school.
 *
 * @param code the engine's tenant id, {@code [a-z0-9]{1,32}}
 * @param name its name
 * @param kind its kind
 * @param dutyPhone the phone of 总值班, shown with every form
 */
public record SchoolEntry(String code, String name, SchoolKind kind, String dutyPhone) {

}
