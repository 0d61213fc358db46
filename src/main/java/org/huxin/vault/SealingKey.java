package org.huxin.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import com.google.crypto.tink.Aead;

/**
 * Seals and opens texts with one key. A sealed value is {@code algorithm (1 byte) | Tink
 * prefix with the key's version (5 bytes) | nonce | ciphertext | tag}; it opens only at
 * the place (case, entry, field) it was sealed for.
 */
public final class SealingKey {

	/** AES-256-GCM. */
	private static final byte ALGORITHM = 1;

	private final Aead aead;

	SealingKey(Aead aead) {
		this.aead = aead;
	}

	/**
	 * Seals a text for one place.
	 * @param text what to keep secret
	 * @param place what the value belongs to, for example {@code entry:17:3}
	 * @return the sealed bytes
	 */
	public byte[] seal(String text, String place) {
		return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
	}

	/**
	 * Opens what was sealed for the same place.
	 * @param sealed the sealed bytes
	 * @param place the place given when it was sealed
	 * @return the text
	 * @throws SealBroken if the bytes were changed, moved or sealed with another key
	 */
	public String open(byte[] sealed, String place) {
		return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
	}

	byte[] sealBytes(byte[] plain, String place) {
		try {
			byte[] cipher = this.aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
			byte[] sealed = new byte[cipher.length + 1];
			sealed[0] = ALGORITHM;
			System.arraycopy(cipher, 0, sealed, 1, cipher.length);
			return sealed;
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken(place, ex);
		}
	}

	byte[] openBytes(byte[] sealed, String place) {
		try {
			if (sealed.length == 0 || sealed[0] != ALGORITHM) {
				throw new GeneralSecurityException("unknown algorithm");
			}
			return this.aead.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length),
					place.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken(place, ex);
		}
	}

}
