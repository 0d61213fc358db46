package org.huxin.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.SchoolDirectory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the open tasks of a case away from whoever has come onto its 回避名单 since they were
 * offered (rule of practice 2). A task that nobody is left for is offered anew, so none
 * waits for somebody who may not see it.
 */
@Component
public class Recusal {

	private final ObjectProvider<ProcessEngine> engine;

	private final Escalation escalation;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	Recusal(ObjectProvider<ProcessEngine> engine, Escalation escalation, CaseFiles caseFiles,
			SchoolDirectory directory) {
		this.engine = engine;
		this.escalation = escalation;
		this.caseFiles = caseFiles;
		this.directory = directory;
	}

	/**
	 * Looks at every open task of the case.
	 */
	@Transactional
	public void apply(CaseRef ref) {
		tasks().createTaskQuery()
			.processInstanceBusinessKey(ref.number())
			.tenantIdIn(ref.school())
			.list()
			.forEach((task) -> apply(ref, task));
	}

	private void apply(CaseRef ref, Task task) {
		boolean offered = false;
		boolean withdrawn = false;
		for (IdentityLink link : tasks().getIdentityLinksForTask(task.getId())) {
			if (link.getUserId() == null) {
				continue;
			}
			boolean avoided = avoided(ref, link.getUserId());
			withdrawn |= avoided;
			if (IdentityLinkType.ASSIGNEE.equals(link.getType())) {
				if (avoided) {
					tasks().setAssignee(task.getId(), null);
				}
			}
			else if (avoided) {
				tasks().deleteUserIdentityLink(task.getId(), link.getUserId(), link.getType());
			}
			else {
				offered |= IdentityLinkType.CANDIDATE.equals(link.getType());
			}
		}
		if (withdrawn && !offered) {
			this.escalation.offerAnew(task, ref);
		}
	}

	private boolean avoided(CaseRef ref, String account) {
		return this.directory.staffByAccount(account)
			.filter((staff) -> this.caseFiles.avoids(ref, staff.id()))
			.isPresent();
	}

	private TaskService tasks() {
		return this.engine.getObject().getTaskService();
	}

}
