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
 * Makes a new version of each profile whose packaged values changed, and of the profile
 * of each school that has values of its own: those stay, everything else follows the
 * packaged profile.
 */
@Component
class PolicyLoader implements InitializingBean {

	private final PolicyFile file;

	private final PolicyVersions versions;

	private final Schools schools;

	private final TransactionOperations transactions;

	private final Clock clock;

	PolicyLoader(PolicyFile file, PolicyVersions versions, Schools schools, TransactionOperations transactions,
			Clock clock) {
		this.file = file;
		this.versions = versions;
		this.schools = schools;
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
		boolean known = this.versions.findFirstByKindAndSchoolIsNullOrderByIdDesc(kind)
			.filter((version) -> version.holds(hash))
			.isPresent();
		if (!known) {
			this.versions.save(new PolicyVersion(kind, values, hash, this.clock.instant()));
			this.schools.findAllByOrderByCode()
				.stream()
				.filter((school) -> school.kind() == kind)
				.flatMap((school) -> this.versions.findFirstBySchoolOrderByIdDesc(school.code()).stream())
				.forEach((own) -> follow(own, values));
		}
	}

	private void follow(PolicyVersion own, Map<String, String> values) {
		Map<String, String> overrides = new TreeMap<>(own.overrides());
		overrides.keySet().retainAll(values.keySet());
		Map<String, String> content = new TreeMap<>(values);
		content.putAll(overrides);
		String school = own.school();
		if (school != null && !own.holds(hash(content))) {
			this.versions.save(PolicyVersion.ofSchool(school, own.kind(), content, overrides, hash(content),
					PolicyVersionEntry.SYSTEM, "", this.clock.instant()));
		}
	}

	static String hash(Map<String, String> values) {
		try {
			byte[] text = new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
