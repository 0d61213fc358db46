package org.huxin.vault;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hands out the keys: the directory's, the index's and one per case. They lie in the
 * database wrapped by the master key and are open in memory only.
 */
public final class Vault {

	private final SealingKey master;

	private final SealingKey directory;

	private final BlindIndex index;

	Vault(SealingKey master, JdbcTemplate jdbc) {
		registerPrimitives();
		this.master = master;
		this.directory = new SealingKey(
				primitive(kept(jdbc, "directory", PredefinedAeadParameters.AES256_GCM), Aead.class));
		this.index = new BlindIndex(
				primitive(kept(jdbc, "index", PredefinedMacParameters.HMAC_SHA256_256BITTAG), Mac.class));
	}

	static void registerPrimitives() {
		try {
			AeadConfig.register();
			MacConfig.register();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The ciphers are not available", ex);
		}
	}

	/**
	 * The key of names, phones and of what a person types before a case exists.
	 */
	public SealingKey directory() {
		return this.directory;
	}

	/**
	 * The index over sealed values.
	 */
	public BlindIndex index() {
		return this.index;
	}

	/**
	 * Makes the key of a new case.
	 * @param owner the case's id, to which the wrapped key is bound
	 * @return the wrapped key, to be kept with the case
	 */
	public byte[] newCaseKey(String owner) {
		return wrap(generate(PredefinedAeadParameters.AES256_GCM), owner);
	}

	/**
	 * Opens the key of a case.
	 * @param wrapped what {@link #newCaseKey(String)} gave
	 * @param owner the case's id
	 * @return the key
	 * @throws SealBroken if it was wrapped by another master key or for another case
	 */
	public SealingKey caseKey(byte[] wrapped, String owner) {
		return new SealingKey(primitive(unwrap(wrapped, owner), Aead.class));
	}

	private KeysetHandle kept(JdbcTemplate jdbc, String purpose, Parameters parameters) {
		byte[] fresh = wrap(generate(parameters), purpose);
		// two nodes may start at once: the first key stays
		jdbc.update("insert into huxin.vault_key (purpose, wrapped) values (?, ?) on conflict do nothing", purpose,
				fresh);
		byte[] wrapped = DataAccessUtils.requiredSingleResult(
				jdbc.queryForList("select wrapped from huxin.vault_key where purpose = ?", byte[].class, purpose));
		return unwrap(wrapped, purpose);
	}

	private byte[] wrap(KeysetHandle key, String owner) {
		try {
			return this.master.sealBytes(TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()),
					"key:" + owner);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A key cannot be wrapped", ex);
		}
	}

	private KeysetHandle unwrap(byte[] wrapped, String owner) {
		try {
			return TinkProtoKeysetFormat.parseKeyset(this.master.openBytes(wrapped, "key:" + owner),
					InsecureSecretKeyAccess.get());
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken("key:" + owner, ex);
		}
	}

	private static KeysetHandle generate(Parameters parameters) {
		try {
			return KeysetHandle.generateNew(parameters);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A key cannot be made", ex);
		}
	}

	private static <P> P primitive(KeysetHandle key, Class<P> type) {
		try {
			return key.getPrimitive(RegistryConfiguration.get(), type);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A key cannot be used", ex);
		}
	}

}
