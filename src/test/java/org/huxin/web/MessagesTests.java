package org.huxin.web;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words stand in the message files only, and both languages are complete.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z0-9.\\-]+)[}(]");

	private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

	private static final Pattern TAG = Pattern.compile("<[^>]*>", Pattern.DOTALL);

	private static final Pattern SPOKEN_ATTRIBUTE = Pattern
		.compile("\\s(?:title|alt|placeholder|aria-label|data-label|value|label)=\"([^\"]*\\p{L}[^\"]*)\"");

	@Test
	void bothLanguagesHaveTheSameKeys() throws IOException {
		assertThat(keys("messages_en.properties")).containsExactlyInAnyOrderElementsOf(keys("messages.properties"));
	}

	@Test
	void keysAreSortedAndUnique() throws IOException {
		for (String file : List.of("messages.properties", "messages_en.properties")) {
			assertThat(keys(file)).as(file).isSorted().doesNotHaveDuplicates();
		}
	}

	@Test
	void noMessageIsEmptyAndNoApostropheIsLost() throws IOException {
		for (String file : List.of("messages.properties", "messages_en.properties")) {
			Properties messages = new Properties();
			messages.load(new StringReader(read(RESOURCES.resolve(file))));
			messages.forEach((key, message) -> assertThat((String) message).as(file + " " + key)
				.isNotBlank()
				.doesNotContainPattern("\\{\\d.*(?<!')'(?!')"));
		}
	}

	@Test
	void everyMessageThatATemplateNamesExists() throws IOException {
		List<String> known = keys("messages.properties");
		for (Path template : templates()) {
			Matcher message = MESSAGE.matcher(markup(template));
			while (message.find()) {
				assertThat(known).as(template.toString()).contains(message.group(1));
			}
		}
	}

	@Test
	void templatesHoldNoVisibleTextOfTheirOwn() throws IOException {
		for (Path template : templates()) {
			String markup = markup(template);
			assertThat(TAG.matcher(markup).replaceAll("").strip().replaceAll("\\s+", " ")).as(template.toString())
				.isEmpty();
			assertThat(SPOKEN_ATTRIBUTE.matcher(markup)
				.results()
				.map((found) -> found.group(1))
				.filter((value) -> !value.matches("[a-zA-Z0-9_-]+"))).as(template.toString()).isEmpty();
		}
	}

	@Test
	void templatesNeedNoInlineScriptOrStyle() throws IOException {
		for (Path template : templates()) {
			String markup = markup(template);
			assertThat(markup).as(template.toString())
				.doesNotContainPattern("\\s(th:)?style=")
				.doesNotContainPattern("\\s(th:)?on[a-z]+=")
				.doesNotContain("<style")
				.doesNotContainPattern("<script(?![^>]*src=)")
				.doesNotContainPattern("(src|href)=\"https?:")
				.doesNotContain("th:utext");
		}
	}

	private static List<String> keys(String file) throws IOException {
		return read(RESOURCES.resolve(file)).lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.substring(0, line.indexOf('=')).strip())
			.toList();
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
			return new ArrayList<>(files.filter((file) -> file.toString().endsWith(".html")).sorted().toList());
		}
	}

	private static String markup(Path template) throws IOException {
		return COMMENT.matcher(read(template)).replaceAll("");
	}

	private static String read(Path file) throws IOException {
		return Files.readString(file);
	}

}
