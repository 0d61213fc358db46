package org.huxin.emergency;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * The first and the written report of a major crisis (H01, K23), with the ledger of what
 * belongs to them (H05).
 */
@Component
public class MajorReports {

	/** The forms whose entries make up the ledger: the event and the work on it. */
	private static final Set<String> LEDGER = Set.of("take-command", "keep-student-safe", "plan-guard", "go-on-site",
			"give-first-aid", "secure-scene", "decide-police", "calm-class", "protect-at-scene", "log-search",
			"log-guardian-call", "name-other-adult", "check-danger", "hand-over-student", "inform-superiors",
			"name-liaison", "care-for-siblings", "agree-words", "send-first-report", "list-evidence",
			"submit-class-material", "write-major-report", "send-major-report");

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final Clock clock;

	MajorReports(CaseFiles cases, PolicyProfiles policies, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * Until when the reports are made. Both limits count from the discovery; where the
	 * crisis came later in the course of the case, from now (rule of practice 6).
	 */
	public Limits plan(CaseRef ref, LocalDateTime discoveredAt) {
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDateTime first = discoveredAt.plus(this.policies.period(policy, "majorReport.first.limit"));
		LocalDateTime from = (first.isAfter(now)) ? discoveredAt : now;
		return new Limits(from.plus(this.policies.period(policy, "majorReport.first.limit")),
				from.plus(this.policies.period(policy, "majorReport.draft.limit")),
				from.plus(this.policies.period(policy, "majorReport.written.limit")), isClassConcerned(ref));
	}

	// after an attempt or a death the class hands in what it holds (H03)
	private boolean isClassConcerned(CaseRef ref) {
		return latest(ref, "attemptNow").equals("YES") || latest(ref, "responsePlan").equals(ResponsePlan.FAMILY);
	}

	private String latest(CaseRef ref, String key) {
		return this.cases.entries(ref)
			.stream()
			.map(RecordedEntry::fields)
			.filter((fields) -> fields.containsKey(key))
			.reduce((earlier, later) -> later)
			.map((fields) -> String.valueOf(fields.get(key)))
			.orElse("");
	}

	/**
	 * Files the report: which entries of the case tell the event and the work on it.
	 */
	public void file(CaseRef ref) {
		List<Integer> entries = this.cases.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SUBMISSION
					&& entry.form().filter(LEDGER::contains).isPresent())
			.map(RecordedEntry::number)
			.toList();
		this.cases.write(ref, NewEntry.system("majorReportFiled", null, null, Map.of("ledger", entries)));
	}

	/**
	 * The times of the two reports.
	 *
	 * @param first until when the first report is made
	 * @param draft until when the written report is drafted
	 * @param written until when it is sent
	 * @param classMaterial whether the class hands in what it holds
	 */
	public record Limits(LocalDateTime first, LocalDateTime draft, LocalDateTime written, boolean classMaterial) {
	}

}
