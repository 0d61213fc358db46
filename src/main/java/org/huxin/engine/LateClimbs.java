package org.huxin.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When a late task comes to the level after the next one, again and again until it is
 * done or everybody has it (D17). Kept in a table, so a restart forgets none.
 */
@Component
class LateClimbs {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	LateClimbs(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A late task that is still not done.
	 *
	 * @param heldBy who had it after the last step, and nobody else could work on it
	 */
	record Step(String taskId, Optional<String> heldBy) {
	}

	/**
	 * A task has become late.
	 */
	void begin(String taskId, Instant next) {
		this.jdbc.update("insert into huxin.late_climb (task_id, next_at) values (?, ?) on conflict do nothing", taskId,
				Timestamp.from(next));
	}

	/**
	 * The tasks whose next step is due.
	 */
	List<String> due() {
		return this.jdbc.queryForList("select task_id from huxin.late_climb where next_at <= ? order by next_at",
				String.class, Timestamp.from(this.clock.instant()));
	}

	/**
	 * Takes the step of a task that is still due, for this transaction alone.
	 */
	Optional<Step> take(String taskId) {
		return this.jdbc
			.query("""
					select task_id, held_by from huxin.late_climb where task_id = ? and next_at <= ?
					for update skip locked""",
					(row, number) -> new Step(row.getString(1), Optional.ofNullable(row.getString(2))), taskId,
					Timestamp.from(this.clock.instant()))
			.stream()
			.findFirst();
	}

	/**
	 * Whether somebody who is filling in the form of a late task may keep it for now:
	 * once.
	 */
	boolean spare(String taskId) {
		return this.jdbc.update("update huxin.late_climb set spared = true where task_id = ? and not spared",
				taskId) == 1;
	}

	/**
	 * The task has made a step.
	 * @param heldBy who has it now
	 * @param highest whether there was nobody left to offer it to
	 */
	void again(String taskId, Instant next, @Nullable String heldBy, boolean highest) {
		this.jdbc.update("update huxin.late_climb set next_at = ?, held_by = ?, highest = ? where task_id = ?",
				Timestamp.from(next), heldBy, highest, taskId);
	}

	/**
	 * The task is done or gone.
	 */
	void end(String taskId) {
		this.jdbc.update("delete from huxin.late_climb where task_id = ?", taskId);
	}

	/**
	 * The next step of any task that has a level above it.
	 */
	List<LadderCalls.Planned> next(int most) {
		return this.jdbc.query("""
				select task_id, next_at from huxin.late_climb where next_at > ? and not highest
				order by next_at limit ?""",
				(row, number) -> new LadderCalls.Planned(row.getString(1), row.getTimestamp(2).toInstant()),
				Timestamp.from(this.clock.instant()), most);
	}

}
