package org.huxin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decision tables leave no trace in the engine: inputs, outputs and the rows that fired
 * are recorded in the case file, sealed (rule of practice 14).
 */
@Component
class Decisions implements DmnDecisionTableEvaluationListener {

	private final ThreadLocal<@Nullable List<Map<String, Object>>> capture = new ThreadLocal<>();

	private final CaseFiles caseFiles;

	Decisions(CaseFiles caseFiles) {
		this.caseFiles = caseFiles;
	}

	/** A decision that was evaluated for a submission. */
	record Outcome(Map<String, Object> outputs, Map<String, Object> trace) {
	}

	/**
	 * Evaluates a table outside of a process.
	 */
	Outcome evaluate(DecisionService service, String decision, Map<String, @Nullable Object> inputs) {
		List<Map<String, Object>> traces = new ArrayList<>();
		this.capture.set(traces);
		try {
			List<Map<String, Object>> rows = service.evaluateDecisionTableByKey(decision)
				.variables(new LinkedHashMap<>(inputs))
				.evaluate()
				.getResultList();
			return new Outcome(rows.isEmpty() ? Map.of() : rows.get(0), traces.get(0));
		}
		finally {
			this.capture.remove();
		}
	}

	@Override
	public void notify(DmnDecisionTableEvaluationEvent event) {
		Map<String, Object> trace = trace(event);
		List<Map<String, Object>> capturing = this.capture.get();
		if (capturing != null) {
			capturing.add(trace);
			return;
		}
		BpmnExecutionContext context = Context.getBpmnExecutionContext();
		if (context != null) {
			CaseRef ref = Cases.of(context.getExecution());
			this.caseFiles.write(ref, NewEntry.decision(NewEntry.SYSTEM, event.getDecision().getKey(), trace));
		}
	}

	private static Map<String, Object> trace(DmnDecisionTableEvaluationEvent event) {
		Map<String, Object> inputs = new LinkedHashMap<>();
		event.getInputs().forEach((input) -> inputs.put(input.getName(), plain(input.getValue().getValue())));
		Map<String, Object> outputs = new LinkedHashMap<>();
		event.getMatchingRules()
			.forEach((rule) -> rule.getOutputEntries()
				.forEach((name, output) -> outputs.put(name, plain(output.getValue().getValue()))));
		Map<String, Object> trace = new LinkedHashMap<>();
		trace.put("decision", event.getDecision().getKey());
		trace.put("inputs", inputs);
		trace.put("outputs", outputs);
		trace.put("rows", event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
		return trace;
	}

	private static Object plain(@Nullable Object value) {
		return (value instanceof Number || value instanceof Boolean) ? value : String.valueOf(value);
	}

}
