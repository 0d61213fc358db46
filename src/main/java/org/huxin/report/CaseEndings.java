package org.huxin.report;

import java.util.Map;
import java.util.NoSuchElementException;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.Recusal;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.stereotype.Component;

/**
 * How a case ends: closed by two persons, found to be no crisis, joined to another one
 * about the same student, handed over, void, or sealed.
 */
@Component
public class CaseEndings {

	private final CaseFiles cases;

	private final SchoolDirectory directory;

	private final Recusal recusal;

	CaseEndings(CaseFiles cases, SchoolDirectory directory, Recusal recusal) {
		this.cases = cases;
		this.directory = directory;
		this.recusal = recusal;
	}

	/**
	 * Ends a case; a joined one has ended already.
	 * @param agreed whether two persons closed it
	 */
	public void end(CaseRef ref, boolean agreed) {
		end(ref, "caseEnded", (agreed) ? CaseStatus.CLOSED : CaseStatus.NOT_A_CRISIS);
	}

	/**
	 * Ends a case that was handed over to another school (G16).
	 */
	public void handOver(CaseRef ref) {
		end(ref, "caseHandedOver", CaseStatus.HANDED_OVER);
	}

	/**
	 * Ends a case that was opened by mistake, as two persons agreed. Nothing is removed.
	 */
	public void voided(CaseRef ref) {
		end(ref, "caseVoided", CaseStatus.VOID);
	}

	/**
	 * Seals a case after a death (rule of practice 5).
	 */
	public void seal(CaseRef ref) {
		end(ref, "caseSealed", CaseStatus.SEALED);
	}

	/**
	 * Keeps that the receiver of a hand-over never answered (invariant 5).
	 */
	public void noteSilence(CaseRef ref) {
		this.cases.write(ref, NewEntry.system("handOverUnanswered", null, null, Map.of()));
	}

	/**
	 * Whether the police have not been told yet of harm that was suspected (law 11):
	 * whatever ends a case, that report is made.
	 */
	public boolean owesPoliceReport(CaseRef ref) {
		return MandatoryReports.isOwed(this.cases.entries(ref));
	}

	/**
	 * Keeps whether the running case took a change up, or the next assessor reads it.
	 */
	public void noteChange(CaseRef ref, boolean takenUp) {
		this.cases.write(ref, NewEntry.system((takenUp) ? "changeTakenUp" : "changeNoted", null, null, Map.of()));
	}

	/**
	 * Whether somebody has entered that the student died: whatever comes after that stops
	 * the care for the family no more (rule of practice 5).
	 */
	public boolean hasDied(CaseRef ref) {
		return this.cases.entries(ref).stream().map(RecordedEntry::fields).anyMatch(CaseEndings::isDeath);
	}

	private static boolean isDeath(Map<String, Object> fields) {
		return "DEATH".equals(fields.get("changeKind"))
				|| ("DEATH".equals(fields.get("actKind")) && "CONFIRMED".equals(fields.get("outcome")))
				|| "DIED".equals(fields.get("danger")) || "DIED".equals(fields.get("foundHow"));
	}

	private void end(CaseRef ref, String event, CaseStatus status) {
		if (this.cases.get(ref).isOpen()) {
			this.cases.write(ref, NewEntry.system(event, null, null, Map.of()));
			this.cases.end(ref, status);
		}
	}

	/**
	 * Joins a second report to the case that the counsellor chose at verification. The
	 * reporter learns nothing of it.
	 */
	public void join(CaseRef ref) {
		String to = this.cases.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter("verify-concern"::equals).isPresent())
			.reduce((first, second) -> second)
			.map(RecordedEntry::fields)
			.map((fields) -> fields.get("joinTo"))
			.map(Object::toString)
			.orElseThrow(() -> new NoSuchElementException("Case " + ref.number() + " was to be joined, but to none"));
		CaseRef target = new CaseRef(ref.school(), to);
		this.cases.write(target, NewEntry.system("reportJoined", null, null, Map.of("case", ref.number())));
		this.cases.write(ref, NewEntry.system("joinedTo", null, null, Map.of("case", to)));
		this.cases.join(ref, to);
		avoidTheSame(ref, target);
	}

	// whoever one of the two reports names sees neither: the joined one would tell him of
	// the other (rule of practice 2)
	private void avoidTheSame(CaseRef joined, CaseRef target) {
		for (StaffEntry staff : this.directory.staff(target.school())) {
			if (this.cases.avoids(joined, staff.id()) || this.cases.avoids(target, staff.id())) {
				this.cases.avoid(joined, staff.id());
				this.cases.avoid(target, staff.id());
				if (this.cases.get(target).counsellor().filter(staff.account()::equals).isPresent()) {
					this.cases.handOver(target, this.cases.get(joined).counsellor().orElse(null));
				}
			}
		}
		this.recusal.apply(target);
	}

}
