package org.huxin.school;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is absent, first and last day included; somebody may stand in for him.
 */
@Entity
class Substitute {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private StaffMember absent;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable StaffMember substitute;

	private LocalDate fromDay;

	private LocalDate untilDay;

	private boolean begun;

	private boolean ended;

	@SuppressWarnings("NullAway.Init")
	protected Substitute() {
	}

	Substitute(StaffMember absent, @Nullable StaffMember substitute, LocalDate fromDay, LocalDate untilDay) {
		if (substitute != null && absent.id().equals(substitute.id())) {
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

	@Nullable StaffMember substitute() {
		return this.substitute;
	}

	LocalDate fromDay() {
		return this.fromDay;
	}

	LocalDate untilDay() {
		return this.untilDay;
	}

	boolean overlaps(LocalDate from, LocalDate until) {
		return !from.isAfter(this.untilDay) && !until.isBefore(this.fromDay);
	}

	/** The absence has begun, or is over, by this day and everybody knows. */
	void announced(LocalDate day) {
		this.begun = true;
		this.ended = this.untilDay.isBefore(day);
	}

	/** Back earlier than planned: the day before was the last. */
	void backOn(LocalDate day) {
		this.untilDay = day.minusDays(1);
		this.ended = true;
	}

}
