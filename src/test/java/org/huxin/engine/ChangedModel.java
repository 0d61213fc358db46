package org.huxin.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The packaged models with one change, deployed for a while: for rules that no packaged
 * model uses yet.
 */
final class ChangedModel {

	private final ProcessEngine engine;

	private final String deployment;

	private ChangedModel(ProcessEngine engine, String deployment) {
		this.engine = engine;
		this.deployment = deployment;
	}

	/** Does something while a user task of a model has more properties. */
	static void with(ProcessEngine engine, String model, String task, Map<String, String> properties,
			Runnable meanwhile) {
		ChangedModel changed = deploy(engine, model, task, properties);
		try {
			meanwhile.run();
		}
		finally {
			changed.takeBack();
		}
	}

	private static ChangedModel deploy(ProcessEngine engine, String model, String task,
			Map<String, String> properties) {
		try {
			return of(engine, model, task, properties);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ChangedModel of(ProcessEngine engine, String model, String task, Map<String, String> properties)
			throws IOException {
		String text = Files.readString(Path.of("processes", model));
		int begin = text.indexOf("<camunda:properties>", text.indexOf("id=\"" + task + "\"")) + 20;
		StringBuilder added = new StringBuilder();
		properties.forEach(
				(name, value) -> added.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value)));
		DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
		for (String folder : List.of("processes", "forms")) {
			try (Stream<Path> files = Files.list(Path.of(folder))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					boolean changed = file.endsWith(model);
					builder.addString(folder + "/" + file.getFileName(), changed
							? text.substring(0, begin) + added + text.substring(begin) : Files.readString(file));
				}
			}
		}
		return new ChangedModel(engine, builder.deploy().getId());
	}

	/** With every case that began with it. */
	private void takeBack() {
		List<ProcessInstance> instances = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.deploymentId(this.deployment)
			.list();
		instances.forEach((instance) -> this.engine.getRuntimeService()
			.deleteProcessInstance(instance.getRootProcessInstanceId(), "test"));
		this.engine.getRepositoryService().deleteDeployment(this.deployment, true);
	}

}
