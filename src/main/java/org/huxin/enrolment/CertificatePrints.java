package org.huxin.enrolment;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.huxin.vault.Vault;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a certificate again that was used for another student: by a keyed print of
 * number, physician and date, never in clear (K03).
 */
@Component
class CertificatePrints {

	/** What stands for a paper without number or physician: it cannot be told apart. */
	static final String NONE = "NONE";

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Clock clock;

	CertificatePrints(JdbcTemplate jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * The print of a paper, whatever blanks or wide letters it was typed with.
	 */
	String of(String number, String physician, LocalDate date) {
		String plainNumber = plain(number);
		String plainPhysician = plain(physician);
		if (plainNumber.isEmpty() || plainPhysician.isEmpty()) {
			return NONE;
		}
		return this.vault.index().token("certificate.paper", plainNumber + '\0' + plainPhysician + '\0' + date);
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
	}

	/**
	 * Whether a paper was used for somebody else.
	 */
	@Transactional(readOnly = true)
	boolean isUsedForAnother(String print, UUID student) {
		return owner(print).filter((owner) -> !owner.equals(token(student))).isPresent();
	}

	/**
	 * Keeps that a paper was used for a student.
	 * @return whether it is his; of two at once only the first one's is
	 */
	@Transactional
	boolean keep(String print, UUID student) {
		if (print.equals(NONE)) {
			return true;
		}
		this.jdbc.update("""
				insert into huxin.certificate_print (token, student_token, used_at) values (?, ?, ?)
				on conflict do nothing""", print, token(student), Timestamp.from(this.clock.instant()));
		return !isUsedForAnother(print, student);
	}

	private Optional<String> owner(String print) {
		return this.jdbc
			.queryForList("select student_token from huxin.certificate_print where token = ?", String.class, print)
			.stream()
			.findFirst();
	}

	private String token(UUID student) {
		return this.vault.index().token("certificate.student", student.toString());
	}

}
