package org.huxin.engine;

import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets the steps of urgent cases run before the others, where the model names no priority
 * of its own.
 */
final class UrgentJobsFirst extends DefaultJobPriorityProvider {

	static final long NOW = 100;

	static final long TODAY = 50;

	@Override
	protected @Nullable Long getProcessDefinitionPriority(@Nullable ExecutionEntity execution,
			JobDeclaration<?, ?> job) {
		Long named = super.getProcessDefinitionPriority(execution, job);
		if (named != null || execution == null) {
			return named;
		}
		Object urgency = execution.getVariable("urgency");
		return "NOW".equals(urgency) ? Long.valueOf(NOW) : "TODAY".equals(urgency) ? Long.valueOf(TODAY) : null;
	}

}
