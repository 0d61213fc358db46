package org.huxin.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where the master key comes from: the environment; in the demo, a generated file beside
 * the data.
 */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

	@Bean
	Vault vault(MasterKeySource source, JdbcTemplate jdbc) throws IOException {
		Vault.registerPrimitives();
		return new Vault(MasterKey.of(source.base64()), jdbc);
	}

	@Bean
	@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
	MasterKeySource demoMasterKey(@Value("${huxin.master-key}") String key,
			@Value("${huxin.data-dir}") Path dataFolder) {
		return () -> key.isBlank() ? keptIn(dataFolder.resolve("demo-master.key")) : key;
	}

	@Bean
	@ConditionalOnProperty(name = "huxin.demo", havingValue = "false", matchIfMissing = true)
	MasterKeySource masterKey(@Value("${huxin.master-key}") String key) {
		// asked while the beans are made, before anything else is started
		MasterKey.check(key);
		return () -> key;
	}

	private static String keptIn(Path file) throws IOException {
		if (Files.notExists(file)) {
			byte[] bytes = new byte[32];
			new SecureRandom().nextBytes(bytes);
			Files.createDirectories(file.toAbsolutePath().getParent());
			if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.createFile(file,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			}
			Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
		}
		return Files.readString(file);
	}

	/** Gives the master key in base64. */
	@FunctionalInterface
	interface MasterKeySource {

		String base64() throws IOException;

	}

}
