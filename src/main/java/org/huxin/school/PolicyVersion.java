package org.huxin.school;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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
 * The values of one kind of school, as they were at one time. Never changed: a case keeps
 * the version it began with.
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

	@SuppressWarnings("NullAway.Init")
	protected PolicyVersion() {
	}

	PolicyVersion(SchoolKind kind, Map<String, String> content, String contentHash, Instant loadedAt) {
		this.kind = kind;
		this.content.putAll(content);
		this.contentHash = contentHash;
		this.loadedAt = loadedAt;
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
