package org.huxin.school;

import java.security.Principal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which part of the directory an administrator may change: his school, or everything when
 * he belongs to no school.
 */
@Component
public class DirectoryAccess {

	private final Staff staff;

	private final Schools schools;

	DirectoryAccess(Staff staff, Schools schools) {
		this.staff = staff;
		this.schools = schools;
	}

	/**
	 * The school of an administrator.
	 * @return the code, empty if he administers everything
	 * @throws AccessDeniedException if the person is no active administrator
	 */
	@Transactional(readOnly = true)
	public Optional<String> school(@Nullable Principal person) {
		StaffMember member = Optional.ofNullable(person)
			.flatMap((known) -> this.staff.findByAccount(known.getName()))
			.filter(StaffMember::isActive)
			.filter((found) -> found.is(Role.ADMINISTRATOR))
			.orElseThrow(() -> new AccessDeniedException("Not an administrator"));
		return Optional.ofNullable(member.school()).map(School::code);
	}

	/**
	 * Refuses an administrator of another school as if the school did not exist.
	 * @param code the school he asks for, {@code null} for the district office
	 */
	@Transactional(readOnly = true)
	public void require(@Nullable Principal person, @Nullable String code) {
		Optional<String> own = school(person);
		boolean covered = own.isEmpty() || own.get().equals(code);
		boolean exists = code == null || this.schools.findByCode(code).isPresent();
		if (!covered || !exists) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
