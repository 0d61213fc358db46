package org.huxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A person who calls the running product over real HTTP: signs in at our login as a
 * browser does, carries the cookies and both tokens, and can then ask for anything,
 * whether Tasklist would or not.
 */
public final class Caller {

	/** Where Tasklist's calls go. */
	public static final String ENGINE = "/camunda/api/engine/engine/default";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final int port;

	private Caller(int port) {
		this.port = port;
	}

	/** What came back. */
	public record Answer(int status, String body, Map<String, List<String>> headers) {

		public JsonNode json() {
			try {
				return JSON.readTree(this.body);
			}
			catch (JsonProcessingException ex) {
				throw new AssertionError("No JSON: " + this.body, ex);
			}
		}

		/** What a person is told. */
		public String message() {
			return this.body.startsWith("{") ? json().path("message").asText() : this.body;
		}

	}

	/**
	 * Somebody who has not signed in.
	 */
	public static Caller nobody(int port) {
		return new Caller(port);
	}

	/**
	 * Somebody of the demo school who has signed in.
	 */
	public static Caller signedIn(int port, String account) {
		Caller caller = new Caller(port);
		caller.get("/login");
		Answer answer = caller.send("POST", "/login",
				"username=" + account + "&password=huxin&_csrf=" + encoded(caller.cookie("HUXIN-XSRF")),
				(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
		if (answer.status() != 302 || String.valueOf(answer.headers().get("location")).contains("error")) {
			throw new AssertionError(account + " could not sign in: " + answer);
		}
		caller.get("/login");
		// gives everybody the web apps' token, also whom no web app is open to
		caller.get("/camunda/api/engine/engine/");
		return caller;
	}

	public Answer get(String path) {
		return send("GET", path, null, UnaryOperator.identity());
	}

	public Answer post(String path, Object body) {
		return call("POST", path, body);
	}

	/**
	 * Any call with a JSON body; a text is sent as it stands.
	 */
	public Answer call(String method, String path, Object body) {
		return send(method, path, (body instanceof String text) ? text : written(body),
				(request) -> request.header("Content-Type", "application/json"));
	}

	/**
	 * Takes a task.
	 */
	public Answer claim(String task, String account) {
		return post(ENGINE + "/task/" + task + "/claim", Map.of("userId", account));
	}

	/**
	 * Submits the form of a task, each value typed as Tasklist types it.
	 */
	public Answer submit(String task, Map<String, Object> values) {
		return post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", typed(values)));
	}

	/**
	 * Submits a start form.
	 */
	public Answer start(String definition, Map<String, Object> values) {
		return post(ENGINE + "/process-definition/" + definition + "/submit-form", Map.of("variables", typed(values)));
	}

	/**
	 * Values as Tasklist sends them.
	 */
	public static Map<String, Object> typed(Map<String, Object> values) {
		Map<String, Object> typed = new LinkedHashMap<>();
		values.forEach((key, value) -> typed.put(key, (value instanceof List<?> list)
				? Map.of("type", "Json", "value", written(list)) : (value instanceof Map) ? value : plain(value)));
		return typed;
	}

	private static Map<String, Object> plain(Object value) {
		return Map.of("value", value);
	}

	/**
	 * A call of which everything is the caller's choice.
	 */
	public Answer send(String method, String path, String body, UnaryOperator<HttpRequest.Builder> more) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(Duration.ofMinutes(2))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		request.header("Accept", "application/json, text/html;q=0.8, */*;q=0.5");
		header(request, "X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
		header(request, "X-HUXIN-XSRF", cookie("HUXIN-XSRF"));
		try {
			HttpResponse<String> response = this.http.send(more.apply(request).build(),
					BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), response.body(), response.headers().map());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static void header(HttpRequest.Builder request, String name, String value) {
		if (!value.isEmpty()) {
			request.header(name, value);
		}
	}

	private String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.reduce("", (first, last) -> last);
	}

	private static String written(Object body) {
		try {
			return JSON.writeValueAsString(body);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
