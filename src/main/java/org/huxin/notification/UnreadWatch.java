package org.huxin.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.huxin.engine.Escalation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An emergency that was sent out and is not read in time, or did not arrive, comes to the
 * next person (F29). Nothing is made of a message that never left the house: then the
 * deadlines watch alone.
 */
@Component
public class UnreadWatch {

	private static final Logger log = LoggerFactory.getLogger(UnreadWatch.class);

	/**
	 * Urgent messages of a task that nobody who was told then, or later, has read. A
	 * robot's word to a group counts for nobody.
	 */
	private static final String UNHEARD = """
			message.unread_limit is not null and message.read_at is null and message.escalated_at is null
			and (message.unread_limit <= ? or not exists (select 1 from huxin.message_delivery delivery
				where delivery.message_id = message.id and delivery.channel in ('MAIL', 'SMS')
				and delivery.state not in ('DEAD', 'GIVEN_UP')))
			and not exists (select 1 from huxin.message other where other.task_id = message.task_id
				and (other.created_at = message.created_at or other.read_at >= message.created_at)
				and other.read_at is not null)""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Escalation escalation;

	private final Clock clock;

	UnreadWatch(JdbcTemplate jdbc, TransactionTemplate transaction, Escalation escalation, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.escalation = escalation;
		this.clock = clock;
	}

	/**
	 * Looks at every emergency that is out.
	 */
	@Scheduled(fixedDelayString = "${huxin.deadline-watch}", initialDelayString = "${huxin.deadline-watch}")
	public void look() {
		List<String> tasks = this.jdbc.queryForList(
				"select distinct message.task_id from huxin.message message where " + UNHEARD, String.class, now());
		tasks.forEach(this::callNext);
	}

	private void callNext(String task) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				// two nodes: the second finds nothing left
				List<Boolean> late = this.jdbc.queryForList("""
						update huxin.message set escalated_at = ? where id in (
							select message.id from huxin.message message where message.task_id = ? and %s
							for update of message skip locked)
						returning unread_limit <= ?""".formatted(UNHEARD), Boolean.class, now(), task, now(), now());
				if (!late.isEmpty()) {
					this.escalation.unheard(task, late.stream().noneMatch((passed) -> passed));
				}
			});
		}
		catch (RuntimeException ex) {
			log.error("An unread emergency of task {} could not be handled and is tried again: {}", task,
					ex.getClass().getSimpleName());
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
