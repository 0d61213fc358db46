package org.huxin.school;

/**
 * Who answers for what has changed around a member of staff: he began, left, came back,
 * is absent from today, is back from today, got other roles, responsibilities or a
 * certificate, or somebody stands in for him. Whoever offers tasks deals his open ones
 * anew. Published inside the transaction of the change; carries no name.
 *
 * @param school the code of his school; empty for the district office
 * @param account the account of the member of staff
 */
public record StaffChanged(String school, String account) {
}
