package org.huxin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a measurement found, as a page under {@code target/benchmark/} and on the screen.
 */
final class Report {

	private final StringBuilder page = new StringBuilder();

	private final String name;

	Report(String name) {
		this.name = name;
	}

	void line(String text) {
		this.page.append(text).append('\n');
	}

	void row(Object... cells) {
		this.page.append("|");
		for (Object cell : cells) {
			this.page.append(' ').append(cell).append(" |");
		}
		this.page.append('\n');
	}

	void head(Object... cells) {
		line("");
		row(cells);
		Object[] rules = new Object[cells.length];
		java.util.Arrays.fill(rules, "---");
		row(rules);
	}

	String text() {
		return this.page.toString();
	}

	@SuppressWarnings("PMD.SystemPrintln")
	void publish() {
		try {
			Path folder = Files.createDirectories(Path.of("target", "benchmark"));
			Files.writeString(folder.resolve(this.name + ".md"), text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		System.out.println(text());
	}

	static String machine() {
		Runtime runtime = Runtime.getRuntime();
		String load;
		try {
			load = Files.readString(Path.of("/proc/loadavg")).trim();
		}
		catch (IOException ex) {
			load = "unknown";
		}
		return runtime.availableProcessors() + " processors, heap up to " + runtime.maxMemory() / 1024 / 1024
				+ " MB, Java " + Runtime.version() + ", load " + load;
	}

}
