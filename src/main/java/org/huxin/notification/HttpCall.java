package org.huxin.notification;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One POST to a host that is on the list, over TLS, to a public address, and never
 * further: a redirect is refused.
 */
class HttpCall {

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		// a proxy would resolve the name once more
		.proxy(HttpClient.Builder.NO_PROXY)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

	private final Set<String> hosts;

	private final Set<String> privateHosts;

	private final Duration timeout;

	HttpCall(ChannelSettings settings) {
		this.hosts = settings.hosts();
		this.privateHosts = settings.privateHosts();
		this.timeout = settings.timeout();
	}

	/**
	 * Sends JSON.
	 * @param answer what the body of a good answer means
	 */
	Outcome post(String address, String json, Map<String, String> headers, Function<String, Outcome> answer) {
		URI uri;
		try {
			uri = URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			return Outcome.refused("HOST_NOT_LISTED");
		}
		Outcome refused = refusal(uri);
		if (refused != null) {
			return refused;
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(this.timeout)
			.header("Content-Type", "application/json; charset=utf-8")
			.POST(BodyPublishers.ofString(json));
		headers.forEach(request::header);
		return call(request.build(), answer);
	}

	private @Nullable Outcome refusal(URI uri) {
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		if (!this.hosts.contains(host) || uri.getUserInfo() != null) {
			return Outcome.refused("HOST_NOT_LISTED");
		}
		if (this.privateHosts.contains(host)) {
			return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) ? null
					: Outcome.refused("NO_TLS");
		}
		if (!"https".equals(uri.getScheme())) {
			return Outcome.refused("NO_TLS");
		}
		try {
			// the answer stays in the cache of the JVM for the call that follows
			for (InetAddress address : InetAddress.getAllByName(host)) {
				if (isPrivate(address)) {
					return Outcome.refused("PRIVATE_ADDRESS");
				}
			}
			return null;
		}
		catch (UnknownHostException ex) {
			return Outcome.again("UNREACHABLE");
		}
	}

	private Outcome call(HttpRequest request, Function<String, Outcome> answer) {
		CompletableFuture<HttpResponse<String>> call = CLIENT.sendAsync(request,
				BodyHandlers.ofString(StandardCharsets.UTF_8));
		try {
			HttpResponse<String> response = call.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			return outcome(response, answer);
		}
		catch (ExecutionException ex) {
			boolean connected = !(ex.getCause() instanceof ConnectException
					|| ex.getCause() instanceof HttpConnectTimeoutException);
			boolean io = ex.getCause() instanceof IOException;
			return (io && !connected) ? Outcome.again("UNREACHABLE") : Outcome.unsure("NO_ANSWER");
		}
		catch (TimeoutException ex) {
			call.cancel(true);
			return Outcome.unsure("NO_ANSWER");
		}
		catch (InterruptedException ex) {
			call.cancel(true);
			Thread.currentThread().interrupt();
			return Outcome.unsure("NO_ANSWER");
		}
	}

	private static Outcome outcome(HttpResponse<String> response, Function<String, Outcome> answer) {
		int status = response.statusCode();
		if (status >= 200 && status < 300) {
			return answer.apply(response.body());
		}
		if (status >= 300 && status < 400) {
			return Outcome.refused("REDIRECT");
		}
		return (status >= 500 || TRY_AGAIN.contains(status)) ? Outcome.again("HTTP_" + status)
				: Outcome.refused("HTTP_" + status);
	}

	/** Whether an address lies in no public network. */
	static boolean isPrivate(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return true;
		}
		byte[] bytes = address.getAddress();
		int first = bytes[0] & 0xff;
		int second = bytes[1] & 0xff;
		if (bytes.length == 4) {
			return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
					|| (first == 192 && second == 0) || (first == 198 && (second == 18 || second == 19));
		}
		// unique local; and those that carry an IPv4 address within: mapped, NAT64, 6to4
		return (first & 0xfe) == 0xfc || first == 0 || (first == 0x20 && second == 0x02);
	}

}
