package org.huxin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.huxin.casefile.CaseRef;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a case stands in its diagrams, and who owes what by when (H17). The diagrams and
 * the steps taken tell nothing of the child.
 */
@Component
public class CaseProgress {

	private final ProcessEngine engine;

	CaseProgress(ProcessEngine engine) {
		this.engine = engine;
	}

	/**
	 * One process of a case.
	 *
	 * @param definitionId names the diagram, see {@link #diagram(String)}
	 * @param name the process's label
	 * @param running whether it is still running
	 * @param startedAt when it began
	 * @param active the elements where it waits now
	 * @param passed the elements it has passed, in order
	 * @param timers when its next timers fire
	 */
	public record Process(String definitionId, String name, boolean running, Instant startedAt, List<String> active,
			List<String> passed, List<Instant> timers) {
	}

	/**
	 * The processes of a case, the first one first.
	 */
	@Transactional(readOnly = true)
	public List<Process> of(CaseRef ref) {
		List<HistoricProcessInstance> instances = new ArrayList<>(this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list());
		instances.sort(Comparator.comparing(HistoricProcessInstance::getStartTime));
		return instances.stream().map(this::process).toList();
	}

	/**
	 * The BPMN XML of a process.
	 */
	@Transactional(readOnly = true)
	public String diagram(String definitionId) {
		RepositoryService repository = this.engine.getRepositoryService();
		try (InputStream model = repository.getProcessModel(definitionId)) {
			return new String(model.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Process process(HistoricProcessInstance instance) {
		ProcessDefinition definition = this.engine.getRepositoryService()
			.getProcessDefinition(instance.getProcessDefinitionId());
		List<HistoricActivityInstance> activities = this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.orderByHistoricActivityInstanceStartTime()
			.asc()
			.list();
		boolean running = instance.getEndTime() == null;
		return new Process(instance.getProcessDefinitionId(),
				(definition.getName() != null) ? definition.getName() : definition.getKey(), running,
				instance.getStartTime().toInstant(),
				activities.stream()
					.filter((activity) -> activity.getEndTime() == null)
					.map(HistoricActivityInstance::getActivityId)
					.distinct()
					.toList(),
				activities.stream()
					.filter((activity) -> activity.getEndTime() != null)
					.map(HistoricActivityInstance::getActivityId)
					.distinct()
					.toList(),
				running ? timers(instance.getId()) : List.of());
	}

	private List<Instant> timers(String instanceId) {
		return this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(instanceId)
			.timers()
			.active()
			.orderByJobDuedate()
			.asc()
			.list()
			.stream()
			.map(Job::getDuedate)
			.map((due) -> due.toInstant())
			.toList();
	}

}
