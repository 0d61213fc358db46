package org.huxin.benchmark;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks at an engine's tables from outside, over connections that nobody counts: which
 * task a person would click on, which job the executor would take. The same questions for
 * every engine.
 */
record Bystander(JdbcTemplate jdbc, String schema) {

	/** A task as a list shows it. */
	record Open(String id, String element, String assignee, Instant due) {
	}

	List<Open> tasks(String businessKey) {
		return this.jdbc.query("select t.id_, t.task_def_key_, t.assignee_, t.due_date_ from " + this.schema
				+ ".act_ru_task t join " + this.schema
				+ ".act_ru_execution p on p.id_ = t.proc_inst_id_ where p.business_key_ = ? order by t.due_date_",
				(row, number) -> {
					Timestamp due = row.getTimestamp(4);
					return new Open(row.getString(1), row.getString(2), row.getString(3),
							(due != null) ? due.toInstant() : Instant.EPOCH);
				}, businessKey);
	}

	Optional<Open> task(String businessKey, String element) {
		return tasks(businessKey).stream().filter((task) -> task.element().equals(element)).findFirst();
	}

	List<String> dueJobs(String businessKey, Instant now) {
		return this.jdbc.queryForList(jobs("j.id_")
				+ " and (j.duedate_ is null or j.duedate_ <= ?) order by j.duedate_ nulls first, j.create_time_, j.id_",
				String.class, businessKey, Timestamp.from(now));
	}

	/** When something happens next by itself. */
	Optional<Instant> nextJob(String businessKey) {
		return Optional.ofNullable(this.jdbc.queryForObject(jobs("min(j.duedate_)"), Timestamp.class, businessKey))
			.map(Timestamp::toInstant);
	}

	private String jobs(String what) {
		return "select " + what + " from " + this.schema + ".act_ru_job j join " + this.schema
				+ ".act_ru_execution p on p.id_ = j.process_instance_id_ where p.business_key_ = ?"
				+ " and j.retries_ > 0 and j.suspension_state_ = 1";
	}

	boolean isRunning(String businessKey) {
		Integer running = this.jdbc.queryForObject(
				"select count(*) from " + this.schema + ".act_ru_execution where business_key_ = ?", Integer.class,
				businessKey);
		return running != null && running > 0;
	}

}
