package org.huxin.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.engine.StepWaits;
import org.huxin.school.PolicyProfiles;
import org.huxin.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes who has to be told, in the transaction of what causes it: both commit or
 * neither. It calls nobody, so a dead server keeps no submission waiting.
 */
@Component
class Outbox {

	/** Until when somebody has to have read an emergency (policies.csv). */
	private static final String UNREAD_LIMIT = "message.unread.limit";

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Recipients recipients;

	private final Preferences preferences;

	private final Channels channels;

	private final CaseFiles caseFiles;

	private final PolicyProfiles policies;

	private final Clock clock;

	Outbox(JdbcTemplate jdbc, Vault vault, Recipients recipients, Preferences preferences, Channels channels,
			CaseFiles caseFiles, PolicyProfiles policies, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.recipients = recipients;
		this.preferences = preferences;
		this.channels = channels;
		this.caseFiles = caseFiles;
		this.policies = policies;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void stepWaits(StepWaits step) {
		List<String> told = step.accounts()
			.stream()
			.distinct()
			.filter((account) -> this.recipients.mayBeTold(account, step.ref()))
			.toList();
		Set<Channel> open = this.channels.open(step.ref().school());
		Map<Channel, String> groups = open.stream().anyMatch(Channel::isRobot) ? groups(step, told, open) : Map.of();
		Instant now = this.clock.instant();
		for (String account : told) {
			Set<Channel> ways = open.isEmpty() ? Set.of() : ways(step, account, open);
			boolean reachable = !ways.isEmpty();
			EnumSet<Channel> all = EnumSet.noneOf(Channel.class);
			all.addAll(ways);
			groups.forEach((robot, speaker) -> {
				if (speaker.equals(account)) {
					all.add(robot);
				}
			});
			UUID message = write(step, account, now, (step.urgent() && reachable) ? limit(step.ref(), now) : null);
			Preference preference = all.isEmpty() ? Preference.DEFAULT : this.preferences.of(account);
			all.forEach((channel) -> send(message, channel, step, preference, now));
		}
	}

	/** The ways to one person: an emergency takes every one there is. */
	private Set<Channel> ways(StepWaits step, String account, Set<Channel> open) {
		if (this.recipients.isAway(account)) {
			return Set.of();
		}
		Set<Channel> chosen = this.preferences.of(account).channels();
		EnumSet<Channel> ways = EnumSet.noneOf(Channel.class);
		open.stream()
			.filter((channel) -> !channel.isRobot() && (step.urgent() || chosen.contains(channel))
					&& this.recipients.address(channel, account).isPresent())
			.forEach(ways::add);
		return ways;
	}

	/**
	 * A robot speaks once to its group, for the first of those who want it; of a case
	 * that avoids anybody never, for nobody knows who reads there.
	 */
	private Map<Channel, String> groups(StepWaits step, List<String> told, Set<Channel> open) {
		Map<Channel, String> groups = new LinkedHashMap<>();
		if (!this.recipients.groupMayBeTold(step.ref())) {
			return groups;
		}
		for (String account : told) {
			if (this.recipients.isStaff(account) && !this.recipients.isAway(account)) {
				Set<Channel> chosen = this.preferences.of(account).channels();
				open.stream()
					.filter((channel) -> channel.isRobot() && chosen.contains(channel))
					.forEach((robot) -> groups.putIfAbsent(robot, account));
			}
		}
		return groups;
	}

	private Instant limit(CaseRef ref, Instant now) {
		long version = this.caseFiles.get(ref).policyVersion();
		return now.atZone(this.clock.getZone()).plus(this.policies.period(version, UNREAD_LIMIT)).toInstant();
	}

	private UUID write(StepWaits step, String account, Instant now, @Nullable Instant limit) {
		UUID id = UUID.randomUUID();
		this.jdbc.update("""
				insert into huxin.message (id, school, case_no, task_id, kind, urgent, recipient, recipient_token,
					created_at, unread_limit) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, step.ref().school(),
				step.ref().number(), step.taskId(), step.kind().name(), step.urgent(),
				this.vault.directory().seal(account, place(id)), token(this.vault, account), Timestamp.from(now),
				(limit != null) ? Timestamp.from(limit) : null);
		return id;
	}

	private void send(UUID message, Channel channel, StepWaits step, Preference preference, Instant now) {
		boolean calm = !step.urgent() && step.kind() != StepWaits.Kind.ESCALATION && step.kind() != StepWaits.Kind.CALL;
		boolean digest = calm && preference.digest() && !channel.isRobot();
		Instant at = step.urgent() ? now : digest ? preference.nextDigest(now, this.clock.getZone())
				: preference.earliest(now, this.clock.getZone());
		this.jdbc.update("""
				insert into huxin.message_delivery (message_id, channel, state, digest, next_at)
				values (?, ?, 'WAITING', ?, ?)""", message, channel.name(), digest, Timestamp.from(at));
	}

	static String token(Vault vault, String account) {
		return vault.index().token("message.recipient", account);
	}

	static String place(UUID message) {
		return "message:" + message + ":recipient";
	}

}
