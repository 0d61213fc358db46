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
	 * @param pgData the server's data folder
	 * @param binaries where the servers of this folder are run from
	 * @throws DatabaseUnavailable if it does not stop, or nobody can tell whether the
	 * process is a server
	 */
	static void stopIn(Path pgData, Path binaries) throws IOException {
		Path pidFile = pgData.resolve("postmaster.pid");
		if (Files.notExists(pidFile)) {
			return;
		}
		Optional<ProcessHandle> process = named(pidFile);
		if (process.isPresent() && isRunFrom(binaries, process.get())) {
			log.warn("A database process still holds {}; stopping it", pgData);
			stop(process.get());
		}
		else {
			// the id now belongs to something else, and the server would refuse to start
			// for its sake
			Files.deleteIfExists(pidFile);
		}
	}

	private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
		List<String> lines = Files.readAllLines(pidFile);
		try {
			return ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	private static boolean isRunFrom(Path binaries, ProcessHandle process) throws IOException {
		Optional<String> command = process.info().command();
		if (command.isEmpty() && process.isAlive()) {
			throw DatabaseUnavailable.unknownProcess(process.pid());
		}
		return command.isPresent() && Files.exists(binaries)
				&& Path.of(command.get()).startsWith(binaries.toRealPath());
	}

	private static void stop(ProcessHandle postmaster) {
		if (!interrupt(postmaster)) {
			postmaster.destroy();
		}
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
	}

	// SIGINT ends the sessions that are open; SIGTERM, which is all that Java can send,
	// would wait for them
	private static boolean interrupt(ProcessHandle postmaster) {
		try {
			return new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
