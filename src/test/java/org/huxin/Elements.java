package org.huxin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

}
