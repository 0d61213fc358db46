package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * A student. Name, number and birth date are sealed.
 */
@Entity
class Student {

	private static final String TABLE = "student";

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "class_id")
	private SchoolClass schoolClass;

	private byte[] name;

	@Enumerated(EnumType.STRING)
	private Gender gender;

	private byte[] birthDate;

	private byte[] number;

	private String numberToken;

	private boolean enrolled;

	@SuppressWarnings("NullAway.Init")
	protected Student() {
	}

	Student(SchoolClass schoolClass, String number, String name, Gender gender, LocalDate birthDate, Seals seals) {
		this.id = UUID.randomUUID();
		this.schoolClass = schoolClass;
		this.number = seals.seal(number, TABLE, this.id, "number");
		this.numberToken = seals.numberToken(schoolClass.school().code(), number);
		this.name = seals.seal(name, TABLE, this.id, "name");
		this.birthDate = seals.seal(birthDate.toString(), TABLE, this.id, "birth_date");
		this.gender = gender;
		this.enrolled = true;
	}

	/** What a newer roster says of the same student number. */
	void correct(SchoolClass schoolClass, String name, Gender gender, LocalDate birthDate, Seals seals) {
		this.schoolClass = schoolClass;
		this.name = seals.seal(name, TABLE, this.id, "name");
		this.birthDate = seals.seal(birthDate.toString(), TABLE, this.id, "birth_date");
		this.gender = gender;
		this.enrolled = true;
	}

	UUID id() {
		return this.id;
	}

	SchoolClass schoolClass() {
		return this.schoolClass;
	}

	String numberToken() {
		return this.numberToken;
	}

	String number(Seals seals) {
		return seals.open(this.number, TABLE, this.id, "number");
	}

	Gender gender() {
		return this.gender;
	}

	StudentEntry entry(Seals seals) {
		return new StudentEntry(this.id, this.schoolClass.school().code(),
				seals.open(this.name, TABLE, this.id, "name"), this.schoolClass.fullName(),
				LocalDate.parse(seals.open(this.birthDate, TABLE, this.id, "birth_date")));
	}

}
