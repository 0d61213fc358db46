package org.huxin.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.huxin.school.SchoolDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the due date of every open task: a reminder when a quarter of its time is left
 * (at most a day before), an escalation when it is over, each once, and from then on one
 * to the level after that each time a further period of the policy has passed; each in
 * the case file. It asks the tasks themselves and keeps no timer of its own, so a
 * restart, a moved clock or a missed minute loses nothing.
 */
@Component
public class DeadlineWatch {

	private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);

	private static final Duration EARLIEST = Duration.ofDays(1);

	private final ProcessEngine engine;

	private final Escalation escalation;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final SchoolDirectory directory;

	private final LadderCalls calls;

	private final LateClimbs climbs;

	private final Clock clock;

	DeadlineWatch(ProcessEngine engine, Escalation escalation, JdbcTemplate jdbc, TransactionTemplate transaction,
			SchoolDirectory directory, LadderCalls calls, LateClimbs climbs, Clock clock) {
		this.engine = engine;
		this.escalation = escalation;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.directory = directory;
		this.calls = calls;
		this.climbs = climbs;
		this.clock = clock;
	}

	/**
	 * Looks at every task that is due within a day or late, and at those that nobody has
	 * confirmed though somebody has to.
	 */
	@Scheduled(fixedDelayString = "${huxin.deadline-watch}", initialDelayString = "${huxin.deadline-watch}")
	public void look() {
		this.calls.due().forEach((task) -> attempt(task, () -> this.escalation.callNext(task)));
		this.climbs.due().forEach((task) -> attempt(task, () -> this.escalation.climb(task)));
		Instant now = this.clock.instant();
		List<Task> soon = this.engine.getTaskService()
			.createTaskQuery()
			.active()
			.dueBefore(Date.from(now.plus(EARLIEST)))
			.list();
		Set<String> present = this.directory.presentAccounts(LocalDate.now(this.clock));
		for (Task task : soon) {
			Instant due = task.getDueDate().toInstant();
			if (this.escalation.hasOwnTimers(task)) {
				if (!now.isBefore(due)) {
					once(task, "MISSED", () -> this.escalation.missed(task), () -> {
					});
				}
			}
			else if (!now.isBefore(due)) {
				once(task, "ESCALATED", () -> this.escalation.toNextLevel(task.getId()),
						() -> this.escalation.toNewcomers(task, present));
			}
			else if (!now.isBefore(remindAt(task.getCreateTime().toInstant(), due))) {
				once(task, "REMINDED", () -> this.escalation.remind(task), () -> {
				});
			}
		}
	}

	/** When to remind: a quarter of the time before it is over, at most a day. */
	static Instant remindAt(Instant created, Instant due) {
		Duration quarter = Duration.between(created, due).dividedBy(4);
		return due.minus((quarter.compareTo(EARLIEST) < 0) ? quarter : EARLIEST);
	}

	// the mark is written in the action's own transaction: two nodes cannot do it twice,
	// and what fails is tried again at the next look
	private void once(Task task, String mark, Runnable action, Runnable afterwards) {
		attempt(task.getId(), () -> {
			int fresh = this.jdbc.update("""
					insert into huxin.deadline_mark (task_id, mark, due, marked_at) values (?, ?, ?, ?)
					on conflict do nothing""", task.getId(), mark, Timestamp.from(task.getDueDate().toInstant()),
					Timestamp.from(this.clock.instant()));
			((fresh == 1) ? action : afterwards).run();
		});
	}

	private void attempt(String taskId, Runnable action) {
		try {
			this.transaction.executeWithoutResult((status) -> action.run());
		}
		catch (RuntimeException ex) {
			log.error("The deadline of task {} could not be handled and is tried again: {}", taskId,
					ex.getClass().getSimpleName());
		}
	}

}
