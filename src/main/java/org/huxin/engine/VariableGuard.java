package org.huxin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.type.SpinValueType;
import org.jspecify.annotations.Nullable;

/**
 * Sees every variable that the engine is about to store, whoever sets it, and refuses
 * what is not a declared routing fact of the right type with a permitted value. So no
 * sentence about a child can enter the engine, not even by mistake.
 */
final class VariableGuard {

	/** The names that the engine's own multi-instance counting uses. */
	private static final List<String> COUNTERS = List.of("loopCounter", "nrOfInstances", "nrOfActiveInstances",
			"nrOfCompletedInstances");

	/** The types that no routing fact has: a typed value is looked for under its own. */
	private static final List<ValueType> REFUSED = List.of(ValueType.OBJECT, ValueType.FILE, ValueType.BYTES,
			ValueType.DOUBLE, ValueType.SHORT, SpinValueType.JSON, SpinValueType.XML);

	private final Map<String, List<ProcessVariable<?>>> declared = new ConcurrentHashMap<>();

	private final DoorMessages messages;

	VariableGuard(DoorMessages messages) {
		this.messages = messages;
	}

	/**
	 * Lets further facts pass. A fact that several models and forms declare may take the
	 * values of each.
	 */
	void declare(Collection<? extends ProcessVariable<?>> variables) {
		variables.forEach((variable) -> this.declared.merge(variable.name(), List.of(variable), (known, fresh) -> {
			ProcessVariable<?>[] all = Arrays.copyOf(known.toArray(ProcessVariable<?>[]::new), known.size() + 1);
			all[known.size()] = variable;
			return List.of(all);
		}));
	}

	/**
	 * Every name that may be stored.
	 */
	Set<String> names() {
		Set<String> names = new TreeSet<>(this.declared.keySet());
		names.addAll(COUNTERS);
		return names;
	}

	/**
	 * The serializers that stand before the engine's own.
	 */
	List<TypedValueSerializer<?>> serializers() {
		List<TypedValueSerializer<?>> serializers = new ArrayList<>(
				List.of(new Guarded<>(new StringValueSerializer()), new Guarded<>(new BooleanValueSerializer()),
						new Guarded<>(new DateValueSerializer()), new Guarded<>(new LongValueSerlializer()),
						new Guarded<>(new IntegerValueSerializer()), new Guarded<>(new NullValueSerializer())));
		REFUSED.forEach((type) -> serializers.add(new Everything(type)));
		return serializers;
	}

	private void require(ValueFields fields, @Nullable Object value) {
		String name = fields.getName();
		if (value instanceof Integer && COUNTERS.contains(name)) {
			return;
		}
		List<ProcessVariable<?>> known = this.declared.getOrDefault(name, List.of());
		if (known.isEmpty() || (value != null && known.stream().noneMatch((variable) -> variable.accepts(value)))) {
			throw refused();
		}
	}

	private BadUserRequestException refused() {
		return new BadUserRequestException(this.messages.text("door.routingFact"));
	}

	/** The engine's own serializer, asked to write only what the guard lets pass. */
	private final class Guarded<T extends TypedValue> implements TypedValueSerializer<T> {

		private final TypedValueSerializer<T> stock;

		private Guarded(TypedValueSerializer<T> stock) {
			this.stock = stock;
		}

		@Override
		public void writeValue(T value, ValueFields fields) {
			require(fields, value.getValue());
			this.stock.writeValue(value, fields);
		}

		@Override
		public T readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
			return this.stock.readValue(fields, deserialize, asTransient);
		}

		@Override
		public String getName() {
			return this.stock.getName();
		}

		@Override
		public ValueType getType() {
			return this.stock.getType();
		}

		@Override
		public boolean canHandle(TypedValue value) {
			return this.stock.canHandle(value);
		}

		@Override
		public T convertToTypedValue(UntypedValueImpl untyped) {
			return this.stock.convertToTypedValue(untyped);
		}

		@Override
		public @Nullable String getSerializationDataformat() {
			return this.stock.getSerializationDataformat();
		}

		@Override
		public boolean isMutableValue(T value) {
			return this.stock.isMutableValue(value);
		}

	}

	/** Takes every other type, to refuse it. */
	private final class Everything extends AbstractTypedValueSerializer<TypedValue> {

		private Everything(ValueType type) {
			super(type);
		}

		@Override
		public String getName() {
			return "refused " + getType().getName();
		}

		/**
		 * The engine's default: where several could take a value, it chooses by this.
		 */
		@Override
		public String getSerializationDataformat() {
			return Variables.SerializationDataFormats.JAVA.getName();
		}

		@Override
		public boolean canHandle(TypedValue value) {
			return true;
		}

		@Override
		protected boolean canWriteValue(TypedValue value) {
			return true;
		}

		@Override
		public TypedValue convertToTypedValue(UntypedValueImpl untypedValue) {
			return untypedValue;
		}

		@Override
		public void writeValue(TypedValue value, ValueFields fields) {
			// the result of a decision lives in memory until it has been mapped, and is
			// never stored
			boolean passing = value.isTransient()
					&& DecisionEvaluationUtil.DECISION_RESULT_VARIABLE.equals(fields.getName());
			if (!passing) {
				throw refused();
			}
		}

		@Override
		public @Nullable TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
			return null;
		}

	}

}
