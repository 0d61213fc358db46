package org.huxin.engine;

import java.util.Collection;

/**
 * The routing facts that the names class of a model declares. Each {@code XxxProcess}
 * hands its own to the variable guard as a bean of this type.
 */
@FunctionalInterface
public interface RoutingFacts {

	/**
	 * Every routing fact of the model.
	 */
	Collection<ProcessVariable<?>> all();

}
