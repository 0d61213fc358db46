package org.huxin.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The generated passwords of the embedded server, kept beside its data and readable by
 * their owner only. Until the server has its roles and its database they carry another
 * name, so that an interrupted first start is told from a lost file.
 */
record DatabaseSecrets(String superuser, String owner, String runtime) {

	private static final String FILE = "postgres.secrets";

	private static final String UNFINISHED = "postgres.secrets.new";

	/** Whether a server of this folder has been set up to the end. */
	static boolean isKeptIn(Path home) {
		return Files.exists(home.resolve(FILE));
	}

	/** Whether the first start in this folder did not come to its end. */
	static boolean isUnfinishedIn(Path home) {
		return Files.exists(home.resolve(UNFINISHED));
	}

	static DatabaseSecrets read(Path home) throws IOException {
		return of(home.resolve(FILE));
	}

	/** Makes passwords for a new server. */
	static DatabaseSecrets generate(Path home) throws IOException {
		Path file = home.resolve(UNFINISHED);
		Files.deleteIfExists(file);
		createOwnerOnly(file);
		Properties fresh = new Properties();
		List.of("superuser", "owner", "runtime").forEach((name) -> fresh.setProperty(name, password()));
		try (Writer writer = Files.newBufferedWriter(file)) {
			fresh.store(writer, null);
		}
		return of(file);
	}

	/** The server has its roles and its database: from now on its data are kept. */
	static void keep(Path home) throws IOException {
		if (isUnfinishedIn(home)) {
			Files.move(home.resolve(UNFINISHED), home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private static DatabaseSecrets of(Path file) throws IOException {
		Properties kept = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			kept.load(reader);
		}
		return new DatabaseSecrets(required(kept, "superuser"), required(kept, "owner"), required(kept, "runtime"));
	}

	private static String required(Properties kept, String name) throws IOException {
		String value = kept.getProperty(name);
		if (value == null) {
			throw new IOException(FILE + " has no " + name);
		}
		return value;
	}

	private static void createOwnerOnly(Path file) throws IOException {
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
	}

	private static String password() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
