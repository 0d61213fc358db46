package org.huxin.walk;

import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * While walks move the clock by years, the open cases of other tests rest: their timers
 * do not fire, and nobody is called for them.
 */
final class Quiet {

	private final World world;

	private List<String> resting = List.of();

	Quiet(World world) {
		this.world = world;
	}

	void begin() {
		this.resting = runtime().createProcessInstanceQuery()
			.active()
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.toList();
		if (!this.resting.isEmpty()) {
			runtime().updateProcessInstanceSuspensionState().byProcessInstanceIds(this.resting).suspend();
		}
		this.world.jdbc().update("update huxin.ladder_call set next_at = next_at + interval '100 years'");
		this.world.jdbc().update("update huxin.late_climb set next_at = next_at + interval '100 years'");
		this.world.visited().walking(true);
	}

	void end() {
		this.world.visited().walking(false);
		this.world.walk().resetClock();
		this.world.jdbc()
			.update("update huxin.ladder_call set next_at = next_at - interval '100 years' "
					+ "where next_at > now() + interval '50 years'");
		this.world.jdbc()
			.update("update huxin.late_climb set next_at = next_at - interval '100 years' "
					+ "where next_at > now() + interval '50 years'");
		if (!this.resting.isEmpty()) {
			runtime().updateProcessInstanceSuspensionState().byProcessInstanceIds(this.resting).activate();
		}
	}

	private RuntimeService runtime() {
		return this.world.engine().getRuntimeService();
	}

}
