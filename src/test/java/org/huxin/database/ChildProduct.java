package org.huxin.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.OS;

/**
 * The product as a person starts it: a process of its own, which can be interrupted and
 * killed. It finds a free port by itself and speaks to nobody but this test.
 */
final class ChildProduct implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final long PATIENCE_SECONDS = 480;

	private final Process process;

	private final Path folder;

	private final StringBuffer said = new StringBuffer();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	/** All that it printed has been read. */
	private final CompletableFuture<Boolean> read = new CompletableFuture<>();

	private ChildProduct(Process process, Path folder) {
		this.process = process;
		this.folder = folder;
	}

	static Start in(Path folder) {
		return new Start(folder);
	}

	/** The class path of the product: without what the tests add themselves. */
	static List<String> classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.toList();
	}

	/**
	 * Waits until the product says that it is well.
	 */
	ChildProduct awaitStart() {
		await(this.port);
		Awaitility.await()
			.atMost(Duration.ofSeconds(PATIENCE_SECONDS))
			.until(() -> get("/actuator/health").statusCode(), (status) -> status == 200);
		return this;
	}

	/**
	 * Waits for the end of the process.
	 * @return its exit code
	 */
	int awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new AssertionError("The product did not end; it said:\n" + this.said);
			}
			await(this.read);
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private <T> T await(CompletableFuture<T> event) {
		try {
			return event.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError("The product did not start; it said:\n" + this.said, ex);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** All that it printed. */
	String said() {
		return this.said.toString();
	}

	int port() {
		return await(this.port);
	}

	/** Asks as somebody who is not signed in. */
	HttpResponse<String> get(String path) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).build(),
						BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The process of the embedded server. */
	ProcessHandle postmaster() {
		return ProcessHandle.of(Long.parseLong(postmasterFile().get(0).trim())).orElseThrow();
	}

	/** Where the embedded server listens, for a password of its own. */
	String url() {
		return "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3).trim() + "/huxin";
	}

	private List<String> postmasterFile() {
		try {
			return Files.readAllLines(this.folder.resolve("postgres/postmaster.pid"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A connection of the role that the product runs as. */
	Connection connect() throws SQLException {
		return DriverManager.getConnection(url(), EmbeddedDatabase.RUNTIME, secrets().runtime());
	}

	DatabaseSecrets secrets() {
		try {
			return DatabaseSecrets.read(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What Ctrl-C does. */
	void interrupt() {
		signal("-INT", this.process.toHandle());
	}

	/** What a service manager does. */
	void terminate() {
		signal("-TERM", this.process.toHandle());
	}

	/** {@code kill -9} of the application alone. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	static void signal(String signal, ProcessHandle process) {
		try {
			new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			terminate();
			awaitEnd();
		}
	}

	private void listen() {
		try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.said.append(line).append('\n');
				Matcher matcher = PORT.matcher(line);
				if (matcher.find()) {
					this.port.complete(Integer.valueOf(matcher.group(1)));
				}
			}
		}
		catch (IOException ex) {
			this.said.append(ex);
		}
		this.port.completeExceptionally(new IllegalStateException("ended"));
		this.read.complete(Boolean.TRUE);
	}

	/** How to start it. */
	static final class Start {

		private final Path folder;

		private final Map<String, String> settings = new HashMap<>();

		private final List<String> before = new ArrayList<>();

		private String classPath = classPath().stream().collect(Collectors.joining(File.pathSeparator));

		private Start(Path folder) {
			this.folder = folder;
			this.settings.put("HUXIN_DATA_DIR", folder.toString());
			this.settings.put("HUXIN_PASSWORD_STRENGTH", "4");
			this.settings.put("SERVER_PORT", "0");
			// the plainest of machines
			this.settings.put("LANG", "C");
			this.settings.put("PATH", System.getenv("PATH"));
		}

		Start demo() {
			return with("SPRING_PROFILES_ACTIVE", "demo");
		}

		Start with(String variable, String value) {
			this.settings.put(variable, value);
			return this;
		}

		/** A program that runs the product, for example as another user. */
		Start under(String... command) {
			this.before.addAll(List.of(command));
			return this;
		}

		Start withClassPath(String classPath) {
			this.classPath = classPath;
			return this;
		}

		ChildProduct begin() {
			List<String> command = new ArrayList<>(this.before);
			if (OS.LINUX.isCurrentOs()) {
				// a build in the background of a shell ignores Ctrl-C, and so would its
				// child
				command.addAll(0, List.of("env", "--default-signal=INT"));
			}
			command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-Xmx768m", "-cp", this.classPath, "org.huxin.Huxin"));
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
			builder.directory(this.folder.getParent().toFile());
			builder.environment().clear();
			builder.environment().putAll(this.settings);
			try {
				ChildProduct product = new ChildProduct(builder.start(), this.folder);
				Thread listener = new Thread(product::listen, "child");
				listener.setDaemon(true);
				listener.start();
				return product;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		ChildProduct start() {
			ChildProduct product = begin();
			try {
				return product.awaitStart();
			}
			catch (AssertionError | RuntimeException ex) {
				product.close();
				throw ex;
			}
		}

		/** Starts it and waits for its end. */
		ChildProduct refused() {
			ChildProduct product = begin();
			if (product.awaitEnd() == 0) {
				throw new AssertionError("The product ended as if all were well; it said:\n" + product.said);
			}
			return product;
		}

	}

}
