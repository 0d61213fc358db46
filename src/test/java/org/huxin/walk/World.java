package org.huxin.walk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.huxin.CaseWalk;
import org.huxin.VisitedElements;
import org.huxin.casefile.CaseFiles;
import org.huxin.engine.CaseRecord;
import org.huxin.engine.Worklist;
import org.huxin.identity.Accounts;
import org.huxin.school.Absences;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.TestSchools;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product that walks go through, and what its models say.
 */
record World(CaseWalk walk, ProcessEngine engine, CaseFiles caseFiles, CaseRecord record, SchoolDirectory directory,
		Accounts accounts, Absences absences, Worklist worklist, TestSchools schools, JdbcTemplate jdbc,
		TransactionTemplate transaction, VisitedElements visited, Map<String, TaskModel> tasks,
		Map<String, Set<String>> elements) {

	/**
	 * What a model says of a user task.
	 *
	 * @param roles the ids of the roles that it is offered to
	 * @param differentFrom the steps whose authors may not do it
	 */
	record TaskModel(Set<String> roles, Set<String> differentFrom) {
	}

	static World of(ApplicationContext context) {
		Map<String, TaskModel> tasks = new HashMap<>();
		Map<String, Set<String>> elements = new LinkedHashMap<>();
		for (String file : java.util.Objects.requireNonNull(Path.of("processes").toFile().list())) {
			if (file.endsWith(".bpmn")) {
				read(Bpmn.readModelFromFile(Path.of("processes", file).toFile()), tasks, elements);
			}
		}
		return new World(context.getBean(CaseWalk.class), context.getBean(ProcessEngine.class),
				context.getBean(CaseFiles.class), context.getBean(CaseRecord.class),
				context.getBean(SchoolDirectory.class), context.getBean(Accounts.class),
				context.getBean(Absences.class), context.getBean(Worklist.class), new TestSchools(context),
				context.getBean(JdbcTemplate.class), context.getBean(TransactionTemplate.class),
				context.getBean(VisitedElements.class), tasks, elements);
	}

	private static void read(BpmnModelInstance model, Map<String, TaskModel> tasks, Map<String, Set<String>> elements) {
		String process = model.getModelElementsByType(Process.class).iterator().next().getId();
		Set<String> all = elements.computeIfAbsent(process, (key) -> new TreeSet<>());
		model.getModelElementsByType(FlowNode.class).forEach((node) -> all.add(node.getId()));
		model.getModelElementsByType(SequenceFlow.class).forEach((flow) -> all.add(flow.getId()));
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			Set<String> differentFrom = new TreeSet<>();
			if (task.getExtensionElements() != null) {
				task.getExtensionElements()
					.getElementsQuery()
					.list()
					.stream()
					.flatMap((extension) -> extension.getChildElementsByType(CamundaProperty.class).stream())
					.filter((property) -> "differentFrom".equals(property.getCamundaName()))
					.forEach((property) -> differentFrom
						.addAll(List.of(property.getCamundaValue().strip().split("\\s*,\\s*"))));
			}
			tasks.put(process + "/" + task.getId(),
					new TaskModel(new TreeSet<>(task.getCamundaCandidateGroupsList()), differentFrom));
		}
	}

	TaskModel task(SchoolState.TaskRow row) {
		return this.tasks.get(row.process() + "/" + row.element());
	}

}
