package org.huxin.school;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff of a school, or of the district office. Name and phone are sealed.
 */
@Entity
@Table(name = "staff")
class StaffMember {

	private static final String TABLE = "staff";

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable School school;

	@NaturalId
	private String account;

	private byte[] name;

	private byte @Nullable [] phone;

	private @Nullable String qualification;

	private @Nullable LocalDate qualifiedUntil;

	private boolean active;

	@ElementCollection
	@CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	@SuppressWarnings("NullAway.Init")
	protected StaffMember() {
	}

	StaffMember(@Nullable School school, String account, String name, Set<Role> roles, Seals seals) {
		this.id = UUID.randomUUID();
		this.school = school;
		this.account = account;
		this.name = seals.seal(name, TABLE, this.id, "name");
		this.active = true;
		appoint(roles);
	}

	/** From now on he or she is exactly this. */
	void appoint(Set<Role> roles) {
		if (roles.isEmpty() || !roles.stream().allMatch(Role::isStaff)) {
			throw new IllegalArgumentException("A member of staff has at least one role, and only roles of staff");
		}
		if (this.school != null && roles.contains(Role.DISTRICT)) {
			throw new IllegalArgumentException("The role of the district belongs to no school");
		}
		this.roles.retainAll(roles);
		this.roles.addAll(roles);
	}

	void reachableAt(String phone, Seals seals) {
		this.phone = phone.isBlank() ? null : seals.seal(phone, TABLE, this.id, "phone");
	}

	/** A23: the certificate of a counsellor and its last day. */
	void qualify(String qualification, LocalDate until) {
		this.qualification = qualification;
		this.qualifiedUntil = until;
	}

	void leave() {
		this.active = false;
	}

	void comeBack() {
		this.active = true;
	}

	boolean isQualified(LocalDate day) {
		return this.qualifiedUntil != null && !day.isAfter(this.qualifiedUntil);
	}

	UUID id() {
		return this.id;
	}

	String account() {
		return this.account;
	}

	@Nullable School school() {
		return this.school;
	}

	boolean is(Role role) {
		return this.roles.contains(role);
	}

	boolean sharesARoleWith(StaffMember other) {
		return this.roles.stream().anyMatch(other.roles::contains);
	}

	boolean isActive() {
		return this.active;
	}

	Optional<Qualification> qualification() {
		return (this.qualification != null && this.qualifiedUntil != null)
				? Optional.of(new Qualification(this.qualification, this.qualifiedUntil)) : Optional.empty();
	}

	Optional<String> phone(Seals seals) {
		byte[] sealed = this.phone;
		return (sealed != null) ? Optional.of(seals.open(sealed, TABLE, this.id, "phone")) : Optional.empty();
	}

	StaffEntry entry(Seals seals) {
		return new StaffEntry(this.id, (this.school != null) ? this.school.code() : null, this.account,
				seals.open(this.name, TABLE, this.id, "name"), this.roles);
	}

}
