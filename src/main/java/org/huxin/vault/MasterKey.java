package org.huxin.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

/**
 * The one key that is kept outside the database: 32 bytes in base64. It wraps every other
 * key and seals nothing else.
 */
final class MasterKey {

	private static final int BYTES = 32;

	private MasterKey() {
	}

	/**
	 * Reads the key.
	 * @param base64 32 bytes in base64, as {@code openssl rand -base64 32} prints them
	 * @throws MasterKeyMissing if it is absent or no such key
	 */
	static SealingKey of(String base64) {
		byte[] bytes = decode(base64);
		try {
			AesGcmParameters parameters = AesGcmParameters.builder()
				.setKeySizeBytes(BYTES)
				.setIvSizeBytes(12)
				.setTagSizeBytes(16)
				.setVariant(AesGcmParameters.Variant.TINK)
				.build();
			AesGcmKey key = AesGcmKey.builder()
				.setParameters(parameters)
				.setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
				.setIdRequirement(version(bytes))
				.build();
			KeysetHandle handle = KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).makePrimary()).build();
			return new SealingKey(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
		}
		catch (GeneralSecurityException ex) {
			throw new MasterKeyMissing(ex);
		}
	}

	/**
	 * Refuses a missing or broken key.
	 * @throws MasterKeyMissing if it is absent or no such key
	 */
	static void check(String base64) {
		decode(base64);
	}

	// the version that each wrapped key names: a different master key is told apart at
	// once
	private static int version(byte[] key) throws GeneralSecurityException {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update("huxin master key version".getBytes(StandardCharsets.US_ASCII));
		return ByteBuffer.wrap(digest.digest(key)).getInt();
	}

	private static byte[] decode(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64.trim());
			if (bytes.length != BYTES) {
				throw new MasterKeyMissing(null);
			}
			return bytes;
		}
		catch (IllegalArgumentException ex) {
			throw new MasterKeyMissing(null);
		}
	}

}
