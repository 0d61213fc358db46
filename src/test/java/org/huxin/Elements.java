package org.huxin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The elements of models, as their names classes name them.
 */
public final class Elements {

	private Elements() {
	}

	/** Every flow node of the models that these classes name. */
	public static List<String> of(Class<?>... names) {
		return Stream.of(names)
			.flatMap((type) -> Arrays.stream(type.getFields()))
			.filter((field) -> field.getType() == String.class && !field.getName().equals("KEY"))
			.map((field) -> {
				try {
					return (String) field.get(null);
				}
				catch (IllegalAccessException ex) {
					throw new IllegalStateException(ex);
				}
			})
			.toList();
	}

	/**
	 * The elements that no test of a class has visited; none where somebody runs a single
	 * test.
	 * @param walked how many tests have run
	 */
	public static List<String> leftOut(Class<?> tests, int walked, Collection<String> visited,
			Collection<String> elements) {
		long all = Arrays.stream(tests.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(Test.class))
			.count();
		return (walked < all) ? List.of() : elements.stream().filter((element) -> !visited.contains(element)).toList();
	}

}
