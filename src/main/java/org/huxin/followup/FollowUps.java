package org.huxin.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.function.Function;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolCalendar;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.Vacation;

import org.springframework.stereotype.Component;

/**
 * The periods of follow-up, as the contact plan has them (G07–G12, K01, K02). Under the
 * lightest plan the head teacher looks each month, the counsellor at day 30 and day 90
 * (rule of practice 13); all others are seen by both each time. Where it is intensified
 * the counsellor looks each time.
 */
@Component
public class FollowUps {

	/** Nobody is asked about a child at night. */
	private static final LocalTime MORNING = LocalTime.of(8, 0);

	/** Shorter holidays ask for nothing when they are over. */
	private static final int VACATION_DAYS = 7;

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final SchoolDirectory directory;

	private final Clock clock;

	FollowUps(CaseFiles cases, PolicyProfiles policies, SchoolDirectory directory, Clock clock) {
		this.cases = cases;
		this.policies = policies;
		this.directory = directory;
		this.clock = clock;
	}

	/**
	 * The next period. Periods count from the last due date, so that late answers do not
	 * push the student's follow-up away. Who came back after an attempt is assessed on
	 * every monthly day of the first year (G12), everybody but those under the lightest
	 * plan on the day that was promised: the period ends there.
	 */
	public Period next(CaseRef ref, Course course) {
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDateTime begin = course.lastDue().orElse(now);
		boolean firstYear = isFirstYear(policy, course, now.toLocalDate());
		LocalDateTime due = later(due(ref, policy, course, firstYear, begin, now), now);
		Optional<LocalDateTime> assessment = (firstYear)
				? Optional.of(monthlyAssessment(policy, course.firstDay().orElse(begin.toLocalDate()), now))
				: promisedAssessment(course, now);
		if (assessment.filter((day) -> !day.isAfter(due)).isPresent()) {
			return new Period(course.last(), assessment.get(), false, true);
		}
		long number = course.last() + 1;
		boolean promised = course.nextAssessment().filter((day) -> day.isAfter(begin) && !day.isAfter(due)).isPresent();
		boolean turn = course.intensified() || promised || isCounsellorsTurn(policy, course, number, firstYear);
		return new Period(number, due, turn, false);
	}

	/**
	 * Whether a guardian is asked about the student in a period: not under the lightest
	 * plan, where the head teacher's look includes the call home; not while telling is
	 * not known to be safe, was put off, or the student of age does not consent (rules of
	 * practice 1, 8 and 13).
	 * @param guardianChannel OPEN, HOLD or BLOCKED
	 */
	public boolean asksGuardian(CaseRef ref, String plan, long number, String guardianChannel) {
		if (!guardianChannel.equals("OPEN") || plan.equals("LIGHT") || (plan.equals("CLOSE") && number % 2 != 0)) {
			return false;
		}
		return lastNotice(ref).filter(FollowUps::isHeld).isEmpty();
	}

	/**
	 * What is still owed to a guardian who was not told before follow-up began, for
	 * follow-up waits for nobody (D01, D13, F36). The day after who did not answer is
	 * tried again; who could not be reached several times, with the next period. Nobody
	 * is told while that is not safe, was put off, or the student of age does not consent
	 * (rules of practice 1 and 8).
	 */
	public Notice notice(CaseRef ref, Owed owed) {
		long policy = this.cases.get(ref).policyVersion();
		LocalDateTime now = LocalDateTime.now(this.clock);
		Optional<RecordedEntry> last = lastNotice(ref);
		boolean putOff = last.filter((entry) -> "LATER".equals(entry.fields().get("reached"))).isPresent();
		LocalDateTime begins = putOff
				? now.plus(this.policies.period(policy, "followup.interval." + owed.plan())).with(MORNING) : now;
		LocalDateTime again = begins.plus(this.policies.period(policy, "guardian.retry.limit"));
		LocalDateTime first = owed.discovered()
			.plus(this.policies.period(policy, "guardian.notice.limit." + owed.urgency()));
		return new Notice(noticeKind(owed.guardianChannel(), last), begins,
				last.isPresent() ? again : later(again, first));
	}

	private static String noticeKind(String guardianChannel, Optional<RecordedEntry> last) {
		if (guardianChannel.equals("BLOCKED") || last.filter(FollowUps::isHeld).isPresent()) {
			return "NONE";
		}
		return (guardianChannel.equals("OPEN")) ? "TELL" : "CLARIFY";
	}

	private Optional<RecordedEntry> lastNotice(CaseRef ref) {
		return this.cases.entries(ref)
			.stream()
			.filter((entry) -> entry.form().filter("inform-guardian"::equals).isPresent())
			.reduce((earlier, later) -> later);
	}

	private static boolean isHeld(RecordedEntry notice) {
		return "HELD".equals(notice.fields().get("reached")) || "DISAGREES".equals(notice.fields().get("adultConsent"));
	}

