package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * A term of a school; between terms is vacation.
 */
@Entity
class Term {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	private String name;

	private LocalDate startsOn;

	private LocalDate endsOn;

	@SuppressWarnings("NullAway.Init")
	protected Term() {
	}

	Term(School school, String name, LocalDate startsOn, LocalDate endsOn) {
		if (!startsOn.isBefore(endsOn)) {
			throw new IllegalArgumentException("A term begins before it ends");
		}
		this.id = UUID.randomUUID();
		this.school = school;
		this.name = name;
		this.startsOn = startsOn;
		this.endsOn = endsOn;
	}

	School school() {
		return this.school;
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	LocalDate startsOn() {
		return this.startsOn;
	}

	LocalDate endsOn() {
		return this.endsOn;
	}

	boolean overlaps(LocalDate from, LocalDate until) {
		return !from.isAfter(this.endsOn) && !until.isBefore(this.startsOn);
	}

}
