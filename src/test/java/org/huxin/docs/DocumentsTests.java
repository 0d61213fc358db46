package org.huxin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about processes, decisions and requirements are what the models and the code
 * say. {@code mvn test -Dtest=DocumentsTests -Dhuxin.docs=write} writes them anew.
 */
class DocumentsTests {

	private static final Path PROCESSES = Path.of("docs/processes");

	private static final Path REQUIREMENTS = Path.of("docs/requirements.md");

	private static final Catalogue CATALOGUE = new Catalogue();

	@BeforeAll
	static void writeThemIfAsked() throws IOException {
		if (!"write".equals(System.getProperty("huxin.docs"))) {
			return;
		}
		Files.createDirectories(PROCESSES);
		for (String stale : committed()) {
			Files.delete(PROCESSES.resolve(stale));
		}
		for (Map.Entry<String, String> page : pages().entrySet()) {
			Files.writeString(PROCESSES.resolve(page.getKey()), page.getValue());
		}
		Files.writeString(REQUIREMENTS, new RequirementsPage(CATALOGUE).write());
	}

	@Test
	void pagesOfTheProcessesAreWhatTheModelsSay() throws IOException {
		Map<String, String> pages = pages();
		assertThat(committed()).as("pages in docs/processes; see DocumentsTests").isEqualTo(pages.keySet());
		for (Map.Entry<String, String> page : pages.entrySet()) {
			assertThat(Files.readString(PROCESSES.resolve(page.getKey()))).as(page.getKey() + "; see DocumentsTests")
				.isEqualTo(page.getValue());
		}
	}

	@Test
	void everyProcessAndEveryTaskSaysWhatItIsFor() {
		CATALOGUE.models().forEach((file, model) -> {
			assertThat(Catalogue.documentation(Catalogue.process(model))).as(file).isNotBlank();
			model.getModelElementsByType(UserTask.class)
				.forEach(
						(task) -> assertThat(Catalogue.documentation(task)).as(file + " " + task.getId()).isNotBlank());
		});
		CATALOGUE.decisions()
			.forEach((file, model) -> assertThat(DecisionPage.description(Catalogue.decision(model))).as(file)
				.isNotBlank());
	}

	@Test
	void pageOfTheRequirementsIsWhatModelsAndCodeSay() throws IOException {
		assertThat(Files.readString(REQUIREMENTS)).as("docs/requirements.md; see DocumentsTests")
			.isEqualTo(new RequirementsPage(CATALOGUE).write());
	}

	@Test
	void everyRequirementIsBuiltOrLeftWithAReason() {
		RequirementsPage page = new RequirementsPage(CATALOGUE);
		assertThat(page.missing()).as("rows that nothing was made of, without a reason in left.csv").isEmpty();
		assertThat(page.unknown()).as("rows that nobody knows").isEmpty();
	}

	@Test
	void everyRequirementThatIsBuiltIsTested() {
		assertThat(new RequirementsPage(CATALOGUE).untested()).as("rows that no test names or goes through").isEmpty();
	}

	private static Set<String> committed() throws IOException {
		try (Stream<Path> files = Files.list(PROCESSES)) {
			Set<String> names = new TreeSet<>();
			files.forEach((file) -> names.add(file.getFileName().toString()));
			return names;
		}
	}

	/** Every page by file name. */
	private static Map<String, String> pages() {
		Map<String, String> pages = new TreeMap<>();
		CATALOGUE.models().forEach((file, model) -> {
			pages.put(file + ".svg", Diagram.svg(model, Catalogue.process(model).getName()));
			pages.put(file + ".md", ProcessPage.of(CATALOGUE, file));
		});
		CATALOGUE.decisions().keySet().forEach((file) -> pages.put(file + ".md", DecisionPage.of(CATALOGUE, file)));
		pages.put("README.md", ProcessIndex.of(CATALOGUE));
		return pages;
	}

}
