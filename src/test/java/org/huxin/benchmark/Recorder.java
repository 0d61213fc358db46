package org.huxin.benchmark;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.huxin.engine.Deadlines;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Listens to the product's engine: what a form hands on, what delegates set, which dates
 * the deadlines name. It costs nothing while nothing is recorded. Counts the product's
 * statements too.
 */
@TestConfiguration(proxyBeanMethods = false)
class Recorder {

	/** Counts what the product asks of its database. */
	static final Meter HUXIN = new Meter();

	private static final ThreadLocal<Script> SCRIPT = new ThreadLocal<>();

	private static final ThreadLocal<Map<String, Object>> FACTS = new ThreadLocal<>();

	/** From now on this thread records, or with {@code null} no more. */
	static void into(Script script) {
		SCRIPT.set(script);
	}

	/** The facts that went on to the engine with the last form. */
	static Map<String, Object> lastFacts() {
		return FACTS.get();
	}

	@Bean
	static BeanPostProcessor countingStatements() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? HUXIN.count(source) : bean;
			}

		};
	}

	@Bean
	Listening recordingPlugin() {
		return new Listening();
	}

	/** Sits between the engine and what it calls. */
	@Order(Ordered.LOWEST_PRECEDENCE)
	static final class Listening extends AbstractProcessEnginePlugin {

		@Override
		public void preInit(ProcessEngineConfigurationImpl configuration) {
			List<CommandInterceptor> interceptors = new ArrayList<>(
					configuration.getCustomPreCommandInterceptorsTxRequired());
			interceptors.add(new Submissions());
			configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
			configuration.setExpressionManager(new JuelExpressionManager(new RecordingBeans(configuration.getBeans())));
		}

	}

	private static final class Submissions extends CommandInterceptor {

		@Override
		public <T> T execute(Command<T> command) {
			if (SCRIPT.get() != null) {
				if (command instanceof SubmitTaskFormCmd) {
					FACTS.set(facts(command, "properties"));
				}
				else if (command instanceof SubmitStartFormCmd) {
					FACTS.set(facts(command, "variables"));
				}
			}
			return this.next.execute(command);
		}

		private static Map<String, Object> facts(Object command, String name) {
			try {
				Field field = command.getClass().getDeclaredField(name);
				field.setAccessible(true);
				Map<String, Object> facts = new HashMap<>();
				((Map<?, ?>) field.get(command)).forEach((key, value) -> facts.put((String) key, value));
				return facts;
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private static final class RecordingBeans extends AbstractMap<Object, Object> {

		private final Map<Object, Object> beans;

		private RecordingBeans(Map<Object, Object> beans) {
			this.beans = beans;
		}

		@Override
		public boolean containsKey(Object key) {
			return this.beans.containsKey(key);
		}

		@Override
		public Object get(Object key) {
			Object bean = this.beans.get(key);
			Script script = SCRIPT.get();
			if (script == null) {
				return bean;
			}
			if (bean instanceof JavaDelegate delegate) {
				return (JavaDelegate) (execution) -> record(script, String.valueOf(key), delegate, execution);
			}
			return (bean instanceof Deadlines deadlines) ? recording(script, deadlines) : bean;
		}

		@Override
		public Set<Map.Entry<Object, Object>> entrySet() {
			return this.beans.entrySet();
		}

		private static void record(Script script, String name, JavaDelegate delegate, DelegateExecution execution)
				throws Exception {
			Map<String, Object> before = new HashMap<>(execution.getVariables());
			delegate.execute(execution);
			Map<String, Object> facts = new HashMap<>(execution.getVariables());
			facts.entrySet()
				.removeIf((fact) -> fact.getValue() == null || fact.getValue().equals(before.get(fact.getKey())));
			script.answered(Replay.place(name, execution), facts);
		}

		private static Deadlines recording(Script script, Deadlines deadlines) {
			ProxyFactory factory = new ProxyFactory(deadlines);
			factory.setProxyTargetClass(true);
			factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (call) -> {
				Object answer = call.proceed();
				if (answer instanceof Date date) {
					script.due(Replay.call(call.getMethod().getName(), call.getArguments()), date);
				}
				return answer;
			});
			return (Deadlines) factory.getProxy();
		}

	}

}
