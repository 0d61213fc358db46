package org.huxin.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets the calls pass that Tasklist and the welcome page need, and nothing else of the
 * engine's REST API; says in the user's language what the engine says in English. Each
 * other way to write a text (comments, attachments, task names, owners, dates,
 * delegation, variables, filters) is not there.
 */
class WebAppRoutes extends OncePerRequestFilter {

	private static final String API = "/camunda/api/";

	/** Says in a response that a call came without the page's token. */
	private static final String TOKEN_REQUIRED = "X-XSRF-TOKEN";

	private static final PathPatternParser PATTERNS = new PathPatternParser();

	// the engine's ids have a hyphen, its words for further calls (count, report, key)
	// none
	private static final String ID = "{id:[\\w.:]+-[\\w.:-]+}";

	/** Method and path of every call that Tasklist and the welcome page make. */
	static final Map<HttpMethod, List<String>> OPEN = Map.of(HttpMethod.GET, List.of("engine/engine/", "engine/engine",
			"admin/auth/user/default", "engine/engine/default/user/{id}/profile", "engine/engine/default/filter",
			"engine/engine/default/filter/count", "engine/engine/default/filter/" + ID,
			"engine/engine/default/filter/" + ID + "/count", "engine/engine/default/task/" + ID,
			"engine/engine/default/task/" + ID + "/form", "engine/engine/default/task/" + ID + "/deployed-form",
			"engine/engine/default/task/" + ID + "/form-variables", "engine/engine/default/task",
			"engine/engine/default/process-definition", "engine/engine/default/process-definition/count",
			"engine/engine/default/process-definition/" + ID, "engine/engine/default/process-definition/" + ID + "/xml",
			"engine/engine/default/process-definition/" + ID + "/startForm",
			"engine/engine/default/process-definition/" + ID + "/deployed-start-form",
			"engine/engine/default/group/count", "tasklist/plugin/tasklistPlugins/static/app/*",
			"welcome/plugin/welcomePlugins/static/app/*"), HttpMethod.POST,
			List.of("engine/engine/default/filter/" + ID + "/list", "engine/engine/default/filter/" + ID + "/count",
					"engine/engine/default/task/" + ID + "/claim", "engine/engine/default/task/" + ID + "/unclaim",
					"engine/engine/default/task/" + ID + "/submit-form",
					"engine/engine/default/process-definition/" + ID + "/submit-form", "engine/engine/default/group"),
			HttpMethod.OPTIONS, List.of("engine/engine/default/filter"));

	/**
	 * Tells Tasklist the business time, which the time left on its cards follows.
	 */
	private static final String NOW = "X-HUXIN-NOW";

	private final DoorMessages messages;

	private final Clock clock;

	private final ObjectMapper json = new ObjectMapper();

	private final Map<HttpMethod, List<PathPattern>> open = OPEN.entrySet()
		.stream()
		.collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey,
				(routes) -> routes.getValue().stream().map((route) -> PATTERNS.parse(API + route)).toList()));

	WebAppRoutes(DoorMessages messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isOpen(request)) {
			answer(response, HttpServletResponse.SC_NOT_FOUND, "NotFound", this.messages.text("door.notAllowed"));
			return;
		}
		response.setHeader(NOW, this.clock.instant().toString());
		Kept cached = new Kept(response);
		chain.doFilter(request, cached);
		if (cached.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && isSignedIn(request)) {
			// the web app is not for this person; another login would not help
			answer(response, HttpServletResponse.SC_FORBIDDEN, "Refused", this.messages.text("door.notAllowed"));
			return;
		}
		if (cached.getStatus() < HttpServletResponse.SC_BAD_REQUEST
				|| cached.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
			cached.copyBodyToResponse();
			return;
		}
		translate(cached, response);
	}

	private static boolean isSignedIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null
				&& session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

	// the container maps decoded paths to this filter, so an address that is spelled
	// otherwise comes here too, and is refused
	private boolean isOpen(HttpServletRequest request) {
		String uri = request.getRequestURI();
		// no parameters, dots or doubled slashes in a path: they would name another route
		if (uri.contains(";") || uri.contains("//") || uri.contains("%") || uri.contains("..")) {
			return false;
		}
		PathContainer path = PathContainer.parsePath(uri);
		HttpMethod method = request.getMethod().equals("HEAD") ? HttpMethod.GET
				: HttpMethod.valueOf(request.getMethod());
		return this.open.getOrDefault(method, List.of()).stream().anyMatch((route) -> route.matches(path));
	}

	// the engine's own words are English and may repeat ids or values: only what the door
	// has said goes to the person
	private void translate(Kept cached, HttpServletResponse response) throws IOException {
		String said = said(cached.getContentAsByteArray());
		int chinese = firstChinese(said);
		int status = cached.getStatus();
		if (said.contains(this.messages.text("door.gone")) || said.contains(this.messages.text("door.notFound"))) {
			status = HttpServletResponse.SC_NOT_FOUND;
		}
		if (chinese >= 0) {
			answer(response, (status >= 500) ? HttpServletResponse.SC_BAD_REQUEST : status, "Refused",
					said.substring(chinese));
			return;
		}
		if (status >= 500 && said.contains("ENGINE-13005") || said.contains("OptimisticLocking")) {
			answer(response, HttpServletResponse.SC_CONFLICT, "Gone", this.messages.text("door.gone"));
			return;
		}
		if (cached.containsHeader(TOKEN_REQUIRED)) {
			answer(response, status, "Refused", this.messages.text("door.reload"));
			return;
		}
		String key = switch (status) {
			case HttpServletResponse.SC_FORBIDDEN -> "door.notAllowed";
			case HttpServletResponse.SC_NOT_FOUND -> "door.notFound";
			case HttpServletResponse.SC_CONFLICT -> "door.gone";
			default -> "door.unavailable";
		};
		// whether something exists elsewhere is nobody's business
		int shown = (said.contains("tenant")) ? HttpServletResponse.SC_NOT_FOUND : status;
		answer(response, shown, "Refused", this.messages.text((shown != status) ? "door.notFound" : key));
	}

	private String said(byte[] body) {
		try {
			JsonNode node = this.json.readTree(body);
			return (node != null) ? node.path("message").asText() : "";
		}
		catch (IOException ex) {
			return new String(body, StandardCharsets.UTF_8);
		}
	}

	private static int firstChinese(String text) {
		return text.codePoints()
			.filter((character) -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
					|| character == '「')
			.map(text::indexOf)
			.findFirst()
			.orElse(-1);
	}

	private void answer(HttpServletResponse response, int status, String type, String message) throws IOException {
		response.resetBuffer();
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getOutputStream().write(this.json.writeValueAsBytes(Map.of("type", type, "message", message)));
		response.flushBuffer();
	}

	/** A response that is looked at before anybody gets it, an error as well. */
	private static final class Kept extends ContentCachingResponseWrapper {

		private Kept(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void sendError(int status) {
			setStatus(status);
		}

		@Override
		public void sendError(int status, String message) {
			setStatus(status);
		}

	}

}
