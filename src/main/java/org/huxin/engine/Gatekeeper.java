package org.huxin.engine;

import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who may see and do what (H07), from relations to the case and never from a
 * table of grants. Listing a task, opening its form and working on it are three separate
 * rights. The engine's checks, the door and our own pages ask here.
 */
@Component
public class Gatekeeper {

	/**
	 * The link of those who see that a task exists, and when it is due, and nothing else:
	 * leaders of the school.
	 */
	static final String OBSERVER = "observer";

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	Gatekeeper(Accounts accounts, SchoolDirectory directory, CaseFiles caseFiles) {
		this.accounts = accounts;
		this.directory = directory;
		this.caseFiles = caseFiles;
	}

	/** What a person may read of a case. */
	public enum Reading {

		/** Nothing, not even that it exists. */
		NONE,
		/** The fields that a form opens to the reader's role, and his own entries. */
		OWN_PART,
		/** Everything: the counsellors. */
		ALL

	}

	/**
	 * Whether the task stands in this person's lists.
	 */
	boolean mayList(Account person, TaskEntity task) {
		return isOfSchool(person, task)
				&& (isAssigned(person, task) || isLinked(person, task, IdentityLinkType.CANDIDATE, OBSERVER));
	}

	/**
	 * Whether this person may open the task's form.
	 */
	boolean mayOpen(Account person, TaskEntity task) {
		return isOfSchool(person, task) && (isAssigned(person, task)
				|| (task.getAssignee() == null && isLinked(person, task, IdentityLinkType.CANDIDATE)));
	}

	/**
	 * Whether this person may take the task, give it back or submit its form.
	 */
	boolean mayWork(Account person, TaskEntity task) {
		return mayOpen(person, task);
	}

	/**
	 * The staff who stand on the 回避名单 of a student's cases without being named: his own
	 * parents (rule of practice 2).
	 */
	Set<UUID> conflicted(UUID student) {
		return this.directory.parentsAmongStaff(student);
	}

	/**
	 * What this person may read of a case: all for the responsible counsellor (until
	 * there is one, or when he has left, for the school's counsellors), a part for the
	 * student's head teacher, the leaders and whoever wrote in it, nothing for anybody on
	 * its 回避名单.
	 */
	@Transactional(readOnly = true)
	public Reading reading(Account person, CaseSummary caseFile) {
		if (!this.accounts.schoolsOf(person).contains(caseFile.ref().school())) {
			return Reading.NONE;
		}
		StaffEntry staff = this.directory.staffByAccount(person.name()).orElse(null);
		if (staff == null || this.caseFiles.avoids(caseFile.ref(), staff.id())) {
			return Reading.NONE;
		}
		if (person.roles().contains(Role.COUNSELOR)
				&& (caseFile.counsellor().filter(person.name()::equals).isPresent() || !hasCounsellor(caseFile))) {
			return Reading.ALL;
		}
		boolean part = person.roles().contains(Role.LEADER) || isHeadTeacher(staff, caseFile.student())
				|| hasWritten(person, caseFile.ref());
		return part ? Reading.OWN_PART : Reading.NONE;
	}

	/**
	 * The roles in which a person stands to a case, as the {@code sees} property of a
	 * field names them.
	 */
	@Transactional(readOnly = true)
	public Set<Role> rolesIn(Account person, CaseSummary caseFile) {
		java.util.EnumSet<Role> roles = java.util.EnumSet.noneOf(Role.class);
		roles.addAll(person.roles());
		StaffEntry staff = this.directory.staffByAccount(person.name()).orElse(null);
		if (staff == null || !isHeadTeacher(staff, caseFile.student())) {
			roles.remove(Role.HEAD_TEACHER);
		}
		return roles;
	}

	/** Whether somebody is responsible for the case, and still works here. */
	boolean hasCounsellor(CaseSummary caseFile) {
		return caseFile.counsellor().filter(this.directory::isActive).isPresent();
	}

	private boolean isHeadTeacher(StaffEntry staff, UUID student) {
		return this.directory.responsibleFor(student, Role.HEAD_TEACHER)
			.stream()
			.anyMatch((teacher) -> teacher.id().equals(staff.id()));
	}

	// a report reveals nothing: having reported is no reason to see the case (rule of
	// practice 3)
	private boolean hasWritten(Account person, CaseRef ref) {
		return this.caseFiles.hasWorkedOn(ref, person.name());
	}

	private boolean isOfSchool(Account person, TaskEntity task) {
		@Nullable String school = task.getTenantId();
		return school != null && this.accounts.schoolsOf(person).contains(school);
	}

	private static boolean isAssigned(Account person, TaskEntity task) {
		return person.name().equals(task.getAssignee());
	}

	private static boolean isLinked(Account person, TaskEntity task, String... types) {
		for (IdentityLink link : task.getIdentityLinks()) {
			if (person.name().equals(link.getUserId()) && Set.of(types).contains(link.getType())) {
				return true;
			}
		}
		return false;
	}

}
