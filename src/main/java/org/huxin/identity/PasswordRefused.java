package org.huxin.identity;

/**
 * A password cannot be set. The reason is a message key.
 */
public final class PasswordRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String messageKey;

	private PasswordRefused(String messageKey) {
		super(messageKey);
		this.messageKey = messageKey;
	}

	static PasswordRefused wrongCurrent() {
		return new PasswordRefused("password.wrongCurrent");
	}

	static PasswordRefused notTheSame() {
		return new PasswordRefused("password.notTheSame");
	}

	static PasswordRefused tooShort() {
		return new PasswordRefused("password.tooShort");
	}

	static PasswordRefused tooLong() {
		return new PasswordRefused("password.tooLong");
	}

	static PasswordRefused tooEasy() {
		return new PasswordRefused("password.tooEasy");
	}

	/**
	 * The key of the message for the person, for example {@code password.tooShort}.
	 */
	public String messageKey() {
		return this.messageKey;
	}

	/**
	 * What the message mentions.
	 */
	public Object[] arguments() {
		return new Object[] { Accounts.SHORTEST_PASSWORD };
	}

}
