package org.huxin.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

/**
 * The people of one test, each with a browser of his own.
 */
class Visitors {

	private final Browser browser;

	private final String address;

	private final Path screenshots;

	private final List<Visitor> visitors = new ArrayList<>();

	Visitors(Browser browser, String address, Path screenshots) {
		this.browser = browser;
		this.address = address;
		this.screenshots = screenshots;
	}

	/**
	 * A person opens a browser at a school's computer and signs in.
	 */
	Visitor signIn(String account) {
		return signIn(account, 1440, 900);
	}

	/**
	 * A person signs in on a screen of another size.
	 */
	Visitor signIn(String account, int width, int height) {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBaseURL(this.address)
			.setLocale("zh-CN")
			.setTimezoneId("Asia/Shanghai")
			.setViewportSize(width, height));
		context.setDefaultTimeout(60_000);
		Visitor visitor = new Visitor(account, context.newPage(), this.screenshots);
		this.visitors.add(visitor);
		visitor.signIn();
		return visitor;
	}

	/** Keeps what everybody sees now. */
	void photograph(String name) {
		this.visitors.forEach((visitor) -> visitor.photograph(name + "-" + visitor.account()));
	}

	void leave() {
		this.visitors.forEach((visitor) -> visitor.page().context().close());
	}

}
