package org.huxin.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.huxin.vault.Vault;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person has typed and not yet submitted: kept sealed, for this person and this
 * form only, until it is submitted.
 */
@Service
@Transactional
public class Drafts {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Clock clock;

	Drafts(JdbcTemplate jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Keeps a draft in place of an earlier one.
	 * @param owner the account of the person
	 * @param subject the task or start form it belongs to
	 */
	public void keep(String owner, String subject, Map<String, Object> fields) {
		try {
			this.jdbc.update("""
					insert into huxin.draft (owner, subject, content, saved_at) values (?, ?, ?, ?)
					on conflict (owner, subject) do update set content = excluded.content,
						saved_at = excluded.saved_at""", owner, subject,
					this.vault.directory().seal(JSON.writeValueAsString(fields), place(owner, subject)),
					Timestamp.from(this.clock.instant()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("A draft holds texts, numbers, booleans and lists", ex);
		}
	}

	/**
	 * The kept draft.
	 */
	@Transactional(readOnly = true)
	public Optional<Map<String, Object>> find(String owner, String subject) {
		return this.jdbc
			.queryForList("select content from huxin.draft where owner = ? and subject = ?", byte[].class, owner,
					subject)
			.stream()
			.findFirst()
			.map((sealed) -> read(this.vault.directory().open(sealed, place(owner, subject))));
	}

	/**
	 * When somebody last typed into a form; nothing of what he typed.
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> savedAt(String owner, String subject) {
		return this.jdbc
			.queryForList("select saved_at from huxin.draft where owner = ? and subject = ?", Timestamp.class, owner,
					subject)
			.stream()
			.findFirst()
			.map(Timestamp::toInstant);
	}

	/**
	 * Forgets a draft: it was submitted.
	 */
	public void discard(String owner, String subject) {
		this.jdbc.update("delete from huxin.draft where owner = ? and subject = ?", owner, subject);
	}

	private static Map<String, Object> read(String json) {
		try {
			return JSON.readValue(json, new TypeReference<Map<String, Object>>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A kept draft is not readable");
		}
	}

	private static String place(String owner, String subject) {
		return "draft:" + owner + ":" + subject;
	}

}
