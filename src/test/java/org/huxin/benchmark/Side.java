package org.huxin.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huxin.CaseSteps;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;

import org.springframework.context.ApplicationContext;

/**
 * One of the engines that live the same lives. A life is lived by the thread that asks
 * for it, on a business time of its own.
 */
abstract class Side {

	private final String name;

	private final ProcessEngine engine;

	private final Bystander bystander;

	private final Meter meter;

	private final Map<String, String> definitions = new ConcurrentHashMap<>();

	private Side(String name, ProcessEngine engine, Bystander bystander, Meter meter) {
		this.name = name;
		this.engine = engine;
		this.bystander = bystander;
		this.meter = meter;
	}

	String name() {
		return this.name;
	}

	Meter meter() {
		return this.meter;
	}

	ProcessEngine engine() {
		return this.engine;
	}

	Bystander bystander() {
		return this.bystander;
	}

	/**
	 * Lives a life to its end.
	 * @return how long each task took to complete, in nanoseconds
	 */
	final long[] live(Script script) {
		BusinessTime.set(script.begin());
		Life life = begin(script);
		long[] times = new long[(int) script.tasks()];
		int done = 0;
		String key = null;
		try {
			for (Script.Step step : script.steps()) {
				BusinessTime.set(step.at());
				if (step.isStart()) {
					key = as(step.account(), () -> start(life, definition(step.process()), step));
				}
				else if (!step.isWait()) {
					times[done] = complete(life, key, step);
					done++;
				}
				BenchmarkWalk.run(this.engine, this.bystander, key);
			}
			if (this.bystander.isRunning(key)) {
				throw new IllegalStateException(
						"The " + script.name() + " life of " + this.name + " did not come to its end");
			}
		}
		finally {
			end(life, key);
			BusinessTime.release();
		}
		return times;
	}

	private long complete(Life life, String key, Script.Step step) {
		Bystander.Open task = this.bystander.task(key, step.element())
			.orElseThrow(() -> new IllegalStateException(
					this.name + " has no task " + step.element() + " but " + this.bystander.tasks(key)));
		return as(step.account(), () -> {
			if (step.claimed() && task.assignee() == null) {
				this.engine.getTaskService().claim(task.id(), step.account());
			}
			Map<String, Object> values = values(life, step);
			long begin = System.nanoTime();
			this.engine.getFormService().submitTaskForm(task.id(), values);
			return System.nanoTime() - begin;
		});
	}

	private String definition(String process) {
		return this.definitions.computeIfAbsent(process,
				(key) -> this.engine.getRepositoryService()
					.createProcessDefinitionQuery()
					.processDefinitionKey(key)
					.latestVersion()
					.list()
					.stream()
					.map(ProcessDefinition::getId)
					.findFirst()
					.orElseThrow());
	}

	abstract Life begin(Script script);

	abstract String start(Life life, String definition, Script.Step step);

	abstract Map<String, Object> values(Life life, Script.Step step);

	abstract void end(Life life, String key);

	abstract <T> T as(String account, java.util.function.Supplier<T> action);

	/** A life that is being lived, about somebody. */
	static final class Life {

		private final Script script;

		private final java.util.UUID student;

		private final Map<String, String> instead;

		private Life(Script script, java.util.UUID student, Map<String, String> instead) {
			this.script = script;
			this.student = student;
			this.instead = instead;
		}

	}

	/** The product: everything through its door. */
	static final class Huxin extends Side {

		private final SchoolDirectory directory;

		private final Accounts accounts;

		private final List<java.util.UUID> students;

		private final AtomicInteger next = new AtomicInteger();

		private final Map<String, Account> persons = new ConcurrentHashMap<>();

		private final Map<String, List<String>> schools = new ConcurrentHashMap<>();

		Huxin(ApplicationContext context, Bystander bystander, List<java.util.UUID> students) {
			super("Huxin, all of it", context.getBean(ProcessEngine.class), bystander, Recorder.HUXIN);
			this.directory = context.getBean(SchoolDirectory.class);
			this.accounts = context.getBean(Accounts.class);
			this.students = students;
		}

