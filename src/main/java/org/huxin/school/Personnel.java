package org.huxin.school;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works here: joins, is appointed, qualifies, leaves. Nobody is deleted, for case
 * entries name their author for good.
 */
@Service
@Transactional
public class Personnel {

	private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

	private final Staff staff;

	private final Guardians guardians;

	private final Schools schools;

	private final Absences absences;

	private final Seals seals;

	Personnel(Staff staff, Guardians guardians, Schools schools, Absences absences, Seals seals) {
		this.staff = staff;
		this.guardians = guardians;
		this.schools = schools;
		this.absences = absences;
		this.seals = seals;
	}

	/**
	 * Somebody begins to work.
	 * @param school the school's code, {@code null} for the district office
	 * @param account the account name, {@code [a-z][a-z0-9._-]{1,31}}
	 * @param name the name
	 * @param phone the phone, may be blank
	 * @param roles at least one
	 * @return the id
	 * @throws DirectoryRefused if the account name is taken or anything is not as said
	 */
	public UUID employ(@Nullable String school, String account, String name, String phone, Set<Role> roles) {
		if (!ACCOUNT.matcher(account).matches()) {
			throw DirectoryRefused.accountName();
		}
		if (this.staff.findByAccount(account).isPresent() || this.guardians.findByAccount(account).isPresent()) {
			throw DirectoryRefused.accountTaken(account);
		}
		School employer = (school != null) ? this.schools.findByCode(school).orElseThrow(DirectoryRefused::notFound)
				: null;
		check(employer, roles);
		StaffMember member = new StaffMember(employer, account, Words.line(name), roles, this.seals);
		member.reachableAt(Words.phone(phone), this.seals);
		UUID id = this.staff.save(member).id();
		this.absences.changed(member);
		return id;
	}

	/**
	 * From now on he or she is exactly this.
	 * @throws DirectoryRefused if no role is left, or no administrator
	 */
	public void appoint(UUID id, Set<Role> roles) {
		StaffMember member = member(id);
		check(member.school(), roles);
		if (!roles.contains(Role.ADMINISTRATOR)) {
			keepOneAdministrator(member);
		}
		member.appoint(roles);
		this.absences.changed(member);
	}

	/**
	 * A23: the certificate of a counsellor and its last day.
	 */
	public void qualify(UUID id, String qualification, @Nullable LocalDate until) {
		if (qualification.isBlank() || until == null) {
			throw DirectoryRefused.qualification();
		}
		StaffMember member = member(id);
		member.qualify(Words.line(qualification), until);
		this.absences.changed(member);
	}

	/**
	 * He or she may not sign in any more and is offered nothing.
	 * @throws DirectoryRefused if no administrator would be left
	 */
	public void leave(UUID id) {
		StaffMember member = member(id);
		keepOneAdministrator(member);
		member.leave();
		this.absences.changed(member);
	}

	/**
	 * He or she works again.
	 */
	public void comeBack(UUID id) {
		StaffMember member = member(id);
		member.comeBack();
		this.absences.changed(member);
	}

	private static void check(@Nullable School school, Set<Role> roles) {
		if (roles.isEmpty() || !roles.stream().allMatch(Role::isStaff)) {
			throw DirectoryRefused.noRole();
		}
		if (school != null && roles.contains(Role.DISTRICT)) {
			throw DirectoryRefused.districtRole();
		}
	}

	private void keepOneAdministrator(StaffMember member) {
		if (member.isActive() && member.is(Role.ADMINISTRATOR) && this.staff.countActive(Role.ADMINISTRATOR) == 1) {
			throw DirectoryRefused.lastAdministrator();
		}
	}

	private StaffMember member(UUID id) {
		return this.staff.findById(id).orElseThrow(DirectoryRefused::notFound);
	}

}
