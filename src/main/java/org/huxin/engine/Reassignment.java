package org.huxin.engine;

import java.util.LinkedHashSet;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.huxin.school.StaffChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deals the open tasks of a school anew as soon as somebody's work has changed: nobody
 * who has left or is absent keeps a task waiting. After the change has been committed,
 * each task by itself; what fails is taken up by the watchdog.
 */
@Component
class Reassignment {

	private static final Logger log = LoggerFactory.getLogger(Reassignment.class);

	private final ProcessEngine engine;

	private final Escalation escalation;

	private final TransactionTemplate transaction;

	Reassignment(ProcessEngine engine, Escalation escalation, PlatformTransactionManager transactions) {
		this.engine = engine;
		this.escalation = escalation;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void staffChanged(StaffChanged change) {
		for (String task : tasksAround(change)) {
			dealAnew(task, change.account());
		}
	}

	/**
	 * Deals one task anew.
	 */
	void dealAnew(String task, String account) {
		try {
			this.transaction.executeWithoutResult((status) -> this.escalation.dealAnew(task, account));
		}
		catch (RuntimeException ex) {
			log.error("Task {} could not be dealt anew and is tried again: {}", task, ex.getClass().getSimpleName());
		}
	}

	private Set<String> tasksAround(StaffChanged change) {
		TaskService tasks = this.engine.getTaskService();
		Set<String> ids = new LinkedHashSet<>();
		this.transaction.executeWithoutResult((status) -> {
			tasks.createTaskQuery()
				.taskInvolvedUser(change.account())
				.list()
				.stream()
				.map(Task::getId)
				.forEach(ids::add);
			if (!change.school().isEmpty()) {
				tasks.createTaskQuery()
					.active()
					.tenantIdIn(change.school())
					.list()
					.stream()
					.map(Task::getId)
					.forEach(ids::add);
			}
		});
		return ids;
	}

}
