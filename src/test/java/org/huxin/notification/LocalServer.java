package org.huxin.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

/**
 * A real HTTP server on this machine, as SMS gateway or webhook.
 */
final class LocalServer implements AutoCloseable {

	private final HttpServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final Deque<Answer> answers = new ArrayDeque<>();

	private final CountDownLatch entered = new CountDownLatch(1);

	private volatile CountDownLatch held;

	LocalServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work);
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", (exchange) -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.calls.add(new Call(exchange.getRequestURI(), body, exchange.getRequestHeaders()));
			this.entered.countDown();
			hold();
			Answer answer = next();
			if (answer.location() != null) {
				exchange.getResponseHeaders().add("Location", answer.location());
			}
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		this.server.start();
	}

	/** What somebody sent. */
	record Call(URI uri, String body, Headers headers) {

		String header(String name) {
			return this.headers.getFirst(name);
		}

	}

	private record Answer(int status, String body, String location) {
	}

	private synchronized Answer next() {
		return this.answers.isEmpty() ? new Answer(200, "{\"errcode\":0}", null) : this.answers.poll();
	}

	synchronized LocalServer answers(int status, String body) {
		this.answers.add(new Answer(status, body, null));
		return this;
	}

	synchronized LocalServer redirects(String location) {
		this.answers.add(new Answer(302, "", location));
		return this;
	}

	/** From now on it answers nobody until it is let go. */
	LocalServer holds() {
		this.held = new CountDownLatch(1);
		return this;
	}

	void letGo() {
		this.held.countDown();
	}

	void awaitCall() {
		await(this.entered);
	}

	private void hold() {
		CountDownLatch latch = this.held;
		if (latch != null) {
			await(latch);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			if (!latch.await(60, TimeUnit.SECONDS)) {
				throw new AssertionError("Nothing happened for a minute");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	List<Call> calls() {
		return this.calls;
	}

	String url(String path) {
		return "http://localhost:" + port() + path;
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		if (this.held != null) {
			letGo();
		}
		this.server.stop(0);
	}

}
