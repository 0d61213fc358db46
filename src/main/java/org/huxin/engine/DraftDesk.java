package org.huxin.engine;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.huxin.casefile.Drafts;
import org.huxin.identity.Account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a person is typing into a form, so that a lost session, a closed browser or
 * a power cut loses nothing. Only who may fill in the form may leave a draft of it.
 */
@Component
public class DraftDesk {

	private final ProcessEngine engine;

	private final Gatekeeper gatekeeper;

	private final Starters starters;

	private final Drafts drafts;

	DraftDesk(ProcessEngine engine, Gatekeeper gatekeeper, Starters starters, Drafts drafts) {
		this.engine = engine;
		this.gatekeeper = gatekeeper;
		this.starters = starters;
		this.drafts = drafts;
	}

	/**
	 * Keeps a draft of a task's form.
	 * @return whether this person may fill in that form
	 */
	@Transactional
	public boolean keepForTask(Account person, String taskId, Map<String, Object> values) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		Optional<TaskEntity> task = Optional
			.ofNullable(configuration.getCommandExecutorTxRequired().execute((context) -> {
				TaskEntity found = context.getTaskManager().findTaskById(taskId);
				return (found != null && this.gatekeeper.mayOpen(person, found)) ? found : null;
			}));
		task.ifPresent((open) -> this.drafts.keep(person.name(), Door.draftOfTask(taskId), values));
		return task.isPresent();
	}

	/**
	 * Keeps a draft of a start form.
	 * @return whether this person may start that process
	 */
	@Transactional
	public boolean keepForStart(Account person, String processKey, Map<String, Object> values) {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		boolean may = person.school().isPresent() && configuration.getCommandExecutorTxRequired().execute((context) -> {
			ProcessDefinitionEntity latest = context.getProcessDefinitionManager()
				.findLatestProcessDefinitionByKey(processKey);
			return latest != null && this.starters.mayStart(person,
					configuration.getDeploymentCache().findDeployedProcessDefinitionById(latest.getId()));
		});
		if (may) {
			this.drafts.keep(person.name(), Door.draftOfStart(processKey), values);
		}
		return may;
	}

}
