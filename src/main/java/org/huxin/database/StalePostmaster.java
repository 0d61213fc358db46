package org.huxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that outlives an application killed with {@code kill -9}. It is
 * asked to stop in an orderly way, so nothing that was committed is lost; its data folder
 * is then free.
 */
final class StalePostmaster {

	private static final Logger log = LoggerFactory.getLogger(StalePostmaster.class);

	private StalePostmaster() {
	}

	/**
	 * Stops the server that still holds the data folder, if there is one. The caller
	 * holds the folder's lock, so no living application needs that server.
	 */
	static void stopIn(Path pgData) {
		running(pgData).ifPresent((postmaster) -> {
			log.warn("A database process of an earlier run still holds {}; stopping it", pgData);
			postmaster.destroy();
			try {
				postmaster.onExit().get(60, TimeUnit.SECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				throw DatabaseUnavailable.stuck(postmaster.pid());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw DatabaseUnavailable.stuck(postmaster.pid());
			}
		});
	}

	private static Optional<ProcessHandle> running(Path pgData) {
		Path pidFile = pgData.resolve("postmaster.pid");
		if (Files.notExists(pidFile)) {
			return Optional.empty();
		}
		try {
			List<String> lines = Files.readAllLines(pidFile);
			return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(StalePostmaster::isPostgres);
		}
		catch (IOException | NumberFormatException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	// a reused process id may belong to anything: only a postgres may be stopped
	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().map((command) -> command.contains("postgres")).orElse(false);
	}

}
