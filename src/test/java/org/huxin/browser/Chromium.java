package org.huxin.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Finds the machine's Chromium, starts it once for all tests and gives each test
 * {@link Visitors} of its own. No browser is ever downloaded.
 */
class Chromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Namespace OURS = Namespace.create(Chromium.class);

	/** The last five keep Chromium from calling home, which a closed network refuses. */
	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
			"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
			"--disable-sync");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (executable().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is there");
		}
		if (Boolean.parseBoolean(System.getenv("CI"))) {
			throw new IllegalStateException("Browser tests need Chromium here: apt-get install chromium");
		}
		return ConditionEvaluationResult.disabled("No Chromium on this machine: browser tests are skipped");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Visitors.class;
	}

	@Override
	public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
		String port = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port");
		return context.getStore(OURS)
			.getOrComputeIfAbsent(Visitors.class,
					(key) -> new Visitors(running(context).browser, "http://localhost:" + port,
							Path.of("target", "screenshots", context.getRequiredTestClass().getSimpleName())),
					Visitors.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Visitors visitors = context.getStore(OURS).remove(Visitors.class, Visitors.class);
		if (visitors != null) {
			if (context.getExecutionException().isPresent()) {
				visitors.photograph("failed-" + context.getRequiredTestMethod().getName());
			}
			visitors.leave();
		}
	}

	private static Running running(ExtensionContext context) {
		return context.getRoot()
			.getStore(OURS)
			.getOrComputeIfAbsent(Running.class, (key) -> new Running(), Running.class);
	}

	private static Optional<Path> executable() {
		Stream<String> folders = Stream.concat(Stream.of("/usr/bin"),
				Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
		return folders.map((folder) -> Path.of(folder, "chromium")).filter(Files::isExecutable).findFirst();
	}

	/** The one browser of a test run. */
	private static final class Running implements Store.CloseableResource {

		private final Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

		private final Browser browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow()).setArgs(FLAGS));

		Running() {
			// a machine with two busy cores may need it
			PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
		}

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