		@Override
		Life begin(Script script) {
			java.util.UUID student = this.students.get(this.next.getAndIncrement() % this.students.size());
			Map<String, String> instead = new HashMap<>();
			instead.put(script.student().toString(), student.toString());
			List<GuardianEntry> guardians = this.directory.guardians(student);
			for (int i = 0; i < guardians.size(); i++) {
				instead.put(script.guardians().get(i), guardians.get(i).id().toString());
			}
			return new Life(script, student, instead);
		}

		@Override
		String start(Life life, String definition, Script.Step step) {
			ProcessInstance instance = engine().getFormService().submitStartForm(definition, values(life, step));
			life.instead.put(life.script.caseNumber(), instance.getBusinessKey());
			return instance.getBusinessKey();
		}

		@Override
		Map<String, Object> values(Life life, Script.Step step) {
			Map<String, Object> values = new HashMap<>(step.content());
			values.replaceAll((field, value) -> replaced(life, value));
			return values;
		}

		private static Object replaced(Life life, Object value) {
			if (value instanceof Collection<?> list) {
				return list.stream().map((one) -> replaced(life, one)).collect(Collectors.toList());
			}
			String other = (value instanceof String text) ? life.instead.get(text) : null;
			return (other != null) ? other : value;
		}

		@Override
		void end(Life life, String key) {
			this.directory.guardians(life.student)
				.stream()
				.filter((guardian) -> guardian.safe() != SafeToInform.UNKNOWN)
				.forEach((guardian) -> this.directory.markSafeToInform(guardian.id(), SafeToInform.UNKNOWN));
		}

		@Override
		<T> T as(String account, java.util.function.Supplier<T> action) {
			Account person = this.persons.computeIfAbsent(account, (name) -> this.accounts.find(name).orElseThrow());
			engine().getIdentityService()
				.setAuthentication(account, person.roles().stream().map((role) -> role.id()).toList(),
						this.schools.computeIfAbsent(account, (name) -> List.copyOf(this.accounts.schoolsOf(name))));
			try {
				return action.get();
			}
			finally {
				engine().getIdentityService().clearAuthentication();
			}
		}

	}

	/** An engine without us: with the content as variables, or with the facts alone. */
	static final class Stock extends Side {

		private static final AtomicInteger NEXT = new AtomicInteger();

		private final Replay replay;

		private final boolean withContent;

		private Set<String> facts = new HashSet<>();

		Stock(String name, StockEngine stock, boolean withContent, Collection<Script> scripts) {
			super(name, stock.engine(), stock.bystander(), stock.meter());
			this.replay = stock.replay();
			this.withContent = withContent;
			scripts.forEach((script) -> script.steps().forEach((step) -> this.facts.addAll(step.facts().keySet())));
		}

		@Override
		Life begin(Script script) {
			return new Life(script, script.student(), Map.of());
		}

		@Override
		String start(Life life, String definition, Script.Step step) {
			String key = CaseSteps.SCHOOL + "-" + NEXT.incrementAndGet();
			this.replay.begin(key, life.script);
			engine().getFormService().submitStartForm(definition, key, values(life, step));
			return key;
		}

		@Override
		Map<String, Object> values(Life life, Script.Step step) {
			Map<String, Object> values = new HashMap<>();
			if (this.withContent) {
				step.content()
					.forEach((field, value) -> values.put(this.facts.contains(field) ? "typed_" + field : field,
							(value instanceof Collection<?> list) ? list.toString() : value));
			}
			values.putAll(step.facts());
			return values;
		}

		@Override
		void end(Life life, String key) {
			if (key != null) {
				this.replay.end(key);
			}
		}

		@Override
		<T> T as(String account, java.util.function.Supplier<T> action) {
			engine().getIdentityService().setAuthenticatedUserId(account);
			try {
				return action.get();
			}
			finally {
				engine().getIdentityService().clearAuthentication();
			}
		}

	}

}
