package org.huxin.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * What a referral needs to know of a case, and what it leaves in the file.
 */
@Component
public class Referrals {

	/** From this age on the student decides himself (rule of practice 8). */
	private static final int OF_AGE = 18;

	private final CaseFiles cases;

	private final SchoolDirectory directory;

	private final Clock clock;

	Referrals(CaseFiles cases, SchoolDirectory directory, Clock clock) {
		this.cases = cases;
		this.directory = directory;
		this.clock = clock;
	}

	/**
	 * Whether the student of a case is of age.
	 */
	public boolean isOfAge(CaseRef ref) {
		LocalDate today = LocalDate.now(this.clock);
		return this.directory.student(this.cases.get(ref).student())
			.filter((student) -> !student.birthDate().plusYears(OF_AGE).isAfter(today))
			.isPresent();
	}

	/**
	 * Whether a guardian has been told, by whichever step.
	 */
	public boolean isGuardianInformed(CaseRef ref) {
		List<RecordedEntry> entries = this.cases.entries(ref);
		return said(entries, "log-guardian-call", "callAnswer", "REACHED")
				|| said(entries, "inform-guardian", "reached", "REACHED")
				|| said(entries, "answer-guardian", "met", "MET")
				|| said(entries, "notify-guardian", "noticeResult", "TOLD")
				|| said(entries, "hand-over-home", "receivedBy", "GUARDIAN");
	}

	private static boolean said(List<RecordedEntry> entries, String form, String key, String value) {
		return entries.stream()
			.filter((entry) -> entry.form().filter(form::equals).isPresent())
			.anyMatch((entry) -> value.equals(entry.fields().get(key)));
	}

	/**
	 * Keeps that the hospital's answer was asked for again.
	 */
	public void remindOfFeedback(CaseRef ref) {
		this.cases.write(ref, NewEntry.system("feedbackReminded", null, null, Map.of()));
	}

	/**
	 * Removes the markers: no level is left, from which the case can be closed, the file
	 * stays sealed, enrolment knows nothing of it (S5, rule of practice 9).
	 */
	public void removeMarkers(CaseRef ref) {
		this.cases.rate(ref, "NONE");
		this.cases.write(ref, NewEntry.system("markersRemoved", null, null, Map.of("level", "NONE")));
	}

}
