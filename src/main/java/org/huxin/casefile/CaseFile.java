package org.huxin.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.NaturalId;
import org.huxin.vault.SealingKey;
import org.huxin.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * One case of one student. Knows its key, counts its entries and seals who it is about.
 */
@Entity
@Table(name = "case_file")
class CaseFile {

	@Id
	private UUID id;

	@NaturalId
	private String school;

	@NaturalId
	private String number;

	private long policyVersion;

	private byte[] wrappedKey;

	private byte[] student;

	private String studentToken;

	@Column(name = "level")
	private byte @Nullable [] level;

	private @Nullable String counsellor;

	@Enumerated(EnumType.STRING)
	private CaseStatus status;

	private @Nullable String joinedTo;

	private Instant openedAt;

	private @Nullable Instant closedAt;

	private int entryCount;

	/** Opened once for as long as this case is in hand. */
	@Transient
	private @Nullable SealingKey key;

	/** The tokens of its 回避名单, read once for as long as this case is in hand. */
	@Transient
	private @Nullable Set<String> avoided;

	@SuppressWarnings("NullAway.Init")
	protected CaseFile() {
	}

	CaseFile(CaseRef ref, UUID student, long policyVersion, Vault vault, Instant openedAt) {
		this.id = UUID.randomUUID();
		this.school = ref.school();
		this.number = ref.number();
		this.policyVersion = policyVersion;
		this.wrappedKey = vault.newCaseKey(this.id.toString());
		this.student = key(vault).seal(student.toString(), place("student"));
		this.studentToken = studentToken(vault, student);
		this.status = CaseStatus.OPEN;
		this.openedAt = openedAt;
	}

	static String studentToken(Vault vault, UUID student) {
		return vault.index().token("case.student", student.toString());
	}

	CaseEntry write(NewEntry entry, @Nullable Integer amends, Vault vault, Instant at) {
		this.entryCount++;
		return new CaseEntry(this.id, this.entryCount, entry, amends, key(vault), at);
	}

	Map<String, Object> open(CaseEntry entry, Vault vault) {
		return entry.open(key(vault));
	}

	/** The tokens of who is on its 回避名单. */
	Set<String> avoided(Supplier<Set<String>> read) {
		Set<String> known = this.avoided;
		if (known == null) {
			known = read.get();
			this.avoided = known;
		}
		return known;
	}

	/** The 回避名单 has changed. */
	void forgetAvoided() {
		this.avoided = null;
	}

	String avoidanceToken(Vault vault, UUID person) {
		return vault.index().token("case.avoidance:" + this.id, person.toString());
	}

	void rate(String level, Vault vault) {
		this.level = key(vault).seal(level, place("level"));
	}

	void takenOnBy(String account) {
		if (this.counsellor == null) {
			this.counsellor = account;
		}
	}

	long policyVersion() {
		return this.policyVersion;
	}

	void follow(long version) {
		this.policyVersion = version;
	}

	boolean isOpen() {
		return this.status == CaseStatus.OPEN;
	}

	boolean isWith(String account) {
		return account.equals(this.counsellor);
	}

	void handedOverTo(@Nullable String account) {
		this.counsellor = account;
	}

	void end(CaseStatus status, @Nullable String joinedTo, Instant at) {
		if (this.status != CaseStatus.OPEN) {
			throw new IllegalStateException("Case " + this.number + " is not open");
		}
		this.status = status;
		this.joinedTo = joinedTo;
		this.closedAt = at;
	}

	CaseSummary summary(Vault vault) {
		SealingKey key = key(vault);
		byte[] sealedLevel = this.level;
		return new CaseSummary(new CaseRef(this.school, this.number),
				UUID.fromString(key.open(this.student, place("student"))), this.status,
				Optional.ofNullable(this.counsellor),
				(sealedLevel != null) ? Optional.of(key.open(sealedLevel, place("level"))) : Optional.empty(),
				Optional.ofNullable(this.joinedTo), this.policyVersion, this.openedAt,
				Optional.ofNullable(this.closedAt));
	}

	UUID id() {
		return this.id;
	}

	int entryCount() {
		return this.entryCount;
	}

	private SealingKey key(Vault vault) {
		SealingKey opened = this.key;
		if (opened == null) {
			opened = vault.caseKey(this.wrappedKey, this.id.toString());
			this.key = opened;
		}
		return opened;
	}

	private String place(String field) {
		return "case:" + this.id + ":" + field;
	}

}
