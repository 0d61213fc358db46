package org.huxin.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tasklist and the welcome page speak Chinese: every word that the vendor ships has one
 * of ours, and our scripts know the vendor's parts that they change.
 */
class TasklistWordsTests {

	private static final String APPS = "META-INF/resources/webjars/camunda/app/";

	private static final String SCRIPTS = APPS + "tasklist/scripts/";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

	private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

	/** Left as they are on purpose: signs, nothing at all, a pattern, an HTML name. */
	private static final Set<String> UNTRANSLATED = Set.of("NO_TASK_FORM", "SEARCH_LESS_THAN",
			"SEARCH_LESS_THAN_EQUALS", "SEARCH_GREATER_THAN", "SEARCH_GREATER_THAN_EQUALS");

	private static final Set<String> LATIN_ON_PURPOSE = Set.of("yyyy", "MM", "ddTHH", "mm", "ss", "br", "lt", "gt");

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void everyKeyOfTheShippedLocaleIsTranslated(String app) throws IOException {
		assertThat(leaves(locale(app, "zh")).keySet())
			.containsExactlyInAnyOrderElementsOf(leaves(locale(app, "en")).keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void placeholdersAreKept(String app) throws IOException {
		Map<String, String> chinese = leaves(locale(app, "zh"));
		leaves(locale(app, "en"))
			.forEach((key, english) -> assertThat(placeholders(requireNonNull(chinese.get(key)))).as(app + " " + key)
				.containsExactlyInAnyOrderElementsOf(placeholders(english)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void everyLabelIsChinese(String app) throws IOException {
		locale(app, "zh").get("labels").properties().forEach((label) -> {
			if (!UNTRANSLATED.contains(label.getKey())) {
				String words = PLACEHOLDER.matcher(label.getValue().asText()).replaceAll("个");
				assertThat(words).as(app + " " + label.getKey()).containsPattern(CHINESE);
				assertThat(LATIN_WORD.matcher(words)
					.results()
					.map(MatchResult::group)
					.filter((word) -> !LATIN_ON_PURPOSE.contains(word))).as(app + " " + label.getKey()).isEmpty();
			}
		});
	}

	@Test
	void whatTheScriptsSayExistsInChineseFirstAndInEnglish() throws IOException {
		Map<String, List<String>> words = new TreeMap<>();
		Pattern.compile("^ {2}(\\w+): \\['([^']+)',\\s+['\"](.+?)['\"]\\],?$", Pattern.MULTILINE)
			.matcher(ours("huxin/words.js"))
			.results()
			.forEach((word) -> words.put(word.group(1), List.of(word.group(2), word.group(3))));
		assertThat(words).isNotEmpty().allSatisfy((key, both) -> {
			assertThat(both.get(0)).as(key).containsPattern(CHINESE);
			assertThat(both.get(1)).as(key).doesNotContainPattern(CHINESE);
		});
		for (String script : List.of("config.js", "huxin/brand.js", "huxin/calls.js", "huxin/drafts.js",
				"huxin/form.js", "huxin/session.js", "huxin/tasklist.js", "huxin/time-left.js")) {
			assertThat(Pattern.compile("say\\('(\\w+)'").matcher(ours(script)).results().map((said) -> said.group(1)))
				.as(script)
				.isSubsetOf(words.keySet());
		}
	}

	@Test
	void theEnglishOfTheFormsThatWeTranslateIsStillTheirs() throws IOException {
		String script = ours("huxin/form-words.js");
		String exact = script.substring(script.indexOf("const EXACT"), script.indexOf("const PATTERNS"));
		String vendor = vendor("app/tasklist/camunda-tasklist-bootstrap.js") + vendor("lib/deps.js");
		List<String> translated = Pattern.compile("^ {2}(?:'([^']+)'|(\\w+)): ", Pattern.MULTILINE)
			.matcher(exact)
			.results()
			.map((entry) -> (entry.group(1) != null) ? entry.group(1) : entry.group(2))
			.toList();
		assertThat(translated).hasSizeGreaterThan(20)
			.allSatisfy((english) -> assertThat(vendor.contains(english)).as(english).isTrue());
	}

	@Test
	void theVendorsPartsThatWeChangeAreStillThere() throws IOException {
		String vendor = vendor("app/tasklist/camunda-tasklist-bootstrap.js");
		assertThat(List.of("\"camAPIHttpClient\"", "directive(\"camTasks\"", "\"camTasklistTask\"",
				"\"camTasklistTaskMeta\"", "\"camTasklistFilters\"", "\"camTasklistForm\"",
				"\"camTasklistFormCamunda\"", "\"camWidgetHeader\"", "\"camWidgetFooter\"", "\"create-task-action\"",
				"\"shortcut-help\"", "\"task-action-comment\"", "\"task-detail-history\"", "registerSaveHandler",
				"registerCompletionHandler", "notifyFormInitialized", "submission prevented",
				"taskFormState.$error.message"))
			.allSatisfy((part) -> assertThat((vendor + pluginOf()).contains(part)).as(part).isTrue());
	}

	private static String pluginOf() {
		try {
			return read(resource("META-INF/resources/plugin/tasklist/app/plugin.js"));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String ours(String script) throws IOException {
		URL first = resource(SCRIPTS + script);
		assertThat(first.getProtocol()).as("ours comes before the vendor's").isEqualTo("file");
		return read(first);
	}

	private static String vendor(String file) throws IOException {
		return read(resource("META-INF/resources/webjars/camunda/" + file));
	}

	private static URL resource(String name) {
		return requireNonNull(TasklistWordsTests.class.getClassLoader().getResource(name), name);
	}

	private static String read(URL resource) throws IOException {
		try (InputStream content = resource.openStream()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static JsonNode locale(String app, String language) throws IOException {
		String byteOrderMark = "\uFEFF";
		return new ObjectMapper()
			.readTree(read(resource(APPS + app + "/locales/" + language + ".json")).replace(byteOrderMark, ""));
	}

	private static Map<String, String> leaves(JsonNode locale) {
		Map<String, String> found = new TreeMap<>();
		collect("", locale, found);
		return Collections.unmodifiableMap(found);
	}

	private static void collect(String path, JsonNode node, Map<String, String> found) {
		if (node.isValueNode()) {
			found.put(path, node.asText());
		}
		else if (node.isArray()) {
			for (int index = 0; index < node.size(); index++) {
				collect(path + "[" + index + "]", node.get(index), found);
			}
		}
		else {
			node.properties().forEach((child) -> collect(path + "/" + child.getKey(), child.getValue(), found));
		}
	}

	private static List<String> placeholders(String text) {
		return new ArrayList<>(PLACEHOLDER.matcher(text).results().map((found) -> found.group(1)).toList());
	}

}
