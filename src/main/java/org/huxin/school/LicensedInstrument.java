package org.huxin.school;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * An instrument that a school may use by its own licence: name, version, scale and
 * cut-offs, never an item.
 */
@Entity
class LicensedInstrument {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private School school;

	private String name;

	private String version;

	private int lowest;

	private int highest;

	private int watchFrom;

	private int highFrom;

	private boolean offered;

	@SuppressWarnings("NullAway.Init")
	protected LicensedInstrument() {
	}

	LicensedInstrument(School school, String name, String version, Scale scale) {
		this.id = UUID.randomUUID();
		this.school = school;
		this.name = name;
		this.version = version;
		this.lowest = scale.lowest();
		this.highest = scale.highest();
		this.watchFrom = scale.watchFrom();
		this.highFrom = scale.highFrom();
		this.offered = true;
	}

	/**
	 * Bounds and cut-offs as the school's own norms say.
	 */
	record Scale(int lowest, int highest, int watchFrom, int highFrom) {

		Scale {
			if (lowest < 0 || highest > 1000 || lowest >= highest || watchFrom <= lowest || highFrom < watchFrom
					|| highFrom > highest) {
				throw DirectoryRefused.scale();
			}
		}

	}

	School school() {
		return this.school;
	}

	boolean is(String name, String version) {
		return this.name.equals(name) && this.version.equals(version);
	}

	boolean isOffered() {
		return this.offered;
	}

	void offer(boolean offered) {
		this.offered = offered;
	}

	LicensedInstrumentEntry entry() {
		return new LicensedInstrumentEntry(this.id, this.name, this.version, this.lowest, this.highest, this.watchFrom,
				this.highFrom, this.offered);
	}

}
