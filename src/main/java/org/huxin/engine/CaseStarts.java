package org.huxin.engine;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.huxin.casefile.CaseRef;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts a process for a case that the system itself opens: a child case of an event, a
 * case that another school hands over. What a person starts goes through the door.
 */
@Component
public class CaseStarts {

	private final ProcessEngine engine;

	CaseStarts(ProcessEngine engine) {
		this.engine = engine;
	}

	/**
	 * Starts the latest version of a process for a case, in the caller's transaction.
	 * @param ref an open case; its number becomes the business key
	 * @param process the process id, for example {@code CrisisCase}
	 * @param discoveredAt the discovery clock (rule of practice 6)
	 * @param facts the routing facts that the process begins with, by name
	 */
	@Transactional
	public void begin(CaseRef ref, String process, LocalDateTime discoveredAt, Map<String, Object> facts) {
		Map<String, Object> variables = new HashMap<>(facts);
		variables.put(CaseFacts.CASE_NO.name(), ref.number());
		variables.put(CaseFacts.DISCOVERED_AT.name(),
				Date.from(discoveredAt.atZone(EngineConfiguration.ZONE).toInstant()));
		Door.startBySystem(ref.school(),
				() -> configuration().getCommandExecutorTxRequired()
					.execute((context) -> context.runWithoutAuthorization(() -> this.engine.getRuntimeService()
						.createProcessInstanceByKey(process)
						.processDefinitionWithoutTenantId()
						.businessKey(ref.number())
						.setVariables(variables)
						.execute())));
	}

	/**
	 * The version of its forms that a process begins with now: for an entry that the
	 * system writes in place of the start form.
	 */
	public String formVersion(String process) {
		return configuration().getCommandExecutorTxRequired()
			.execute((context) -> context.runWithoutAuthorization(() -> this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.withoutTenantId()
				.latestVersion()
				.singleResult()
				.getDeploymentId()));
	}

	private ProcessEngineConfigurationImpl configuration() {
		return (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration();
	}

}
