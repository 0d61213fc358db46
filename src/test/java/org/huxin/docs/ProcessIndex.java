package org.huxin.docs;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * The list of all processes and decision tables.
 */
final class ProcessIndex {

	private ProcessIndex() {
	}

	static String of(Catalogue catalogue) {
		ProcessPage.Page page = new ProcessPage.Page();
		page.line("# Processes");
		page.line(ProcessPage.Page.GENERATED);
		page.line(
				"Every model of the loop with its picture, its people, forms, timers and policy keys. Labels are Chinese, as the "
						+ "people of a school read them. What each requirement became: [requirements](../requirements.md).");
		page.table("Models", List.of("Model", "What happens", "Who"), catalogue.models().keySet(), (file) -> {
			BpmnModelInstance model = catalogue.models().get(file);
			return List.of("[" + Catalogue.process(model).getName() + "](" + file + ".md)",
					Catalogue.documentation(Catalogue.process(model)), who(catalogue, model));
		});
		page.table("Decision tables", List.of("Table", "What it decides", "Rows"), catalogue.decisions().keySet(),
				(file) -> {
					Decision decision = Catalogue.decision(catalogue.decisions().get(file));
					DecisionTable table = (DecisionTable) decision.getExpression();
					return List.of("[" + decision.getName() + "](" + file + ".md)", DecisionPage.description(decision),
							String.valueOf(table.getRules().size()));
				});
		return page.text();
	}

	private static String who(Catalogue catalogue, BpmnModelInstance model) {
		return model.getModelElementsByType(UserTask.class)
			.stream()
			.flatMap((task) -> task.getCamundaCandidateGroupsList().stream())
			.map(String::strip)
			.distinct()
			.sorted()
			.map(catalogue::role)
			.collect(Collectors.joining("、"));
	}

}
