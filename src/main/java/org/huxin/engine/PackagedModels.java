package org.huxin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;

import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} and {@code forms/} as one set, so that every task keeps the
 * form it began with; the same set is deployed once. Each form is read before, so that a
 * broken one is named at start-up.
 */
@Component
class PackagedModels extends AbstractCamundaConfiguration implements CamundaDeploymentConfiguration {

	static final String DEPLOYMENT = "huxin";

	@Override
	public void preInit(SpringProcessEngineConfiguration configuration) {
		configuration.setDeploymentName(DEPLOYMENT);
		// all or nothing: a form must lie in the deployment of its model
		configuration.setDeployChangedOnly(false);
		configuration.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
	}

	@Override
	public Set<Resource> getDeploymentResources() {
		Set<Resource> resources = new LinkedHashSet<>();
		for (String pattern : new String[] { "processes/*.bpmn", "processes/*.dmn", "forms/*.form" }) {
			String folder = pattern.substring(0, pattern.indexOf('/') + 1);
			for (Resource resource : find("classpath*:" + pattern)) {
				resources.add(new Named(folder + resource.getFilename(), resource));
			}
		}
		return resources;
	}

	private static Resource[] find(String pattern) {
		try {
			return new PathMatchingResourcePatternResolver().getResources(pattern);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A resource that is deployed under its path in the repository. */
	private static final class Named extends ByteArrayResource implements ContextResource {

		private final String path;

		Named(String path, Resource resource) {
			super(content(path, resource), path);
			this.path = path;
		}

		private static byte[] content(String path, Resource resource) {
			try (InputStream input = resource.getInputStream()) {
				byte[] content = input.readAllBytes();
				if (path.endsWith(".form")) {
					ModelUnreadable.requireForm(path, content);
				}
				return content;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public String getPathWithinContext() {
			return this.path;
		}

	}

}
