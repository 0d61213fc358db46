package org.huxin.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.huxin.vault.SealingKey;
import org.jspecify.annotations.Nullable;

/**
 * One immutable entry of a case file. Its content is sealed for this case and this number
 * and opens nowhere else.
 */
@Entity
@Table(name = "case_entry")
class CaseEntry {

	private static final ObjectMapper JSON = new ObjectMapper();

	@Id
	private UUID id;

	private UUID caseId;

	private int number;

	@Enumerated(EnumType.STRING)
	private EntryKind kind;

	private @Nullable String form;

	private @Nullable String formVersion;

	private @Nullable String taskElement;

	private @Nullable String taskId;

	private String author;

	private Instant recordedAt;

	private @Nullable Integer amends;

	private byte[] content;

	@SuppressWarnings("NullAway.Init")
	protected CaseEntry() {
	}

	CaseEntry(UUID caseId, int number, NewEntry entry, @Nullable Integer amends, SealingKey key, Instant at) {
		this.id = UUID.randomUUID();
		this.caseId = caseId;
		this.number = number;
		this.kind = entry.kind();
		this.form = entry.form();
		this.formVersion = entry.formVersion();
		this.taskElement = entry.taskElement();
		this.taskId = entry.taskId();
		this.author = entry.author();
		this.recordedAt = at;
		this.amends = amends;
		try {
			this.content = key.seal(JSON.writeValueAsString(entry.fields()), place());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("An entry holds texts, numbers, booleans, lists and maps", ex);
		}
	}

	Map<String, Object> open(SealingKey key) {
		try {
			return JSON.readValue(key.open(this.content, place()), new TypeReference<Map<String, Object>>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("Entry " + this.number + " of case " + this.caseId + " is not readable");
		}
	}

	RecordedEntry recorded(Map<String, Object> fields) {
		return new RecordedEntry(this.number, this.kind, Optional.ofNullable(this.form),
				Optional.ofNullable(this.formVersion), Optional.ofNullable(this.taskElement),
				Optional.ofNullable(this.taskId), this.author, this.recordedAt, Optional.ofNullable(this.amends),
				fields);
	}

	private String place() {
		return "entry:" + this.caseId + ":" + this.number;
	}

}
