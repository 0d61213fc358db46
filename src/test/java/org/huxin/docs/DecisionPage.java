package org.huxin.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * The page of one decision table: a row per rule, as the Modeler shows it.
 */
final class DecisionPage {

	private DecisionPage() {
	}

	static String of(Catalogue catalogue, String file) {
		Decision decision = Catalogue.decision(catalogue.decisions().get(file));
		DecisionTable table = (DecisionTable) decision.getExpression();
		ProcessPage.Page page = new ProcessPage.Page();
		page.line("# " + decision.getName() + " · `" + decision.getId() + "`");
		page.line(ProcessPage.Page.GENERATED);
		page.line("> " + description(decision));
		page.line("Table: [`processes/" + file + ".dmn`](../../processes/" + file + ".dmn) · hit policy "
				+ table.getHitPolicy() + " · used by " + users(catalogue, decision.getId()));
		List<String> head = new ArrayList<>(List.of("Row"));
		table.getInputs().forEach((input) -> head.add(label(input)));
		table.getOutputs().forEach((output) -> head.add("→ " + label(output)));
		head.add("Why");
		page.table("Rows", head, List.copyOf(table.getRules()), DecisionPage::cells);
		return page.text();
	}

	private static List<String> cells(Rule rule) {
		List<String> cells = new ArrayList<>(List.of("`" + rule.getId().replaceFirst("^rule_", "") + "`"));
		rule.getInputEntries().forEach((entry) -> cells.add(code(entry.getTextContent())));
		rule.getOutputEntries().forEach((entry) -> cells.add("**" + entry.getTextContent().strip() + "**"));
		cells.add(description(rule));
		return cells;
	}

	private static String code(String text) {
		return text.isBlank() ? "–" : "`" + text.strip() + "`";
	}

	private static String label(Input input) {
		return Optional.ofNullable(input.getLabel()).orElse("") + "<br>`"
				+ input.getInputExpression().getText().getTextContent().strip() + "`";
	}

	private static String label(Output output) {
		return Optional.ofNullable(output.getLabel()).orElse("") + "<br>`" + output.getName() + "`";
	}

	static String description(DmnElement element) {
		return Optional.ofNullable(element.getDescription())
			.map((text) -> text.getTextContent().strip().replaceAll("\\s+", " "))
			.orElse("");
	}

	private static String users(Catalogue catalogue, String decision) {
		String models = catalogue.models()
			.entrySet()
			.stream()
			.filter((model) -> model.getValue()
				.getModelElementsByType(BusinessRuleTask.class)
				.stream()
				.anyMatch((task) -> decision.equals(task.getCamundaDecisionRef())))
			.map((model) -> "[" + Catalogue.process(model.getValue()).getName() + "](" + model.getKey() + ".md)")
			.collect(Collectors.joining(", "));
		return models.isEmpty() ? "rules of the forms" : models;
	}

}
