package org.huxin;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huxin.casefile.CaseRef;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of a class together visit every flow node of the models they are about. Says
 * nothing where somebody runs a single test.
 */
public final class PathCoverage implements AfterEachCallback, AfterAllCallback {

	private final List<String> elements;

	private final Set<String> visited = new HashSet<>();

	private final Set<Method> tests = new HashSet<>();

	private PathCoverage(List<String> elements) {
		this.elements = elements;
	}

	/** Of every flow node that these classes name. */
	public static PathCoverage of(Class<?>... names) {
		return new PathCoverage(Elements.of(names));
	}

	/** Of these flow nodes alone. */
	public static PathCoverage of(Collection<String> elements) {
		return new PathCoverage(List.copyOf(elements));
	}

	/** Of all but these, which another class of tests visits. */
	public PathCoverage without(Collection<String> others) {
		return new PathCoverage(this.elements.stream().filter((element) -> !others.contains(element)).toList());
	}

	/** Counts what these cases have visited. */
	public void add(CaseWalk walk, Collection<CaseRef> cases) {
		cases.forEach((ref) -> this.visited.addAll(walk.path(ref)));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.tests.add(context.getRequiredTestMethod());
	}

	@Override
	public void afterAll(ExtensionContext context) {
		long all = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
			.filter((method) -> AnnotationSupport.isAnnotated(method, Testable.class))
			.count();
		if (this.tests.size() == all) {
			assertThat(this.visited).as("visited by the tests of %s", context.getDisplayName())
				.containsAll(this.elements);
		}
	}

}
