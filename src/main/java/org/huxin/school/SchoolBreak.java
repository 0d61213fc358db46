package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * A vacation or a public holiday in the calendar of a school, first and last day
 * included.
 */
@Entity
class SchoolBreak {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	private String name;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private LocalDate firstDay;

	private LocalDate lastDay;

	@SuppressWarnings("NullAway.Init")
	protected SchoolBreak() {
	}

	SchoolBreak(School school, String name, Kind kind, LocalDate firstDay, LocalDate lastDay) {
		if (lastDay.isBefore(firstDay)) {
			throw new IllegalArgumentException("A vacation begins before it ends");
		}
		this.id = UUID.randomUUID();
		this.school = school;
		this.name = name;
		this.kind = kind;
		this.firstDay = firstDay;
		this.lastDay = lastDay;
	}

	UUID id() {
		return this.id;
	}

	School school() {
		return this.school;
	}

	String name() {
		return this.name;
	}

	Kind kind() {
		return this.kind;
	}

	LocalDate firstDay() {
		return this.firstDay;
	}

	LocalDate lastDay() {
		return this.lastDay;
	}

	boolean overlaps(LocalDate from, LocalDate until) {
		return !from.isAfter(this.lastDay) && !until.isBefore(this.firstDay);
	}

	Vacation vacation() {
		return new Vacation(this.name, this.firstDay, this.lastDay, this.kind == Kind.HOLIDAY);
	}

	/** What kind of days they are. */
	enum Kind {

		/** 寒假、暑假: the students are away, the school's duty goes on. */
		VACATION,

		/** 法定节假日: staff is off as well. */
		HOLIDAY

	}

}
