package org.huxin.walk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What stands in the engine and the case file of one school at one moment, read straight
 * from the database: nothing that the product filters or forgets is hidden from it.
 *
 * @param cases by number
 * @param tasks open ones, in a stable order
 * @param jobs timers and whatever else waits
 * @param processes the process ids that run for each case
 * @param missed the tasks that stand in the accountability register
 * @param incidents how many
 */
record SchoolState(Map<String, CaseRow> cases, List<TaskRow> tasks, List<JobRow> jobs,
		Map<String, Set<String>> processes, Set<String> missed, int incidents) {

	/** A case. */
	record CaseRow(String number, String status, int entries, String counsellor) {

		boolean isOpen() {
			return this.status.equals("OPEN");
		}

	}

	/**
	 * An open task.
	 *
	 * @param links {@code type:account}
	 */
	record TaskRow(String id, String caseNo, String process, String element, String assignee, Instant due,
			Set<String> links) {

		Set<String> candidates() {
			Set<String> candidates = new TreeSet<>();
			this.links.stream()
				.filter((link) -> link.startsWith("candidate:"))
				.forEach((link) -> candidates.add(link.substring(10)));
			return candidates;
		}

		/** Everybody whom the engine names with it. */
		Set<String> people() {
			Set<String> people = new TreeSet<>();
			this.links.forEach((link) -> people.add(link.substring(link.indexOf(':') + 1)));
			if (this.assignee != null) {
				people.add(this.assignee);
			}
			return people;
		}

		/** Who may open its form. */
		List<String> owners() {
			return (this.assignee != null) ? List.of(this.assignee) : List.copyOf(candidates());
		}

	}

	/** A job. */
	record JobRow(String id, String caseNo, String process, String type, String handler, String about, int retries,
			Instant due) {

		boolean isTimer() {
			return this.type.equals("timer");
		}

	}

	static SchoolState read(JdbcTemplate jdbc, String school) {
		Map<String, CaseRow> cases = new TreeMap<>();
		jdbc.query("select number, status, entry_count, counsellor from huxin.case_file where school = ?", (row) -> {
			cases.put(row.getString(1),
					new CaseRow(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)));
		}, school);
		Map<String, Set<String>> links = new HashMap<>();
		jdbc.query("""
				select l.task_id_, l.type_, l.user_id_, l.group_id_ from act_ru_identitylink l
				join act_ru_task t on t.id_ = l.task_id_ where t.tenant_id_ = ?""", (row) -> {
			links.computeIfAbsent(row.getString(1), (key) -> new TreeSet<>())
				.add(row.getString(2) + ":" + ((row.getString(3) != null) ? row.getString(3) : row.getString(4)));
		}, school);
		List<TaskRow> tasks = new ArrayList<>(jdbc.query("""
				select t.id_, e.business_key_, t.proc_def_id_, t.task_def_key_, t.assignee_, t.due_date_
				from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.tenant_id_ = ?
				order by e.business_key_, t.task_def_key_, t.create_time_, t.id_""",
				(row, number) -> new TaskRow(row.getString(1), row.getString(2), key(row.getString(3)),
						row.getString(4), row.getString(5), instant(row.getTimestamp(6)),
						links.getOrDefault(row.getString(1), Set.of())),
				school));
		List<JobRow> jobs = jdbc.query("""
				select j.id_, e.business_key_, j.process_def_key_, j.type_, j.handler_type_, j.handler_cfg_, j.retries_,
				j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
				where j.tenant_id_ = ? order by j.duedate_, e.business_key_, j.handler_cfg_""",
				(row, number) -> new JobRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6), row.getInt(7), instant(row.getTimestamp(8))),
				school);
		Map<String, Set<String>> processes = new HashMap<>();
		jdbc.query("""
				select p.business_key_, p.proc_def_id_ from act_ru_execution p
				where p.tenant_id_ = ? and p.parent_id_ is null""", (row) -> {
			processes.computeIfAbsent(row.getString(1), (key) -> new TreeSet<>()).add(key(row.getString(2)));
		}, school);
		Set<String> missed = new HashSet<>(
				jdbc.queryForList("select task_id from huxin.missed_deadline where school = ?", String.class, school));
		Integer incidents = jdbc.queryForObject("select count(*) from act_ru_incident where tenant_id_ = ?",
				Integer.class, school);
		return new SchoolState(cases, tasks, jobs, processes, missed, (incidents != null) ? incidents : 0);
	}

	private static String key(String definition) {
		return definition.substring(0, definition.indexOf(':'));
	}

	private static Instant instant(Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

	List<String> openCases() {
		return this.cases.values().stream().filter(CaseRow::isOpen).map(CaseRow::number).toList();
	}

	List<TaskRow> tasksOf(String caseNo) {
		return this.tasks.stream().filter((task) -> caseNo.equals(task.caseNo())).toList();
	}

	List<JobRow> jobsOf(String caseNo) {
		return this.jobs.stream().filter((job) -> caseNo.equals(job.caseNo())).toList();
	}

	/** Whether a process of this id runs for the case. */
	boolean runs(String caseNo, String process) {
		return this.processes.getOrDefault(caseNo, Set.of()).contains(process);
	}

}
