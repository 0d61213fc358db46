package org.huxin.walk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huxin.HuxinTest;
import org.huxin.VisitedElements;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs last, by the class order of junit-platform.properties: what the path tests of a
 * run have passed together. Of a model that no test of the run has touched it says
 * nothing, so that single tests may be run by themselves.
 */
@HuxinTest
@Order(Integer.MAX_VALUE)
class EveryElementTests {

	private final VisitedElements visited;

	private final World world;

	@Autowired
	EveryElementTests(ApplicationContext context) {
		this.visited = context.getBean(VisitedElements.class);
		this.world = World.of(context);
	}

	@Test
	void pathTestsPassEveryFlowNodeAndEverySequenceFlowOfEveryModel() {
		Map<String, Set<String>> missing = new TreeMap<>();
		this.world.elements().forEach((process, elements) -> {
			Set<String> passed = this.visited.byTests().getOrDefault(process, Set.of());
			Set<String> rest = new TreeSet<>(elements);
			rest.removeAll(passed);
			if (!passed.isEmpty() && !rest.isEmpty()) {
				missing.put(process, rest);
			}
		});
		assertThat(missing).as("never passed").isEmpty();
	}

	@Test
	void everyModelOfTheRepositoryIsLookedAt() {
		String[] models = java.util.Objects
			.requireNonNull(Path.of("processes").toFile().list((folder, name) -> name.endsWith(".bpmn")));
		assertThat(this.world.elements()).hasSize(models.length);
		assertThat(this.world.elements().values()).noneMatch(Set::isEmpty);
	}

}
