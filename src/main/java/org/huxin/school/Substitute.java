package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * Somebody stands in for an absent colleague, first and last day included.
 */
@Entity
class Substitute {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private StaffMember absent;

	@ManyToOne(fetch = FetchType.LAZY)
	private StaffMember substitute;

	private LocalDate fromDay;

	private LocalDate untilDay;

	@SuppressWarnings("NullAway.Init")
	protected Substitute() {
	}

	Substitute(StaffMember absent, StaffMember substitute, LocalDate fromDay, LocalDate untilDay) {
		if (absent.id().equals(substitute.id())) {
			throw new IllegalArgumentException("Nobody stands in for himself");
		}
		if (untilDay.isBefore(fromDay)) {
			throw new IllegalArgumentException("A substitution begins before it ends");
		}
		this.id = UUID.randomUUID();
		this.absent = absent;
		this.substitute = substitute;
		this.fromDay = fromDay;
		this.untilDay = untilDay;
	}

	UUID id() {
		return this.id;
	}

	StaffMember absent() {
		return this.absent;
	}

	StaffMember substitute() {
		return this.substitute;
	}

	LocalDate fromDay() {
		return this.fromDay;
	}

	LocalDate untilDay() {
		return this.untilDay;
	}

}
