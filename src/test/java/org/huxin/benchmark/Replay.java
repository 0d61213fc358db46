package org.huxin.benchmark;

import java.util.AbstractMap;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * What a stock engine is given in place of our delegates and deadlines: beans that give
 * back, case by case, the answers that were recorded.
 */
public final class Replay extends AbstractMap<Object, Object> {

	private static final long WEEK = 7L * 24 * 3600 * 1000;

	private final Map<String, Life> lives = new ConcurrentHashMap<>();

	private final Deadlines deadlines = new Deadlines();

	private final Set<String> names;

	/** Gives back what the beans of these names answered. */
	Replay(Set<String> names) {
		this.names = names;
	}

	/** Where in a life a delegate was called. */
	static String place(String delegate, DelegateExecution execution) {
		return delegate + "@" + execution.getCurrentActivityId();
	}

	/** How the deadlines were asked. */
	static String call(String method, Object[] arguments) {
		return method + "(" + arguments[1] + ")@" + ((DelegateExecution) arguments[0]).getCurrentActivityId();
	}

	void begin(String businessKey, Script script) {
		this.lives.put(businessKey, new Life(script, new HashMap<>()));
	}

	void end(String businessKey) {
		this.lives.remove(businessKey);
	}

	@Override
	public boolean containsKey(Object key) {
		return this.names.contains(key);
	}

	@Override
	public Object get(Object key) {
		return key.equals("deadlines") ? this.deadlines : new Delegate(String.valueOf(key));
	}

	@Override
	public Set<Map.Entry<Object, Object>> entrySet() {
		return Set.of();
	}

	private record Life(Script script, Map<String, Integer> times) {

		private int time(String what) {
			return this.times.merge(what, 1, Integer::sum) - 1;
		}

	}

	private final class Delegate implements JavaDelegate {

		private final String name;

		private Delegate(String name) {
			this.name = name;
		}

		@Override
		public void execute(DelegateExecution execution) {
			Life life = Replay.this.lives.get(execution.getProcessBusinessKey());
			String place = place(this.name, execution);
			execution.setVariables(life.script().delegateAnswer(place, life.time(place)));
		}

	}

	/** Has the methods that models call. */
	public final class Deadlines {

		private Deadlines() {
		}

		public Date sinceDiscovery(DelegateExecution execution, String key) {
			return date("sinceDiscovery", execution, key);
		}

		public Date fromNow(DelegateExecution execution, String key) {
			return date("fromNow", execution, key);
		}

		public Date byUrgency(DelegateExecution execution, String key) {
			return date("byUrgency", execution, key);
		}

		public Date fromNowByUrgency(DelegateExecution execution, String key) {
			return date("fromNowByUrgency", execution, key);
		}

		public Date on(DelegateExecution execution, String variable) {
			return date("on", execution, variable);
		}

		public Date morningOf(DelegateExecution execution, String variable) {
			return date("morningOf", execution, variable);
		}

		public Date workingDaysFromNow(DelegateExecution execution, String key) {
			return date("workingDaysFromNow", execution, key);
		}

		private Date date(String method, DelegateExecution execution, String argument) {
			Life life = Replay.this.lives.get(execution.getProcessBusinessKey());
			if (life == null) {
				// one of many that were made at once
				return new Date(BusinessTime.now().toEpochMilli() + WEEK);
			}
			String call = call(method, new Object[] { execution, argument });
			return life.script().dueDate(call, life.time(call));
		}

	}

}
