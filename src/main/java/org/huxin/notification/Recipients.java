package org.huxin.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.stereotype.Component;

/**
 * Whom a case may be mentioned to at all, asked when a message is written and once more
 * before it leaves: staff who work here and are not on its 回避名单 (rule of practice 2), and
 * the student's own guardians whom it is safe to tell (rule of practice 1). And where
 * they are reached.
 */
@Component
class Recipients {

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final Preferences preferences;

	private final Clock clock;

	Recipients(SchoolDirectory directory, CaseFiles caseFiles, Preferences preferences, Clock clock) {
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.preferences = preferences;
		this.clock = clock;
	}

	boolean mayBeTold(String account, CaseRef ref) {
		Optional<SchoolDirectory.Employment> staff = this.directory.employment(account);
		if (staff.isPresent()) {
			return staff.get().active() && !this.caseFiles.avoids(ref, staff.get().person().id());
		}
		return this.directory.guardianByAccount(account)
			.filter((guardian) -> guardian.safe() == SafeToInform.YES
					&& guardian.student().equals(this.caseFiles.get(ref).student()))
			.isPresent();
	}

	/**
	 * Whether a group of the staff may be told: only where nobody in it could be one whom
	 * the case avoids.
	 */
	boolean groupMayBeTold(CaseRef ref) {
		return !this.caseFiles.casesThatAvoid().contains(ref);
	}

	/** Who is away is not woken: his substitute is told. */
	boolean isAway(String account) {
		return this.directory.staffByAccount(account)
			.map(StaffEntry::id)
			.filter((id) -> this.directory.isAbsent(id, LocalDate.now(this.clock)))
			.isPresent();
	}

	boolean isStaff(String account) {
		return this.directory.staffByAccount(account).isPresent();
	}

	/** Where somebody is reached; a robot knows its group itself. */
	Optional<String> address(Channel channel, String account) {
		return switch (channel) {
			case MAIL -> this.preferences.of(account).mail();
			case SMS -> this.directory.phone(account);
			case WECOM, DINGTALK -> Optional.of("");
		};
	}

}
