package org.huxin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huxin.casefile.CaseRef;
import org.huxin.engine.StepWaits;
import org.huxin.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of the messages, for pages. Whoever asks has asked the gatekeeper.
 */
@Service
@Transactional(readOnly = true)
public class Messages {

	private static final int LATEST = 20;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Channels channels;

	private final Recipients recipients;

	private final Clock clock;

	Messages(JdbcTemplate jdbc, Vault vault, Channels channels, Recipients recipients, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.channels = channels;
		this.recipients = recipients;
		this.clock = clock;
	}

	/**
	 * Persons were told at one moment that one step waits.
	 */
	public record Notice(StepWaits.Kind kind, boolean urgent, Instant at, List<Told> told) {
	}

	/**
	 * One of them.
	 *
	 * @param guardian whether he is no member of staff: his name would name the child
	 * @param sent how it left the house; nothing where it stands in the product only
	 */
	public record Told(String account, boolean guardian, Optional<Instant> readAt, List<Sent> sent) {
	}

	/**
	 * One way of a message.
	 *
	 * @param state WAITING, SENDING, SENT, DEAD, WITHDRAWN or GIVEN_UP
	 * @param at when it was sent
	 * @param duplicate whether it may have arrived twice
	 */
	public record Sent(Channel channel, String state, Optional<Instant> at, boolean duplicate) {
	}

	/**
	 * A message of one person.
	 */
	public record Mine(String school, String caseNo, StepWaits.Kind kind, boolean urgent, Instant at, boolean read) {
	}

	/**
	 * The messages of a case, oldest first.
	 */
	public List<Notice> ofCase(CaseRef ref) {
		Map<UUID, List<Sent>> sent = new LinkedHashMap<>();
		this.jdbc.query("""
				select delivery.* from huxin.message_delivery delivery
				join huxin.message message on message.id = delivery.message_id
				where message.school = ? and message.case_no = ? order by delivery.id""", (ResultSet row) -> {
			sent.computeIfAbsent(row.getObject("message_id", UUID.class), (id) -> new ArrayList<>()).add(sent(row));
		}, ref.school(), ref.number());
		Map<List<Object>, Notice> notices = new LinkedHashMap<>();
		Map<String, Boolean> staff = new HashMap<>();
		this.jdbc.query("""
				select * from huxin.message where school = ? and case_no = ? order by created_at, task_id, id""",
				(ResultSet row) -> {
					UUID id = row.getObject("id", UUID.class);
					StepWaits.Kind kind = StepWaits.Kind.valueOf(row.getString("kind"));
					Instant at = row.getTimestamp("created_at").toInstant();
					boolean urgent = row.getBoolean("urgent");
					String account = account(row);
					notices
						.computeIfAbsent(List.of(at, kind, row.getString("task_id")),
								(key) -> new Notice(kind, urgent, at, new ArrayList<>()))
						.told()
						.add(new Told(account, !staff.computeIfAbsent(account, this.recipients::isStaff),
								time(row.getTimestamp("read_at")), List.copyOf(sent.getOrDefault(id, List.of()))));
				}, ref.school(), ref.number());
		return List.copyOf(notices.values());
	}

	/**
	 * The latest messages of an account, the newest first.
	 */
	public List<Mine> of(String account) {
		return this.jdbc.query("""
				select * from huxin.message where recipient_token = ? order by created_at desc, id limit ?""",
				(row, number) -> new Mine(row.getString("school"), row.getString("case_no"),
						StepWaits.Kind.valueOf(row.getString("kind")), row.getBoolean("urgent"),
						row.getTimestamp("created_at").toInstant(), row.getTimestamp("read_at") != null),
				Outbox.token(this.vault, account), LATEST);
	}

	/**
	 * The channels that are configured for a school.
	 * @param school the school's code; empty for all
	 */
	public Set<Channel> channels(Optional<String> school) {
		return school.map(this.channels::open).orElseGet(this.channels::open);
	}

	/**
	 * An account has seen what waits for it.
	 */
	@Transactional
	public void read(String account) {
		this.jdbc.update("update huxin.message set read_at = ? where recipient_token = ? and read_at is null", now(),
				Outbox.token(this.vault, account));
	}

	/**
	 * An account has opened or taken a task.
	 */
	@Transactional
	public void read(String account, String taskId) {
		this.jdbc.update("""
				update huxin.message set read_at = ? where task_id = ? and recipient_token = ? and read_at is null""",
				now(), taskId, Outbox.token(this.vault, account));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private String account(ResultSet row) throws SQLException {
		return this.vault.directory().open(row.getBytes("recipient"), Outbox.place(row.getObject("id", UUID.class)));
	}

	private static Sent sent(ResultSet row) throws SQLException {
		return new Sent(Channel.valueOf(row.getString("channel")), row.getString("state"),
				time(row.getTimestamp("sent_at")), row.getBoolean("duplicate"));
	}

	private static Optional<Instant> time(@Nullable Timestamp time) {
		return Optional.ofNullable(time).map(Timestamp::toInstant);
	}

}
