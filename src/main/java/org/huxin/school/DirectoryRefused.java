package org.huxin.school;

/**
 * The directory does not take a change. Carries the message key and its arguments for the
 * person who asked; never a student's or guardian's data.
 */
public final class DirectoryRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String messageKey;

	private final transient Object[] arguments;

	private DirectoryRefused(String messageKey, Object... arguments) {
		super(messageKey);
		this.messageKey = messageKey;
		this.arguments = arguments;
	}

	static DirectoryRefused accountTaken(String account) {
		return new DirectoryRefused("directory.refused.accountTaken", account);
	}

	static DirectoryRefused accountName() {
		return new DirectoryRefused("directory.refused.accountName");
	}

	static DirectoryRefused schoolCodeTaken(String code) {
		return new DirectoryRefused("directory.refused.schoolCodeTaken", code);
	}

	static DirectoryRefused schoolCode() {
		return new DirectoryRefused("directory.refused.schoolCode");
	}

	static DirectoryRefused noRole() {
		return new DirectoryRefused("directory.refused.noRole");
	}

	static DirectoryRefused districtRole() {
		return new DirectoryRefused("directory.refused.districtRole");
	}

	static DirectoryRefused lastAdministrator() {
		return new DirectoryRefused("directory.refused.lastAdministrator");
	}

	static DirectoryRefused instrumentKnown(String instrument) {
		return new DirectoryRefused("directory.refused.instrumentKnown", instrument);
	}

	static DirectoryRefused scale() {
		return new DirectoryRefused("directory.refused.scale");
	}

	static DirectoryRefused blank() {
		return new DirectoryRefused("directory.refused.blank");
	}

	static DirectoryRefused tooLong(int limit) {
		return new DirectoryRefused("directory.refused.tooLong", limit);
	}

	static DirectoryRefused period() {
		return new DirectoryRefused("directory.refused.period");
	}

	static DirectoryRefused termOverlaps(String other) {
		return new DirectoryRefused("directory.refused.termOverlaps", other);
	}

	static DirectoryRefused ownSubstitute() {
		return new DirectoryRefused("directory.refused.ownSubstitute");
	}

	static DirectoryRefused substituteRole() {
		return new DirectoryRefused("directory.refused.substituteRole");
	}

	static DirectoryRefused substituteAway() {
		return new DirectoryRefused("directory.refused.substituteAway");
	}

	static DirectoryRefused absencePast() {
		return new DirectoryRefused("directory.refused.absencePast");
	}

	static DirectoryRefused absenceKnown() {
		return new DirectoryRefused("directory.refused.absenceKnown");
	}

	static DirectoryRefused breakOverlaps(String other) {
		return new DirectoryRefused("directory.refused.breakOverlaps", other);
	}

	static DirectoryRefused breakTooLong(int days) {
		return new DirectoryRefused("directory.refused.breakTooLong", days);
	}

	static DirectoryRefused notFound() {
		return new DirectoryRefused("directory.refused.notFound");
	}

	static DirectoryRefused qualification() {
		return new DirectoryRefused("directory.refused.qualification");
	}

	static DirectoryRefused date() {
		return new DirectoryRefused("directory.refused.date");
	}

	static DirectoryRefused scope() {
		return new DirectoryRefused("directory.refused.scope");
	}

	static DirectoryRefused roleMissing() {
		return new DirectoryRefused("directory.refused.roleMissing");
	}

	static DirectoryRefused phone() {
		return new DirectoryRefused("directory.refused.phone");
	}

	static DirectoryRefused hospitalKnown(String hospital) {
		return new DirectoryRefused("directory.refused.hospitalKnown", hospital);
	}

	/**
	 * The key of the message for the person.
	 */
	public String messageKey() {
		return this.messageKey;
	}

	/**
	 * What the message mentions.
	 */
	public Object[] arguments() {
		return this.arguments.clone();
	}

}
