package org.huxin;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.boot.test.context.TestComponent;

/**
 * Which flow nodes and sequence flows the tests of this run have passed, by model. The
 * engine's history knows no sequence flow, so each model gets listeners as it is parsed.
 * What the random walk passes is kept apart from what the path tests pass.
 */
@TestComponent
public class VisitedElements extends AbstractProcessEnginePlugin {

	private final Map<String, Set<String>> byTests = new ConcurrentHashMap<>();

	private final Map<String, Set<String>> byWalks = new ConcurrentHashMap<>();

	private volatile boolean walking;

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		configuration.getCustomPostBPMNParseListeners().add(listening());
	}

	/** What path tests have passed, by process id. */
	public Map<String, Set<String>> byTests() {
		return this.byTests;
	}

	/** What random walks have passed, by process id. */
	public Map<String, Set<String>> byWalks() {
		return this.byWalks;
	}

	/** From now on it is a random walk that passes, or no more. */
	public void walking(boolean walks) {
		this.walking = walks;
	}

	private BpmnParseListener listening() {
		return new AbstractBpmnParseListener() {

			@Override
			public void parseProcess(Element element, ProcessDefinitionEntity definition) {
				listen(definition.getKey(), definition);
			}

		};
	}

	private void listen(String process, ScopeImpl scope) {
		for (ActivityImpl activity : scope.getActivities()) {
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, visit(process, activity.getId()));
			activity.getOutgoingTransitions()
				.forEach((flow) -> ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE,
						visit(process, flow.getId())));
			listen(process, activity);
		}
	}

	private ExecutionListener visit(String process, String element) {
		return (execution) -> (this.walking ? this.byWalks : this.byTests)
			.computeIfAbsent(process, (key) -> java.util.Collections.synchronizedSet(new TreeSet<>()))
			.add(element);
	}

}
