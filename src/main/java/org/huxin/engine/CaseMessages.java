package org.huxin.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huxin.casefile.CaseRef;

import org.springframework.stereotype.Component;

/**
 * Tells the running process of a case that something has happened, from another process
 * of the same case.
 */
@Component
public class CaseMessages {

	private final RuntimeService runtime;

	CaseMessages(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/**
	 * Sends a message to the process that carries the case.
	 * @param process the process id, for example {@code CrisisCase}
	 * @param message a past fact, for example {@code riskRisen}
	 * @param facts routing facts that come with it
	 * @return whether the case was waiting for it
	 */
	public boolean tell(CaseRef ref, String process, String message, Map<String, Object> facts) {
		List<String> waiting = instances(ref, process).stream()
			.flatMap((instance) -> this.runtime.createEventSubscriptionQuery()
				.processInstanceId(instance.getId())
				.eventType("message")
				.eventName(message)
				.list()
				.stream())
			.map(EventSubscription::getProcessInstanceId)
			.toList();
		waiting.forEach((instance) -> this.runtime.createMessageCorrelation(message)
			.processInstanceId(instance)
			.setVariables(facts)
			.correlate());
		return !waiting.isEmpty();
	}

	private List<ProcessInstance> instances(CaseRef ref, String process) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list();
	}

}
