package org.huxin.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.huxin.identity.Accounts;
import org.huxin.school.SchoolDirectory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the seams into the engine before it is built.
 */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineSeams extends AbstractCamundaConfiguration {

	private final Door.DoorParts door;

	private final Seams seams;

	private final VariableGuard guard;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final ListableBeanFactory beans;

	private final ObjectProvider<RoutingFacts> routingFacts;

	EngineSeams(Door.DoorParts door, Assignment assignment, MissedDeadlines register, VariableGuard guard,
			Accounts accounts, SchoolDirectory directory, ListableBeanFactory beans,
			ObjectProvider<RoutingFacts> routingFacts) {
		this.door = door;
		this.seams = new Seams(assignment, register, door.messages());
		this.guard = guard;
		this.accounts = accounts;
		this.directory = directory;
		this.beans = beans;
		this.routingFacts = routingFacts;
	}

	@Override
	public void preInit(SpringProcessEngineConfiguration configuration) {
		configuration.setFormService(new Door(configuration, this.door));
		configuration.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(),
				new ObjectScope(this.door.gatekeeper(), this.door.starters(), this.accounts, this.door.messages()))));
		List<SessionFactory> factories = new ArrayList<>(List.of(new ListScope.Factory(this.door.messages())));
		configuration.setCustomSessionFactories(factories);
		configuration.setIdentityProviderSessionFactory(new DirectoryIdentityProvider.Factory(this.accounts,
				this.directory, () -> configuration.getIdentityService().getCurrentAuthentication()));
		configuration.setCustomPreCommandInterceptorsTxRequired(
				new ArrayList<>(List.of(new PersonCommands(configuration, this.door.messages()))));
		configuration.setCustomPreCommandInterceptorsTxRequiresNew(
				new ArrayList<>(List.of(new PersonCommands(configuration, this.door.messages()))));
		configuration.setResourceAuthorizationProvider(new NoGrants());
		configuration.setTenantIdProvider(new SchoolTenants());
		configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(this.seams)));
		configuration.setCustomPreVariableSerializers(new ArrayList<>(this.guard.serializers()));
		configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new OperationalHistory())));
		configuration.setHistory(OperationalHistory.NAME);
		configuration.setBeans(new ListedBeans(this.beans));
		// the factory of the engine has made one that reaches every bean
		configuration.setExpressionManager(new JuelExpressionManager(configuration.getBeans()));
		configuration.setDmnEngineConfiguration(recording());
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setHistoryTimeToLive("P3650D");
		configuration.setDefaultNumberOfRetries(5);
		configuration.setFailedJobRetryTimeCycle("R5/PT5M");
		configuration.setJobPriorityProvider(new UrgentJobsFirst());
		configuration.setJobExecutorAcquireByPriority(true);
	}

	private DefaultDmnEngineConfiguration recording() {
		DefaultDmnEngineConfiguration dmn = (DefaultDmnEngineConfiguration) org.camunda.bpm.dmn.engine.DmnEngineConfiguration
			.createDefaultDmnEngineConfiguration();
		dmn.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this.door.decisions())));
		return dmn;
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		this.guard.declare(new CaseFacts().all());
		this.routingFacts.orderedStream().forEach((facts) -> this.guard.declare(facts.all()));
	}

	/**
	 * Lets the routing fields of every deployed form pass: a running task keeps its form.
	 */
	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		RepositoryService repository = engine.getRepositoryService();
		for (Deployment deployment : repository.createDeploymentQuery().list()) {
			repository.getDeploymentResourceNames(deployment.getId())
				.stream()
				.filter((name) -> name.endsWith(".form"))
				.forEach((name) -> declare(deployment.getId(),
						repository.getResourceAsStream(deployment.getId(), name)));
		}
	}

	private void declare(String deployment, InputStream form) {
		this.guard.declare(FormSchema.read(deployment, form)
			.fields()
			.stream()
			.filter(FormField::isRouting)
			.<ProcessVariable<?>>map(EngineSeams::fact)
			.toList());
	}

	private static ProcessVariable<?> fact(FormField field) {
		return switch (field.type()) {
			case "datetime" -> ProcessVariable.date(field.key());
			case "number" -> ProcessVariable.number(field.key());
			case "checkbox" -> ProcessVariable.flag(field.key());
			case "radio", "select" -> ProcessVariable.code(field.key(),
					field.choices().stream().map(FormField.Choice::value).toArray(String[]::new));
			default -> throw new IllegalStateException(
					"The field " + field.key() + " holds text, so it cannot be a routing field");
		};
	}

}
