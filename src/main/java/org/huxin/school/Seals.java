package org.huxin.school;

import java.util.UUID;

import org.huxin.vault.Vault;

import org.springframework.stereotype.Component;

/**
 * Seals the columns that name a person, each bound to its table, row and column.
 */
@Component
class Seals {

	private final Vault vault;

	Seals(Vault vault) {
		this.vault = vault;
	}

	byte[] seal(String text, String table, UUID id, String column) {
		return this.vault.directory().seal(text, place(table, id, column));
	}

	String open(byte[] sealed, String table, UUID id, String column) {
		return this.vault.directory().open(sealed, place(table, id, column));
	}

	/** Student numbers are unique within a school. */
	String numberToken(String school, String number) {
		return this.vault.index().token("student.number", school + ':' + number);
	}

	private static String place(String table, UUID id, String column) {
		return table + ':' + id + ':' + column;
	}

}
