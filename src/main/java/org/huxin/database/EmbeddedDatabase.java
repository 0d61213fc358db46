package org.huxin.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL 17 under the data folder: kept between runs, reachable from this
 * machine with a generated password only, stopped with the application. Holds the
 * folder's lock for as long as it lives.
 */
final class EmbeddedDatabase implements AutoCloseable {

	static final String OWNER = "huxin_owner";

	static final String RUNTIME = "huxin_app";

	private static final String NAME = "huxin";

	private static final String PG_DATA = "postgres";

	private static final String BINARIES = "binaries";

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final FileLock lock;

	private final Path home;

	private final DatabaseSecrets secrets;

	private final EmbeddedPostgres server;

	private EmbeddedDatabase(FileLock lock, Path home, DatabaseSecrets secrets, EmbeddedPostgres server) {
		this.lock = lock;
		this.home = home;
		this.secrets = secrets;
		this.server = server;
	}

	/**
	 * Starts the server of the given data folder, creating both when they are missing.
	 * @throws DatabaseUnavailable if another application uses the folder, or the server
	 * does not come up
	 */
	static EmbeddedDatabase in(Path folder) {
		Path home = folder.toAbsolutePath().normalize();
		requireNamespaces();
		FileLock lock = lock(home);
		try {
			stopServer(home);
			DatabaseSecrets secrets = secrets(home);
			EmbeddedPostgres server = start(home, secrets);
			EmbeddedDatabase database = new EmbeddedDatabase(lock, home, secrets, server);
			database.createRolesAndDatabase();
			DatabaseSecrets.keep(home);
			return database;
		}
		catch (DatabaseUnavailable ex) {
			release(lock);
			throw ex;
		}
		catch (IOException | RuntimeException | SQLException ex) {
			stopAfter(ex, home);
			release(lock);
			throw DatabaseUnavailable.failed(home, ex);
		}
	}

	private static void requireNamespaces() {
		boolean root = "root".equals(System.getProperty("user.name"));
		if (root && System.getProperty("os.name").startsWith("Linux") && !LinuxUtils.isUnshareAvailable()) {
			throw DatabaseUnavailable.namespacesRefused();
		}
	}

	private static DatabaseSecrets secrets(Path home) throws IOException {
		if (DatabaseSecrets.isKeptIn(home)) {
			return DatabaseSecrets.read(home);
		}
		Path pgData = home.resolve(PG_DATA);
		if (DatabaseSecrets.isUnfinishedIn(home)) {
			// the first start was interrupted: nobody has stored anything yet
			FileSystemUtils.deleteRecursively(pgData);
		}
		else if (Files.exists(pgData)) {
			throw DatabaseUnavailable.secretsMissing(home);
		}
		return DatabaseSecrets.generate(home);
	}

	private static void stopServer(Path home) throws IOException {
		StalePostmaster.stopIn(home.resolve(PG_DATA), home.resolve(BINARIES));
	}

	private static void stopAfter(Exception failure, Path home) {
		try {
			stopServer(home);
		}
		catch (IOException | DatabaseUnavailable ex) {
			failure.addSuppressed(ex);
		}
	}

	private static EmbeddedPostgres start(Path home, DatabaseSecrets secrets) throws IOException {
		Path passwordFile = Files.createTempFile(home, "initdb", null);
		try {
			Files.writeString(passwordFile, secrets.superuser());
			return EmbeddedPostgres.builder()
				.setDataDirectory(home.resolve(PG_DATA))
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				// the library lets everybody write into it, so it lies behind a closed
				// door
				.setOverrideWorkingDirectory(ownerOnly(home.resolve(BINARIES)).resolve("17").toFile())
				// a resolver of its own: the library shares one unpacked copy per
				// resolver
				.setPgBinaryResolver((system, hardware) -> binaries(home, system, hardware))
				.setPGStartupWait(Duration.ofSeconds(120))
				// further options of initdb: the library asks for trust, the last one
				// wins
				.setLocaleConfig("auth", "scram-sha-256")
				.setLocaleConfig("pwfile", passwordFile.toString())
				.setLocaleConfig("locale", "C")
				.setConnectConfig("password", secrets.superuser())
				// the library starts with -F (no fsync): kept data must be on the disk
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("unix_socket_directories", "")
				.setServerConfig("timezone", "Asia/Shanghai")
				// statements may carry what a person typed: none is written to a log
				.setServerConfig("log_min_error_statement", "panic")
				.setServerConfig("log_statement", "none")
				.setServerConfig("max_connections", "100")
				.start();
		}
		finally {
			Files.delete(passwordFile);
		}
	}

	private static InputStream binaries(Path home, String system, String hardware) throws IOException {
		try {
			return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
		}
		catch (IllegalStateException ex) {
			log.info("There is no embedded server for {} {} to unpack into {}", system, hardware, home);
			throw DatabaseUnavailable.binariesMissing();
		}
	}

	private static Path ownerOnly(Path folder) throws IOException {
		Files.createDirectories(folder);
		if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
		return folder;
	}

	private static FileLock lock(Path home) {
		try {
			Files.createDirectories(home);
			FileChannel channel = FileChannel.open(home.resolve("huxin.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = tryLock(channel);
			if (lock == null) {
				channel.close();
				throw DatabaseUnavailable.inUse(home);
			}
			return lock;
		}
		catch (IOException ex) {
			throw DatabaseUnavailable.failed(home, ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static void release(FileLock lock) {
		try {
			lock.acquiredBy().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void createRolesAndDatabase() throws SQLException {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			createRole(statement, OWNER, this.secrets.owner());
			createRole(statement, RUNTIME, this.secrets.runtime());
			if (isMissing(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
				statement.execute("create database " + NAME + " owner " + OWNER);
				statement.execute("revoke all on database " + NAME + " from public");
				statement.execute("grant connect on database " + NAME + " to " + RUNTIME);
			}
		}
	}

	private static void createRole(Statement statement, String role, String password) throws SQLException {
		if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
			statement.execute("create role " + role
					+ " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + password + "'");
		}
	}

	private static boolean isMissing(Statement statement, String query) throws SQLException {
		try (ResultSet result = statement.executeQuery(query)) {
			return !result.next();
		}
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + NAME;
	}

	DatabaseSecrets secrets() {
		return this.secrets;
	}

	@Override
	public void close() {
		try {
			this.server.close();
			// the library waits 5 seconds; a last checkpoint may take longer
			stopServer(this.home);
		}
		catch (IOException | DatabaseUnavailable ex) {
			log.error("The database process could not be stopped; the next start will stop it", ex);
		}
		finally {
			release(this.lock);
		}
	}

}
