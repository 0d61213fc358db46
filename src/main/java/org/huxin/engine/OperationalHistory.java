package org.huxin.engine;

import java.util.Set;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * History is operational, the case file is the record: which steps were taken when, by
 * whom, with what incidents; no variable, no form field, no decision.
 */
final class OperationalHistory implements HistoryLevel {

	static final String NAME = "operational";

	private static final Set<String> LEFT_OUT = Set.of("variable-instance", "form-property", "decision",
			"variable-update-detail");

	private static final Set<HistoryEventType> CONTENT = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
			HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE, HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
			HistoryEventTypes.FORM_PROPERTY_UPDATE, HistoryEventTypes.DMN_DECISION_EVALUATE,
			HistoryEventTypes.IDENTITY_LINK_ADD, HistoryEventTypes.IDENTITY_LINK_DELETE);

	@Override
	public int getId() {
		return 41;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType eventType, @Nullable Object entity) {
		return !CONTENT.contains(eventType) && !LEFT_OUT.contains(eventType.getEntityType());
	}

}
