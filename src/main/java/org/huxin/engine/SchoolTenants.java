package org.huxin.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * School = tenant. A case belongs to the school in which the door opens it; called
 * processes inherit it.
 */
class SchoolTenants implements TenantIdProvider {

	@Override
	public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
		if (start.getSuperExecution() instanceof ExecutionEntity caller) {
			return caller.getTenantId();
		}
		return Door.schoolOfStart().orElse(null);
	}

	@Override
	public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
		return null;
	}

	@Override
	public @Nullable String provideTenantIdForHistoricDecisionInstance(
			TenantIdProviderHistoricDecisionInstanceContext context) {
		return null;
	}

}
