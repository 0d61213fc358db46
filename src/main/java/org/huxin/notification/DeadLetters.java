package org.huxin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huxin.vault.Vault;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that could not be delivered, for administrators: they are sent again or given
 * up with a reason, never lost. By case number, without a word of the story.
 */
@Service
@Transactional(readOnly = true)
public class DeadLetters {

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Recipients recipients;

	private final Clock clock;

	DeadLetters(JdbcTemplate jdbc, Vault vault, Recipients recipients, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.recipients = recipients;
		this.clock = clock;
	}

	/**
	 * A dead letter.
	 *
	 * @param guardian whether it was for a guardian, who is not named
	 * @param error a code: UNREACHABLE, NO_ANSWER, REDIRECT, SMTP_550, HTTP_403 …
	 */
	public record DeadLetter(long id, String school, String caseNo, String account, boolean guardian, Channel channel,
			boolean urgent, Instant at, int attempts, String error) {
	}

	/**
	 * Those of a school, or of all, the urgent first.
	 */
	public List<DeadLetter> of(Optional<String> school) {
		return this.jdbc.query("""
				select delivery.id, delivery.channel, delivery.attempts, delivery.error, message.id as message,
					message.school, message.case_no, message.recipient, message.urgent, message.created_at
				from huxin.message_delivery delivery join huxin.message message on message.id = delivery.message_id
				where delivery.state = 'DEAD' and (message.school = ? or ?)
				order by message.urgent desc, message.created_at, delivery.id limit 200""", (row, number) -> read(row),
				school.orElse(""), school.isEmpty());
	}

	/**
	 * How many there are of a school, or of all.
	 */
	public int count(Optional<String> school) {
		Integer count = this.jdbc.queryForObject("""
				select count(*) from huxin.message_delivery delivery
				join huxin.message message on message.id = delivery.message_id
				where delivery.state = 'DEAD' and (message.school = ? or ?)""", Integer.class, school.orElse(""),
				school.isEmpty());
		return (count != null) ? count : 0;
	}

	/**
	 * Sends one again, as if it were new.
	 * @return whether there was such a dead letter in the administrator's school
	 */
	@Transactional
	public boolean again(String administrator, Optional<String> school, long id) {
		return handle("state = 'WAITING', attempts = 0, next_at = ?", school, id, now(), administrator, now());
	}

	/**
	 * Gives one up.
	 * @return whether there was such a dead letter in the administrator's school
	 */
	@Transactional
	public boolean giveUp(String administrator, Optional<String> school, long id, GiveUp reason) {
		return handle("state = 'GIVEN_UP', reason = ?", school, id, reason.name(), administrator, now());
	}

	private boolean handle(String change, Optional<String> school, long id, Object value, String administrator,
			Timestamp now) {
		return this.jdbc.update("""
				update huxin.message_delivery delivery set %s, handled_by = ?, handled_at = ?
				from huxin.message message
				where message.id = delivery.message_id and delivery.id = ? and delivery.state = 'DEAD'
					and (message.school = ? or ?)""".formatted(change), value, administrator, now, id,
				school.orElse(""), school.isEmpty()) == 1;
	}

	private DeadLetter read(ResultSet row) throws SQLException {
		String account = this.vault.directory()
			.open(row.getBytes("recipient"), Outbox.place(row.getObject("message", UUID.class)));
		return new DeadLetter(row.getLong("id"), row.getString("school"), row.getString("case_no"), account,
				!this.recipients.isStaff(account), Channel.valueOf(row.getString("channel")), row.getBoolean("urgent"),
				row.getTimestamp("created_at").toInstant(), row.getInt("attempts"),
				Optional.ofNullable(row.getString("error")).orElse(""));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
