package org.huxin.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * The report to the leaders (D01, K04): made by the system, without a word of the story,
 * acknowledged by a person.
 */
@Component
public class LeaderReports {

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final Clock clock;

	LeaderReports(CaseFiles cases, PolicyProfiles policies, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * Reports a case to the leaders.
	 * @param discoveredAt the discovery clock (rule of practice 6)
	 * @param urgency NOW, TODAY or WEEK
	 * @param later whether the need arose in the course of the case: then a time that ran
	 * out long ago does not count
	 * @return until when it is to be acknowledged, and when to remind
	 */
	public LeaderReport send(CaseRef ref, LocalDateTime discoveredAt, String urgency, boolean later) {
		LocalDateTime now = LocalDateTime.now(this.clock);
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime due = discoveredAt.plus(this.policies.period(policy, "report.leader.limit." + urgency));
		LocalDateTime reminder = discoveredAt.plus(this.policies.period(policy, "report.leader.reminder." + urgency));
		if (later && !due.isAfter(now)) {
			due = now.plus(this.policies.period(policy, "report.leader.later"));
		}
		if (!reminder.isAfter(now)) {
			reminder = now.plus(Duration.between(now, due).dividedBy(2));
		}
		this.cases.write(ref, NewEntry.system("leaderReportSent", null, null, Map.of("urgency", urgency)));
		return new LeaderReport(due, reminder);
	}

	/**
	 * Requires the report to the police that an emergency asked for (law 11).
	 * @return whether it was not required before
	 */
	public boolean requirePolice(CaseRef ref) {
		boolean before = MandatoryReports.wasRequired(this.cases.entries(ref));
		if (!before) {
			this.cases.write(ref,
					NewEntry.system("policeReportRequired", null, null, Map.of("externalReport", "REQUIRED")));
		}
		return !before;
	}

	/**
	 * Keeps that the leaders were reminded, or that the next level was called.
	 * @param event {@code leaderReportReminded} or {@code leaderReportEscalated}
	 */
	public void note(CaseRef ref, String event) {
		this.cases.write(ref, NewEntry.system(event, null, null, Map.of()));
	}

	/**
	 * The times of one report.
	 *
	 * @param due until when it is to be acknowledged
	 * @param reminder when to remind
	 */
	public record LeaderReport(LocalDateTime due, LocalDateTime reminder) {
	}

}
