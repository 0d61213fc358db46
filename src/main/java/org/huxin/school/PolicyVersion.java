package org.huxin.school;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;

/**
 * The values of one kind of school, or of one school, as they were at one time. Never
 * changed: a case keeps the version it began with.
 */
@Entity
class PolicyVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private SchoolKind kind;

	private String contentHash;

	private Instant loadedAt;

	@ElementCollection
	@CollectionTable(name = "policy_value", joinColumns = @JoinColumn(name = "version_id"))
	@MapKeyColumn(name = "key")
	@Column(name = "value")
	private Map<String, String> content = new HashMap<>();

	private @Nullable String school;

	private @Nullable String author;

	private @Nullable String reason;

	@ElementCollection
	@CollectionTable(name = "policy_override", joinColumns = @JoinColumn(name = "version_id"))
	@MapKeyColumn(name = "key")
	@Column(name = "value")
	private Map<String, String> overrides = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected PolicyVersion() {
	}

	PolicyVersion(SchoolKind kind, Map<String, String> content, String contentHash, Instant loadedAt) {
		this.kind = kind;
		this.content.putAll(content);
		this.contentHash = contentHash;
		this.loadedAt = loadedAt;
	}

	/**
	 * The profile of one school.
	 * @param overrides what its administrators set by hand
	 */
	static PolicyVersion ofSchool(String school, SchoolKind kind, Map<String, String> content,
			Map<String, String> overrides, String contentHash, String author, String reason, Instant at) {
		PolicyVersion version = new PolicyVersion(kind, content, contentHash, at);
		version.school = school;
		version.author = author;
		version.reason = reason;
		version.overrides.putAll(overrides);
		return version;
	}

	boolean isOfSchool() {
		return this.school != null;
	}

	@Nullable String school() {
		return this.school;
	}

	Optional<String> author() {
		return Optional.ofNullable(this.author);
	}

	String reason() {
		return (this.reason != null) ? this.reason : "";
	}

	Instant loadedAt() {
		return this.loadedAt;
	}

	Map<String, String> overrides() {
		return this.overrides;
	}

	SchoolKind kind() {
		return this.kind;
	}

	boolean holds(String hash) {
		return this.contentHash.equals(hash);
	}

	@Nullable Long id() {
		return this.id;
	}

	Map<String, String> content() {
		return this.content;
	}

}