	private boolean isFirstYear(long policy, Course course, LocalDate today) {
		return course.plan().equals("RETURN_CLOSE")
				&& course.firstDay()
					.map((day) -> today.isBefore(SchoolCalendar
						.nth(day.atStartOfDay(), this.policies.period(policy, "return.highRisk.period"), 1)
						.toLocalDate()))
					.orElse(true);
	}

	private LocalDateTime due(CaseRef ref, long policy, Course course, boolean firstYear, LocalDateTime begin,
			LocalDateTime now) {
		String plan = (course.plan().equals("RETURN_CLOSE") && !firstYear) ? "RETURN" : course.plan();
		LocalDateTime due = begin.plus(this.policies.period(policy, "followup.interval." + plan)).with(MORNING);
		if (course.intensified()) {
			due = earlier(due, begin.plus(this.policies.period(policy, "followup.intensified.interval")).with(MORNING));
		}
		return (plan.equals("LIGHT")) ? due : earlier(due, afterVacation(ref.school(), policy, now, due).orElse(due));
	}

	/**
	 * The first days of school after a vacation that lies before the period (K22, G16).
	 */
	private Optional<LocalDateTime> afterVacation(String school, long policy, LocalDateTime now, LocalDateTime due) {
		Function<LocalDate, Optional<Vacation>> vacations = this.directory.vacations(school);
		LocalDate day = now.toLocalDate();
		while (day.isBefore(due.toLocalDate())) {
			Optional<Vacation> vacation = vacations.apply(day);
			if (vacation.filter(FollowUps::isLong).isPresent()) {
				return vacation.map((free) -> free.lastDay()
					.plusDays(1)
					.atTime(MORNING)
					.plus(this.policies.period(policy, "followup.afterVacation")));
			}
			day = vacation.map((free) -> free.lastDay().plusDays(1)).orElse(day.plusDays(1));
		}
		return Optional.empty();
	}

	private static boolean isLong(Vacation vacation) {
		return !vacation.holiday()
				&& ChronoUnit.DAYS.between(vacation.firstDay(), vacation.lastDay()) + 1 >= VACATION_DAYS;
	}

	/**
	 * What the last assessment promised (F35); never twice on one day. Under the lightest
	 * plan the counsellor's look in that period is enough.
	 */
	private static Optional<LocalDateTime> promisedAssessment(Course course, LocalDateTime now) {
		LocalDateTime tomorrow = now.toLocalDate().plusDays(1).atTime(MORNING);
		return course.nextAssessment()
			.filter((day) -> !course.plan().equals("LIGHT"))
			.map((day) -> later(day.with(MORNING), tomorrow));
	}

	private LocalDateTime monthlyAssessment(long policy, LocalDate anchor, LocalDateTime now) {
		TemporalAmount month = this.policies.period(policy, "return.highRisk.assess");
		int times = 1;
		LocalDateTime day = SchoolCalendar.nth(anchor.atTime(MORNING), month, times);
		while (!day.toLocalDate().isAfter(now.toLocalDate())) {
			times++;
			day = SchoolCalendar.nth(anchor.atTime(MORNING), month, times);
		}
		return day;
	}

	private boolean isCounsellorsTurn(long policy, Course course, long number, boolean firstYear) {
		if (firstYear) {
			// the monthly assessment is the counsellor's talk
			return false;
		}
		return !course.plan().equals("LIGHT") || number == this.policies.number(policy, "followup.counsellor.first")
				|| number % this.policies.number(policy, "followup.counsellor.every") == 0;
	}

	private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
		return one.isBefore(other) ? one : other;
	}

	private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * Where a case stands in its follow-up.
	 *
	 * @param plan the contact plan
	 * @param last the number of the last period, 0 before the first
	 * @param lastDue when the last period began, empty before the first
	 * @param nextAssessment when the student is to be assessed again
	 * @param firstDay the first day back at school, for those who came back
	 * @param intensified whether the last answers asked for closer follow-up
	 */
	public record Course(String plan, long last, Optional<LocalDateTime> lastDue,
			Optional<LocalDateTime> nextAssessment, Optional<LocalDate> firstDay, boolean intensified) {
	}

	/**
	 * A period of follow-up.
	 *
	 * @param number counts from 1 over the whole case
	 * @param due when it begins
	 * @param counsellorTurn whether the counsellor talks to the student too
	 * @param assessment whether it is the day of an assessment instead
	 */
	public record Period(long number, LocalDateTime due, boolean counsellorTurn, boolean assessment) {
	}

	/**
	 * What is known of a guardian who was not told yet.
	 *
	 * @param plan the contact plan
	 * @param guardianChannel OPEN, HOLD or BLOCKED
	 * @param discovered when the concern was discovered
	 * @param urgency NOW, TODAY or WEEK
	 */
	public record Owed(String plan, String guardianChannel, LocalDateTime discovered, String urgency) {
	}

	/**
	 * How he is told.
	 *
	 * @param kind TELL, CLARIFY whether telling is safe, or NONE
	 * @param begins when somebody tries
	 * @param due until when
	 */
	public record Notice(String kind, LocalDateTime begins, LocalDateTime due) {
	}

}
