package org.huxin.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.huxin.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How each person wants to be told. The mail address is sealed.
 */
@Service
@Transactional(readOnly = true)
public class Preferences {

	private static final int LONGEST_ADDRESS = 120;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Clock clock;

	Preferences(JdbcTemplate jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * What an account has chosen, or the default.
	 */
	public Preference of(String account) {
		return this.jdbc
			.query("select * from huxin.message_preference where account = ?", (row, number) -> read(row), account)
			.stream()
			.findFirst()
			.orElse(Preference.DEFAULT);
	}

	/**
	 * From now on an account is told like this.
	 */
	@Transactional
	public void keep(String account, Preference preference) {
		this.jdbc.update("""
				insert into huxin.message_preference
					(account, channels, mail, quiet_from, quiet_until, digest, digest_at, changed_at)
				values (?, ?, ?, ?::time, ?::time, ?, ?::time, ?)
				on conflict (account) do update set channels = excluded.channels, mail = excluded.mail,
					quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest = excluded.digest,
					digest_at = excluded.digest_at, changed_at = excluded.changed_at""", account,
				preference.channels().stream().map(Channel::name).sorted().toArray(String[]::new),
				preference.mail().map((mail) -> this.vault.directory().seal(mail, place(account))).orElse(null),
				preference.quietFrom().toString(), preference.quietUntil().toString(), preference.digest(),
				preference.digestAt().toString(), Timestamp.from(this.clock.instant()));
	}

	/**
	 * Whether mail can be sent to what somebody typed: one plain address.
	 */
	public static boolean isMailAddress(String text) {
		if (text.length() > LONGEST_ADDRESS || !text.matches("[^\\s<>\",;:()\\[\\]\\\\@]+@[A-Za-z0-9.-]+")) {
			return false;
		}
		try {
			new InternetAddress(text, true).validate();
			return true;
		}
		catch (AddressException ex) {
			return false;
		}
	}

	private Preference read(ResultSet row) throws SQLException {
		String account = row.getString("account");
		byte @Nullable [] mail = row.getBytes("mail");
		return new Preference(channels(row.getArray("channels")),
				(mail != null) ? Optional.of(this.vault.directory().open(mail, place(account))) : Optional.empty(),
				time(row, "quiet_from"), time(row, "quiet_until"), row.getBoolean("digest"), time(row, "digest_at"));
	}

	private static LocalTime time(ResultSet row, String column) throws SQLException {
		Time time = row.getTime(column);
		return time.toLocalTime();
	}

	private static Set<Channel> channels(Array array) throws SQLException {
		return Arrays.stream((String[]) array.getArray()).map(Channel::valueOf).collect(Collectors.toSet());
	}

	private static String place(String account) {
		return "message_preference:" + account + ":mail";
	}

}
