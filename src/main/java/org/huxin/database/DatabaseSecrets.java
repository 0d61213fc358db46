package org.huxin.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The generated passwords of the embedded server, kept beside its data and readable by
 * their owner only.
 */
record DatabaseSecrets(String superuser, String owner, String runtime) {

	static DatabaseSecrets in(Path file) {
		try {
			if (Files.notExists(file)) {
				create(file);
			}
			Properties kept = new Properties();
			try (Reader reader = Files.newBufferedReader(file)) {
				kept.load(reader);
			}
			return new DatabaseSecrets(kept.getProperty("superuser"), kept.getProperty("owner"),
					kept.getProperty("runtime"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void create(Path file) throws IOException {
		Properties fresh = new Properties();
		List.of("superuser", "owner", "runtime").forEach((name) -> fresh.setProperty(name, password()));
		ownerOnly(file);
		try (Writer writer = Files.newBufferedWriter(file)) {
			fresh.store(writer, null);
		}
	}

	static void ownerOnly(Path file) throws IOException {
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
