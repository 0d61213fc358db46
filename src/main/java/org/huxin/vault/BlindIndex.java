package org.huxin.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import com.google.crypto.tink.Mac;

/**
 * Finds sealed values again without opening them: equal texts of one purpose have equal
 * tokens, and without the key a token says nothing.
 */
public final class BlindIndex {

	private final Mac mac;

	BlindIndex(Mac mac) {
		this.mac = mac;
	}

	/**
	 * The token of a text.
	 * @param purpose keeps equal texts of different columns apart, for example
	 * {@code case.student}
	 * @param text the text to find again
	 * @return 74 hexadecimal digits, the first ten of which tell the key's version
	 */
	public String token(String purpose, String text) {
		try {
			return HexFormat.of()
				.formatHex(this.mac.computeMac((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The index key cannot be used", ex);
		}
	}

}
