package org.huxin.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that models may name in expressions: the deadlines and the delegates, nothing
 * else. A deployed model is code, and a plain expression would reach every bean.
 */
final class ListedBeans extends AbstractMap<Object, Object> {

	private final ListableBeanFactory beans;

	ListedBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/** The names. */
	Set<String> names() {
		Set<String> names = new TreeSet<>(Set.of(this.beans.getBeanNamesForType(JavaDelegate.class, true, false)));
		names.addAll(Set.of(this.beans.getBeanNamesForType(Deadlines.class, true, false)));
		return names;
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return key instanceof String name && this.beans.containsBean(name)
				&& (this.beans.isTypeMatch(name, JavaDelegate.class) || this.beans.isTypeMatch(name, Deadlines.class));
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return containsKey(key) ? this.beans.getBean((String) java.util.Objects.requireNonNull(key)) : null;
	}

	@Override
	public Set<Map.Entry<Object, Object>> entrySet() {
		return names().stream()
			.map((name) -> Map.entry((Object) name, this.beans.getBean(name)))
			.collect(Collectors.toSet());
	}

}
