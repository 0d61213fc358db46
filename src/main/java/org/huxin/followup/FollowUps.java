package org.huxin.followup;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.PolicyProfiles;

import org.springframework.stereotype.Component;

/**
 * The periods of follow-up: the head teacher looks in each, the counsellor in the first,
 * then in every third, which is day 30 and day 90 (rule of practice 13). Where it is
 * intensified the counsellor looks each time.
 */
@Component
public class FollowUps {

	/** Nobody is asked about a child at night. */
	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final Clock clock;

	FollowUps(CaseFiles cases, PolicyProfiles policies, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * The next period. Periods count from the last due date, so that late answers do not
	 * push the student's follow-up away.
	 * @param ref the case
	 * @param last the number of the last period, 0 before the first
	 * @param lastDue when the last period began, empty before the first
	 * @param nextAssessment when the student is to be assessed again: the counsellor
	 * looks in the period that brings it
	 * @param intensified whether the last answers asked for closer follow-up
	 */
	public Period next(CaseRef ref, long last, Optional<LocalDateTime> lastDue, Optional<LocalDateTime> nextAssessment,
			boolean intensified) {
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDateTime due = lastDue.orElse(now)
			.plus(this.policies.period(policy, (intensified) ? "followup.intensified.interval" : "followup.interval"))
			.with(MORNING);
		long number = last + 1;
		boolean promised = nextAssessment
			.filter((assessment) -> assessment.isAfter(lastDue.orElse(now)) && !assessment.isAfter(due))
			.isPresent();
		boolean turn = intensified || promised || number == this.policies.number(policy, "followup.counsellor.first")
				|| number % this.policies.number(policy, "followup.counsellor.every") == 0;
		return new Period(number, (due.isAfter(now)) ? due : now, turn);
	}

	/**
	 * A period of follow-up.
	 *
	 * @param number counts from 1 over the whole case
	 * @param due when it begins
	 * @param counsellorTurn whether the counsellor talks to the student too
	 */
	public record Period(long number, LocalDateTime due, boolean counsellorTurn) {
	}

}
