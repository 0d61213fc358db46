package org.huxin.engine;

import java.util.Optional;
import java.util.function.BiPredicate;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;

/**
 * Asks the gatekeeper wherever the engine checks a single task, start or diagram. What is
 * not overridden here stays with the engine's own check, which knows no grants and so
 * refuses everybody.
 */
class ObjectScope extends AuthorizationCommandChecker {

	private final Gatekeeper gatekeeper;

	private final Starters starters;

	private final Accounts accounts;

	private final DoorMessages messages;

	ObjectScope(Gatekeeper gatekeeper, Starters starters, Accounts accounts, DoorMessages messages) {
		this.messages = messages;
		this.gatekeeper = gatekeeper;
		this.starters = starters;
		this.accounts = accounts;
	}

	@Override
	public void checkReadTask(TaskEntity task) {
		require(task, this.gatekeeper::mayList);
	}

	@Override
	public void checkTaskWork(TaskEntity task) {
		require("door.takenByOther", (person) -> task.getAssignee() == null || !this.gatekeeper.mayList(person, task)
				|| this.gatekeeper.mayWork(person, task));
		require(task, this.gatekeeper::mayWork);
	}

	/** Giving a task back. */
	@Override
	public void checkTaskAssign(TaskEntity task) {
		require(task, (person, given) -> person.name().equals(given.getAssignee()));
	}

	/** Variables of a task are nobody's: forms go through the door. */
	@Override
	public void checkReadTaskVariable(TaskEntity task) {
		require(task, (person, any) -> false);
	}

	@Override
	public void checkUpdateTaskVariable(TaskEntity task) {
		require(task, (person, any) -> false);
	}

	@Override
	public void checkDeleteTask(TaskEntity task) {
		require(task, (person, any) -> false);
	}

	@Override
	public void checkCreateProcessInstance(ProcessDefinition definition) {
		require("door.mayNotStart", (person) -> this.starters.mayStart(person, (ProcessDefinitionEntity) definition));
	}

	/** The diagram tells nothing of a child: every member of staff may see it. */
	@Override
	public void checkReadProcessDefinition(ProcessDefinition definition) {
		require("door.notAllowed", (person) -> person.roles().stream().anyMatch((role) -> role.isStaff()));
	}

	@Override
	public void checkReadProcessInstance(ExecutionEntity execution) {
		require("door.notAllowed", (person) -> false);
	}

	private void require(TaskEntity task, BiPredicate<Account, TaskEntity> right) {
		require("door.notAllowed", (person) -> right.test(person, task));
	}

	private void require(String refusal, java.util.function.Predicate<Account> right) {
		CommandContext context = Context.getCommandContext();
		Authentication authentication = context.getAuthentication();
		if (!context.isAuthorizationCheckEnabled() || authentication == null || authentication.getUserId() == null) {
			return;
		}
		Optional<Account> person = this.accounts.find(authentication.getUserId()).filter(Account::enabled);
		if (person.filter(right).isEmpty()) {
			throw new AuthorizationException(this.messages.text(refusal));
		}
	}

}
