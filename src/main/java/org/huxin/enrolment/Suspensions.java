package org.huxin.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * A student who is away: until when, and when somebody next asks how he is (G02). It is
 * read from the case file, so that a student whose return was put off goes on where he
 * was.
 */
@Component
public class Suspensions {

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final Clock clock;

	Suspensions(CaseFiles cases, PolicyProfiles policies, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The dates of the time away; of a student who was never suspended only when he is
	 * next asked.
	 */
	public Away away(CaseRef ref) {
		List<RecordedEntry> entries = this.cases.entries(ref);
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		Optional<LocalDate> until = until(entries, now.toLocalDate());
		EndDates end = EndDates.of(until.orElse(now.toLocalDate()), days(policy, "suspension.reminder.before"),
				days(policy, "suspension.next.limit"), now);
		LocalDateTime contact = lastContact(entries).orElse(now)
			.plus(this.policies.period(policy, "suspension.contact.interval"));
		return new Away(until.isPresent(), end.reminder(), end.nextStepDue(), contact.isAfter(now) ? contact : now);
	}

	// a return that was put off to a day is spoken about before that day
	private static Optional<LocalDate> until(List<RecordedEntry> entries, LocalDate today) {
		Optional<LocalDate> until = Optional.empty();
		for (RecordedEntry entry : entries) {
			Optional<Object> registered = value(entry, "register-suspension", "suspendedUntil");
			Optional<Object> deferred = value(entry, "review-resumption", "deferUntil");
			if (registered.isPresent()) {
				until = registered.map(Days::of);
			}
			else if (deferred.isPresent()) {
				until = deferred.map(Days::of);
			}
			else if (value(entry, "apply-resumption", "suspendedEarlier").filter(Boolean.TRUE::equals).isPresent()
					&& until.isEmpty()) {
				until = Optional.of(today);
			}
		}
		return until;
	}

	private Optional<LocalDateTime> lastContact(List<RecordedEntry> entries) {
		return entries.stream()
			.filter((entry) -> value(entry, "contact-away", "awayResult").isPresent())
			.reduce((earlier, later) -> later)
			.map((entry) -> LocalDateTime.ofInstant(entry.recordedAt(), this.clock.getZone()));
	}

	private static Optional<Object> value(RecordedEntry entry, String form, String key) {
		boolean same = entry.kind() == EntryKind.SUBMISSION && entry.form().filter(form::equals).isPresent();
		return (same) ? Optional.ofNullable(entry.fields().get(key)) : Optional.empty();
	}

	private Period days(long policy, String key) {
		return Period.parse(this.policies.text(policy, key));
	}

	/**
	 * The dates of the time away.
	 *
	 * @param suspended whether the student was suspended at all
	 * @param reminder when the end is spoken about
	 * @param nextStepDue until when somebody applies for what comes next
	 * @param contactDue when somebody next asks how the student is
	 */
	public record Away(boolean suspended, LocalDateTime reminder, LocalDateTime nextStepDue, LocalDateTime contactDue) {
	}

}
