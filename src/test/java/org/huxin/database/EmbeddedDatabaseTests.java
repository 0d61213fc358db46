package org.huxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What befalls the data folder before anything could be kept in it.
 */
class EmbeddedDatabaseTests {

	@TempDir
	private Path parent;

	@Test
	void aFirstStartThatWasCutOffBeginsAgain() throws IOException {
		Path home = this.parent.resolve("data");
		Files.createDirectories(home.resolve("postgres/base"));
		Files.writeString(home.resolve("postgres/PG_VERSION"), "17");
		Files.createFile(home.resolve("postgres.secrets.new"));
		try (EmbeddedDatabase database = EmbeddedDatabase.in(home)) {
			assertThat(database.url()).endsWith("/huxin");
		}
		assertThat(home.resolve("postgres.secrets.new")).doesNotExist();
		assertThat(home.resolve("postgres.secrets")).exists();
		assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
		theLostPasswordFileIsNamed(home);
	}

	private void theLostPasswordFileIsNamed(Path home) throws IOException {
		Files.delete(home.resolve("postgres.secrets"));
		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> EmbeddedDatabase.in(home))
			.withMessageContaining("postgres.secrets")
			.withMessageContaining(home.toString());
		assertThat(home.resolve("postgres/PG_VERSION")).exists();
	}

	@Test
	void aFolderThatCannotBeWrittenIsNamed() throws IOException {
		Path file = Files.createFile(this.parent.resolve("file"));
		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> EmbeddedDatabase.in(file))
			.withMessageContaining(file.toString());
	}

	@Test
	void nobodyElseReachesTheBinaries() throws IOException, SQLException {
		Path home = this.parent.resolve("other");
		try (EmbeddedDatabase database = EmbeddedDatabase.in(home);
				Connection connection = java.sql.DriverManager.getConnection(database.url(), "postgres",
						database.secrets().superuser());
				Statement statement = connection.createStatement()) {
			assertThat(statement.execute("checkpoint")).isFalse();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("binaries"))))
				.isEqualTo("rwx------");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
				.isEqualTo("rwx------");
		}
	}

}
