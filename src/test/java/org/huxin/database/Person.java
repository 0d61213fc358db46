package org.huxin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody of the demo school who has signed in at a running product and works with it as
 * his browser would.
 */
final class Person {

	private static final String ENGINE = "/camunda/api/engine/engine/default/process-definition";

	private final CookieManager cookies = new CookieManager();

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String address;

	private Person(int port) {
		this.address = "http://127.0.0.1:" + port;
	}

	static Person signedIn(ChildProduct product, String account) {
		Person person = new Person(product.port());
		person.read("/login");
		person.send(
				person.request("/login")
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers
						.ofString("username=" + account + "&password=huxin&_csrf=" + person.cookie("HUXIN-XSRF"))),
				302);
		return person;
	}

	/** Reports the first student of the list, as the start form of Tasklist does. */
	void reports(String observed) throws IOException {
		read("/camunda/app/tasklist/default/");
		ObjectMapper json = new ObjectMapper();
		String definition = json.readTree(read(ENGINE + "?key=CrisisCase&latest=true")).path(0).path("id").asText();
		String student = "";
		for (JsonNode field : json.readTree(read(ENGINE + "/" + definition + "/deployed-start-form"))
			.path("components")) {
			if (field.path("key").asText().equals("studentRef")) {
				student = field.path("values").path(0).path("value").asText();
			}
		}
		String report = """
				{"variables": {"dangerNow": {"value": "NO"}, "studentRef": {"value": "%s"}, "observed": {"value": "%s"},
				  "whereNow": {"value": "WITH_SOMEONE"}, "staffInvolved": {"value": "NO"}}}""".formatted(student,
				observed);
		send(request(ENGINE + "/" + definition + "/submit-form").header("Content-Type", "application/json")
			.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
			.POST(BodyPublishers.ofString(report)), 200);
	}

	String read(String path) {
		return send(request(path), 200);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	private String send(HttpRequest.Builder request, int status) {
		try {
			HttpResponse<String> response = this.browser.send(request.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

}
