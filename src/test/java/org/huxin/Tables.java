package org.huxin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * The decision tables of the repository, evaluated by the engine's own DMN engine without
 * a process engine around it.
 */
public final class Tables {

	private static final Map<String, Tables> KNOWN = new ConcurrentHashMap<>();

	private final List<DmnDecisionTableEvaluationEvent> events = new ArrayList<>();

	private final DmnEngine engine;

	private final DmnDecision decision;

	private final List<String> rules;

	private Tables(String decision) {
		DefaultDmnEngineConfiguration configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration
			.createDefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners().add(this.events::add);
		this.engine = configuration.buildEngine();
		String file = decision.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".dmn";
		Path path = Path.of("processes", file);
		try (InputStream input = Files.newInputStream(path)) {
			this.decision = this.engine.parseDecision(decision, input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.rules = Dmn.readModelFromFile(path.toFile())
			.getModelElementsByType(Rule.class)
			.stream()
			.map(DmnElement::getId)
			.toList();
	}

	public static Tables of(String decision) {
		return KNOWN.computeIfAbsent(decision, Tables::new);
	}

	/** The ids of its rows, in order. */
	public List<String> rows() {
		return this.rules;
	}

	/** Evaluates it. */
	public synchronized Answer decide(Map<String, Object> inputs) {
		this.events.clear();
		List<Map<String, Object>> result = this.engine.evaluateDecisionTable(this.decision, inputs).getResultList();
		if (result.isEmpty()) {
			return new Answer("", Map.of());
		}
		String row = this.events.get(0).getMatchingRules().get(0).getId();
		return new Answer(row, new LinkedHashMap<>(result.get(0)));
	}

	/**
	 * What a table said.
	 *
	 * @param row the id of the row that fired
	 * @param outputs by name
	 */
	public record Answer(String row, Map<String, Object> outputs) {
	}

}
