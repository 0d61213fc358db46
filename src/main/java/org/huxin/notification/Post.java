package org.huxin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.huxin.casefile.CaseRef;
import org.huxin.engine.StepWaits;
import org.huxin.engine.Worklist;
import org.huxin.vault.Vault;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. Each letter is taken in a transaction of its own, so
 * that two workers never take the same one, and sent outside any: a slow server holds no
 * connection of the database. A worker that dies while it sends leaves the letter behind;
 * after a while it is sent again, marked as a possible duplicate, because nobody knows
 * whether it has arrived.
 */
@Component
public class Post {

	/** How long to wait after each attempt; after the last one it is a dead letter. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
			Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1),
			Duration.ofHours(2), Duration.ofHours(4));

	private static final int LONGEST_DIGEST = 50;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Channels channels;

	private final Recipients recipients;

	private final Worklist worklist;

	private final LetterWords words;

	private final Vault vault;

	private final Clock clock;

	Post(JdbcTemplate jdbc, TransactionTemplate transaction, Channels channels, Recipients recipients,
			Worklist worklist, LetterWords words, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.channels = channels;
		this.recipients = recipients;
		this.worklist = worklist;
		this.words = words;
		this.vault = vault;
		this.clock = clock;
	}

	/** A delivery that this worker has taken. */
	record Taken(long id, UUID message, CaseRef ref, String taskId, StepWaits.Kind kind, boolean urgent, boolean digest,
			int attempts, boolean duplicate, String recipientToken, byte[] recipient) {

		LetterWords.Line line() {
			return new LetterWords.Line(this.ref, this.kind, this.urgent);
		}

	}

	/**
	 * Sends everything that is due, the urgent first. Where a channel makes trouble the
	 * rest of it waits for the next round.
	 */
	public void deliver() {
		for (Channel channel : Channel.values()) {
			deliver(channel);
		}
	}

	void deliver(Channel channel) {
		boolean goesOn = true;
		while (goesOn && !Thread.currentThread().isInterrupted()) {
			goesOn = sendNext(channel);
		}
	}

	private boolean sendNext(Channel channel) {
		List<Taken> taken = take(channel);
		if (taken.isEmpty()) {
			return false;
		}
		List<Taken> wanted = wanted(channel, taken);
		if (wanted.isEmpty()) {
			return true;
		}
		Outcome outcome = send(channel, wanted);
		this.transaction.executeWithoutResult((status) -> wanted.forEach((each) -> finish(each, outcome)));
		return !outcome.isTrouble();
	}

	/** One letter: a single delivery, or everything that belongs to one digest. */
	List<Taken> take(Channel channel) {
		List<Taken> taken = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			taken.addAll(lease(channel, "true", 1));
			if (!taken.isEmpty() && taken.get(0).digest()) {
				taken.addAll(lease(channel, "delivery.digest and message.recipient_token = ?", LONGEST_DIGEST,
						taken.get(0).recipientToken()));
			}
		});
		return taken;
	}

	// on the clock of the database, which no demo moves: how long a worker may take
	private List<Taken> lease(Channel channel, String which, int most, Object... arguments) {
		List<Object> all = new ArrayList<>(List.of(channel.name(), Timestamp.from(this.clock.instant())));
		all.addAll(List.of(arguments));
		all.add(most);
		return this.jdbc
			.query("""
					with due as (
						select delivery.id, message.school, message.case_no, message.task_id, message.kind, message.urgent,
							message.recipient, message.recipient_token
						from huxin.message_delivery delivery join huxin.message message on message.id = delivery.message_id
						where delivery.channel = ? and ((delivery.state = 'WAITING' and delivery.next_at <= ?)
							or (delivery.state = 'SENDING' and delivery.lease_until < now())) and %s
						order by message.urgent desc, delivery.next_at, delivery.id limit ?
						for update of delivery skip locked)
					update huxin.message_delivery delivery set state = 'SENDING', attempts = attempts + 1,
						duplicate = delivery.duplicate or delivery.state = 'SENDING',
						lease_until = now() + interval '5 minutes'
					from due where due.id = delivery.id
					returning delivery.id, delivery.message_id, delivery.digest, delivery.attempts, delivery.duplicate, due.*
					"""
				.formatted(which), (row, number) -> taken(row), all.toArray());
	}

	private static Taken taken(ResultSet row) throws SQLException {
		return new Taken(row.getLong(1), row.getObject("message_id", UUID.class),
				new CaseRef(row.getString("school"), row.getString("case_no")), row.getString("task_id"),
				StepWaits.Kind.valueOf(row.getString("kind")), row.getBoolean("urgent"), row.getBoolean("digest"),
				row.getInt("attempts"), row.getBoolean("duplicate"), row.getString("recipient_token"),
				row.getBytes("recipient"));
	}

	/**
	 * What is still to be said: the step waits for this person, who may still be told.
	 * The rest is withdrawn.
	 */
	private List<Taken> wanted(Channel channel, List<Taken> taken) {
		List<Taken> wanted = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			for (Taken each : taken) {
				if (isWanted(channel, each)) {
					wanted.add(each);
				}
				else {
					this.jdbc.update("""
							update huxin.message_delivery set state = 'WITHDRAWN', lease_until = null
							where id = ? and state = 'SENDING'""", each.id());
				}
			}
		});
		return wanted;
	}

	private boolean isWanted(Channel channel, Taken delivery) {
		if (channel.isRobot()) {
			return this.recipients.groupMayBeTold(delivery.ref()) && this.worklist.isOpen(delivery.taskId());
		}
		String account = account(delivery);
		return this.recipients.mayBeTold(account, delivery.ref()) && this.worklist.waitsFor(delivery.taskId(), account);
	}

	private Outcome send(Channel channel, List<Taken> deliveries) {
		Taken first = deliveries.get(0);
		return this.recipients.address(channel, account(first)).map((address) -> {
			List<LetterWords.Line> lines = deliveries.stream().map(Taken::line).toList();
			boolean duplicate = deliveries.stream().anyMatch(Taken::duplicate);
			Letter letter = new Letter("message-" + first.id(), address, this.words.subject(lines, duplicate),
					this.words.text(lines, duplicate), duplicate);
			return this.channels.send(channel, first.ref().school(), letter);
		}).orElse(Outcome.refused("NO_ADDRESS"));
	}

	private void finish(Taken delivery, Outcome outcome) {
		Instant now = this.clock.instant();
		boolean last = delivery.attempts() > PAUSES.size();
		String state = switch (outcome.result()) {
			case SENT -> "SENT";
			case REFUSED -> "DEAD";
			case AGAIN, UNSURE -> last ? "DEAD" : "WAITING";
		};
		Instant next = state.equals("WAITING") ? now.plus(PAUSES.get(delivery.attempts() - 1)) : now;
		boolean sent = state.equals("SENT");
		this.jdbc.update("""
				update huxin.message_delivery set state = ?, next_at = ?, sent_at = ?, error = ?, lease_until = null,
					duplicate = duplicate or ?
				where id = ? and state = 'SENDING'""", state, Timestamp.from(next), sent ? Timestamp.from(now) : null,
				sent ? null : outcome.code(), outcome.result() == Outcome.Result.UNSURE, delivery.id());
	}

	private String account(Taken delivery) {
		return this.vault.directory().open(delivery.recipient(), Outbox.place(delivery.message()));
	}

}
