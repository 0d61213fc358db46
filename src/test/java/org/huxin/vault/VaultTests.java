package org.huxin.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A stolen database opens with no other master key, and no key opens at another place.
 */
@HuxinTest
class VaultTests {

	private final Vault vault;

	private final JdbcTemplate jdbc;

	@Autowired
	VaultTests(Vault vault, JdbcTemplate jdbc) {
		this.vault = vault;
		this.jdbc = jdbc;
	}

	@Test
	void anotherMasterKeyOpensNothing() {
		Vault thief = thief();
		byte[] caseKey = this.vault.newCaseKey("case");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> thief.caseKey(caseKey, "case"));
		assertThatCode(() -> this.vault.caseKey(caseKey, "case")).doesNotThrowAnyException();
	}

	@Test
	void aKeyOpensForItsOwnerOnly() {
		byte[] caseKey = this.vault.newCaseKey("one");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.vault.caseKey(caseKey, "two"));
	}

	@Test
	void aSealedTextOpensAtItsOwnPlaceOnlyAndSaysNothing() {
		SealingKey key = this.vault.caseKey(this.vault.newCaseKey("one"), "one");
		byte[] sealed = key.seal("他说的话", "entry:1:1");
		assertThat(key.open(sealed, "entry:1:1")).isEqualTo("他说的话");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key.open(sealed, "entry:1:2"))
			.withMessageNotContaining("他说的话");
		assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("他说的话");
		assertThat(key.seal("他说的话", "entry:1:1")).as("the same words never look the same").isNotEqualTo(sealed);
	}

	@Test
	void aTokenOfOnePurposeIsNoneOfAnother() {
		assertThat(this.vault.index().token("a", "x")).isEqualTo(this.vault.index().token("a", "x"))
			.matches("[0-9a-f]{74}")
			.isNotEqualTo(this.vault.index().token("b", "x"))
			.isNotEqualTo(this.vault.index().token("a", "y"));
	}

	// who has everything but the right master key
	private Vault thief() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		SealingKey other = MasterKey.of(Base64.getEncoder().encodeToString(bytes));
		assertThatExceptionOfType(SealBroken.class).as("the directory's and the index key")
			.isThrownBy(() -> new Vault(other, this.jdbc));
		return new Vault(other, new EmptyDatabase());
	}

	/** Keeps the one key that was just asked for. */
	private static final class EmptyDatabase extends JdbcTemplate {

		private byte[] kept = new byte[0];

		@Override
		public int update(String sql, Object... arguments) {
			this.kept = (byte[]) arguments[1];
			return 1;
		}

		@Override
		public <T> java.util.List<T> queryForList(String sql, Class<T> type, Object... arguments) {
			return java.util.List.of(type.cast(this.kept));
		}

	}

}
