package org.huxin.school;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * A guardian of one student. Name and phone are sealed.
 */
@Entity
class Guardian {

	private static final String TABLE = "guardian";

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Student student;

	private int position;

	private byte[] name;

	private byte[] phone;

	private String relation;

	@Enumerated(EnumType.STRING)
	private SafeToInform safeToInform;

	private @Nullable String account;

	@SuppressWarnings("NullAway.Init")
	protected Guardian() {
	}

	Guardian(Student student, int position, String name, String phone, String relation, Seals seals) {
		this.id = UUID.randomUUID();
		this.student = student;
		this.position = position;
		this.name = seals.seal(name, TABLE, this.id, "name");
		this.phone = seals.seal(phone, TABLE, this.id, "phone");
		this.relation = relation;
		this.safeToInform = SafeToInform.UNKNOWN;
	}

	/**
	 * What a newer roster says of the guardian at this place. Another name is another
	 * person, of whom it is not known whether telling is safe; an account is not handed
	 * over either.
	 */
	void correct(String name, String phone, String relation, Seals seals) {
		if (!seals.open(this.name, TABLE, this.id, "name").equals(name)) {
			this.safeToInform = SafeToInform.UNKNOWN;
			this.account = null;
		}
		this.name = seals.seal(name, TABLE, this.id, "name");
		this.phone = seals.seal(phone, TABLE, this.id, "phone");
		this.relation = relation;
	}

	void mark(SafeToInform safe) {
		this.safeToInform = safe;
	}

	void signsInAs(String account) {
		this.account = account;
	}

	Optional<String> account() {
		return Optional.ofNullable(this.account);
	}

	UUID studentId() {
		return this.student.id();
	}

	int position() {
		return this.position;
	}

	GuardianEntry entry(Seals seals) {
		return new GuardianEntry(this.id, this.student.id(), seals.open(this.name, TABLE, this.id, "name"),
				this.relation, seals.open(this.phone, TABLE, this.id, "phone"), this.safeToInform, this.position);
	}

}
