package org.huxin.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ViewportSize;

/**
 * One person at his browser.
 */
class Visitor {

	/**
	 * Latin words that a Chinese reader of these pages knows: names and abbreviations.
	 */
	private static final Pattern KNOWN = Pattern
		.compile("PHQ-A|PHQ-9|GAD-7|ASQ|XLSX|CSV|bpmn\\.io|English|[A-Z]\\d\\d");

	private final String account;

	private final Page page;

	private final Path screenshots;

	private final List<String> troubles = new ArrayList<>();

	/** What the page still waits for. */
	private final Set<String> underWay = new LinkedHashSet<>();

	private final List<String> failed = new ArrayList<>();

	Visitor(String account, Page page, Path screenshots) {
		this.account = account;
		this.page = page;
		this.screenshots = screenshots;
		page.onPageError(this.troubles::add);
		page.onRequest((request) -> this.underWay.add(request.url()));
		page.onRequestFinished((request) -> this.underWay.remove(request.url()));
		page.onRequestFailed((request) -> {
			this.underWay.remove(request.url());
			this.failed.add(request.url() + " " + request.failure());
		});
	}

	String account() {
		return this.account;
	}

	Page page() {
		return this.page;
	}

	/**
	 * Signs in on the login page.
	 */
	void signIn() {
		this.page.navigate("/login");
		this.page.fill("[name=username]", this.account);
		this.page.fill("[name=password]", "huxin");
		this.page.click("button[type=submit]");
		this.page.waitForURL((address) -> !address.contains("/login"));
	}

	/**
	 * Opens one of our own pages and reads it.
	 * @return its visible words
	 */
	String read(String path) {
		this.page.navigate(path);
		this.page.waitForLoadState(LoadState.NETWORKIDLE);
		return words();
	}

	/**
	 * Every visible word of the page.
	 */
	String words() {
		return this.page.locator("body").innerText();
	}

	/**
	 * The visible lines with a Latin word that a Chinese reader would stumble over.
	 */
	List<String> foreignLines() {
		return words().lines()
			.filter((line) -> KNOWN.matcher(line).replaceAll("").matches(".*[A-Za-z]{2,}.*"))
			.map(String::strip)
			.toList();
	}

	/**
	 * Errors of the scripts on this person's pages.
	 */
	List<String> troubles() {
		return List.copyOf(this.troubles);
	}

	/**
	 * Opens Tasklist.
	 */
	Tasklist tasklist() {
		this.failed.clear();
		this.page.navigate("/camunda/app/tasklist/default/");
		try {
			this.page.waitForSelector(".task-filters .name");
		}
		catch (TimeoutError ex) {
			throw new AssertionError("Tasklist of " + this.account + " did not start; under way: " + this.underWay
					+ ", failed: " + this.failed + ", troubles: " + this.troubles, ex);
		}
		return new Tasklist(this);
	}

	/**
	 * Keeps a picture of what the person sees, for people to look at.
	 */
	void photograph(String name) {
		ViewportSize screen = this.page.viewportSize();
		// Tasklist scrolls its columns: a taller screen shows the whole form
		Object form = this.page.evaluate("document.querySelector('.fjs-container')?.scrollHeight ?? 0");
		int height = Math.max(screen.height, ((Number) form).intValue() + 500);
		this.page.setViewportSize(screen.width, height);
		this.page.screenshot(
				new Page.ScreenshotOptions().setPath(this.screenshots.resolve(name + ".png")).setFullPage(true));
		this.page.setViewportSize(screen.width, screen.height);
	}

}
