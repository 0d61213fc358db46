package org.huxin.school;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a new version of each profile whose packaged values changed.
 */
@Component
class PolicyLoader implements InitializingBean {

	private final PolicyFile file;

	private final PolicyVersions versions;

	private final TransactionOperations transactions;

	private final Clock clock;

	PolicyLoader(PolicyFile file, PolicyVersions versions, TransactionOperations transactions, Clock clock) {
		this.file = file;
		this.versions = versions;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		for (SchoolKind kind : SchoolKind.values()) {
			this.transactions.executeWithoutResult((status) -> load(kind, this.file.of(kind)));
		}
	}

	void load(SchoolKind kind, Map<String, String> values) {
		String hash = hash(values);
		if (this.versions.findFirstByKindOrderByIdDesc(kind).filter((version) -> version.holds(hash)).isEmpty()) {
			this.versions.save(new PolicyVersion(kind, values, hash, this.clock.instant()));
		}
	}

	private static String hash(Map<String, String> values) {
		try {
			byte[] text = new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
