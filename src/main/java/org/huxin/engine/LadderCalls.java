package org.huxin.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.huxin.casefile.CaseRef;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When the next level of a task is called, for tasks that somebody has to confirm at once
 * (acknowledge or escalate, F29): until its form is submitted. Kept in a table, so a
 * restart forgets no call.
 */
@Component
class LadderCalls {

	/** The longest time between two calls, once everybody has been called. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private final JdbcTemplate jdbc;

	private final Deadlines deadlines;

	private final Clock clock;

	LadderCalls(JdbcTemplate jdbc, Deadlines deadlines, Clock clock) {
		this.jdbc = jdbc;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * A task that waits for somebody to do it.
	 *
	 * @param spared who has taken it and was left in peace for one step already
	 */
	record Waiting(String taskId, String every, int again, Set<String> spared) {
	}

	/** When the next level of a task is called. */
	record Planned(String taskId, Instant at) {
	}

	/**
	 * The task has been offered to its first level.
	 * @param every the policy key of the time between two calls
	 */
	void begin(String taskId, CaseRef ref, String every) {
		this.jdbc.update("""
				insert into huxin.ladder_call (task_id, every, next_at) values (?, ?, ?) on conflict do nothing""",
				taskId, every, Timestamp.from(this.deadlines.after(ref, this.clock.instant(), every)));
	}

	/**
	 * The tasks whose next call is due.
	 */
	List<String> due() {
		return this.jdbc.queryForList("select task_id from huxin.ladder_call where next_at <= ? order by next_at",
				String.class, Timestamp.from(this.clock.instant()));
	}

	/**
	 * Takes the call of a task that is still due, for this transaction alone.
	 */
	Optional<Waiting> take(String taskId) {
		return this.jdbc
			.query("""
					select task_id, every, again, spared from huxin.ladder_call where task_id = ? and next_at <= ?
					for update skip locked""",
					(row, number) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3),
							Set.of((String[]) row.getArray(4).getArray())),
					taskId, Timestamp.from(this.clock.instant()))
			.stream()
			.findFirst();
	}

	/**
	 * Waits for the answer to a call. Once everybody has been called the calls go on,
	 * each time after twice as long, at most a day.
	 * @param again how often everybody has been called once more
	 */
	void waitFor(Waiting waiting, CaseRef ref, int again) {
		Instant now = this.clock.instant();
		Duration step = Duration.between(now, this.deadlines.after(ref, now, waiting.every()));
		for (int i = 0; i < again && step.compareTo(LONGEST) < 0; i++) {
			step = step.multipliedBy(2);
		}
		Duration next = (again > 0 && step.compareTo(LONGEST) > 0) ? LONGEST : step;
		this.jdbc.update("update huxin.ladder_call set next_at = ?, again = ? where task_id = ?",
				Timestamp.from(now.plus(next)), again, waiting.taskId());
	}

	/**
	 * Leaves somebody who has taken the task in peace for one step; never a second time.
	 */
	void spare(Waiting waiting, CaseRef ref, String account) {
		this.jdbc.update("update huxin.ladder_call set spared = array_append(spared, ?) where task_id = ?", account,
				waiting.taskId());
		waitFor(waiting, ref, 0);
	}

	/**
	 * Nobody has to be called any more.
	 */
	void end(String taskId) {
		this.jdbc.update("delete from huxin.ladder_call where task_id = ?", taskId);
	}

	/**
	 * The next call of any task.
	 */
	Optional<Planned> next() {
		return this.jdbc
			.query("""
					select task_id, next_at from huxin.ladder_call where next_at > ? order by next_at limit 1""",
					(row, number) -> new Planned(row.getString(1), row.getTimestamp(2).toInstant()),
					Timestamp.from(this.clock.instant()))
			.stream()
			.findFirst();
	}

}
