package org.huxin.school;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/**
 * A school. Its code is for good: running cases carry it.
 */
@Entity
class School {

	@Id
	private UUID id;

	private String code;

	private String name;

	@Enumerated(EnumType.STRING)
	private SchoolKind kind;

	private String dutyPhone;

	@SuppressWarnings("NullAway.Init")
	protected School() {
	}

	School(String code, String name, SchoolKind kind, String dutyPhone) {
		if (!code.matches("[a-z0-9]{1,32}")) {
			throw new IllegalArgumentException("A school's code is 1 to 32 of a-z and 0-9");
		}
		this.id = UUID.randomUUID();
		this.code = code;
		this.name = name;
		this.kind = kind;
		this.dutyPhone = dutyPhone;
	}

	void correct(String name, String dutyPhone) {
		this.name = name;
		this.dutyPhone = dutyPhone;
	}

	UUID id() {
		return this.id;
	}

	String code() {
		return this.code;
	}

	SchoolKind kind() {
		return this.kind;
	}

	SchoolEntry entry() {
		return new SchoolEntry(this.code, this.name, this.kind, this.dutyPhone);
	}

}
