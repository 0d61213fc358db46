package org.huxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A data folder of its own for each application that the tests start, under
 * {@code target/}; what earlier runs left is removed.
 */
public class FreshDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Path PARENT = Path.of("target", "test-data");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of(Map.of("huxin.data-dir", create().toAbsolutePath().toString())).applyTo(context);
	}

	/**
	 * Makes an empty folder.
	 */
	public static synchronized Path create() {
		try {
			Files.createDirectories(PARENT);
			removeOfEarlierRuns();
			return Files.createTempDirectory(PARENT, ProcessHandle.current().pid() + "-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void removeOfEarlierRuns() throws IOException {
		try (Stream<Path> folders = Files.list(PARENT)) {
			for (Path folder : folders.toList()) {
				long pid = Long.parseLong(folder.getFileName().toString().replaceFirst("-.*", ""));
				if (ProcessHandle.of(pid).isEmpty()) {
					remove(folder);
				}
			}
		}
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> contents = Files.walk(folder)) {
			for (Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

}
