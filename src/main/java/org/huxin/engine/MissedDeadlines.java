package org.huxin.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accountability register (D17): every missed deadline, who owed it, when it was done
 * and why so late. Written with the escalation of a late task, with its late completion,
 * or when it is gone undone, in their transaction. Read by the leaders of the school, by
 * auditors and by the district, and by nobody whom a case avoids.
 */
@Component
public class MissedDeadlines {

	/** The form of an explanation in the case file. */
	static final String REASON = "late-reason";

	private static final Set<Role> READERS = Set.of(Role.LEADER, Role.AUDITOR, Role.DISTRICT);

	private final JdbcTemplate jdbc;

	private final CaseFiles caseFiles;

	private final Accounts accounts;

	private final SchoolDirectory directory;

	private final Clock clock;

	MissedDeadlines(JdbcTemplate jdbc, CaseFiles caseFiles, Accounts accounts, SchoolDirectory directory, Clock clock) {
		this.jdbc = jdbc;
		this.caseFiles = caseFiles;
		this.accounts = accounts;
		this.directory = directory;
		this.clock = clock;
	}

	// writing

	/**
	 * Notes that the time of an open task is over. Once; a second note changes nothing.
	 * @return whether it is
	 */
	boolean missed(Task task, CaseRef ref, Offer offer, Collection<String> owners) {
		@Nullable Date due = task.getDueDate();
		Instant now = this.clock.instant();
		if (due == null || now.isBefore(due.toInstant())) {
			return false;
		}
		insert(task.getId(), ref, name(task.getName(), task.getTaskDefinitionKey()), offer, due, owners);
		return true;
	}

	/**
	 * Notes that a task is done, if it is late: also one that nobody looked at between
	 * its due date and now.
	 */
	void done(DelegateTask task, Offer offer) {
		String person = task.getAssignee();
		if (isLate(task) && person != null) {
			insert(task.getId(), Cases.of(task.getExecution()), name(task.getName(), task.getTaskDefinitionKey()),
					offer, task.getDueDate(), List.of(person));
			this.jdbc.update("update huxin.missed_deadline set done_at = ?, done_by = ? where task_id = ?",
					Timestamp.from(this.clock.instant()), isStaff(person) ? person : MissedDeadline.GUARDIAN,
					task.getId());
		}
	}

	/**
	 * Notes that a late task is gone without having been done, because its case has ended
	 * or taken another turn. Its time had passed all the same: it stays a miss, and
	 * whoever had it then is asked why. What is gone before its time is none.
	 */
	void withdrawn(DelegateTask task, Offer offer) {
		if (isLate(task)) {
			insert(task.getId(), Cases.of(task.getExecution()), name(task.getName(), task.getTaskDefinitionKey()),
					offer, task.getDueDate(), owners(task));
			this.jdbc.update("update huxin.missed_deadline set withdrawn_at = ? where task_id = ? and done_at is null",
					Timestamp.from(this.clock.instant()), task.getId());
		}
	}

	private static Collection<String> owners(DelegateTask task) {
		if (task.getAssignee() != null) {
			return List.of(task.getAssignee());
		}
		return task.getCandidates()
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()))
			.flatMap((link) -> Optional.ofNullable(link.getUserId()).stream())
			.distinct()
			.toList();
	}

	private boolean isLate(DelegateTask task) {
		@Nullable Date due = task.getDueDate();
		return task instanceof TaskEntity && due != null && this.clock.instant().isAfter(due.toInstant());
	}

	private void insert(String taskId, CaseRef ref, String name, Offer offer, Date due, Collection<String> owners) {
		this.jdbc.update("""
				insert into huxin.missed_deadline (task_id, school, case_no, task, roles, due, owed_by, missed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", taskId, ref.school(), ref.number(), name,
				offer.roles().stream().map(Role::id).sorted().toArray(String[]::new), Timestamp.from(due.toInstant()),
				owners.stream().filter(this::isStaff).sorted().toArray(String[]::new),
				Timestamp.from(this.clock.instant()));
	}

	/** The name of a guardian would name the child. */
	private boolean isStaff(String account) {
		return this.directory.staffByAccount(account).isPresent();
	}

	private static String name(@Nullable String name, String element) {
		return (name != null) ? name : element;
	}

	// reading

	/**
	 * Whether somebody may read the register: leaders of a school, auditors, the
	 * district.
	 */
	public boolean mayRead(Account reader) {
		return reader.roles().stream().anyMatch(READERS::contains);
	}

	/**
	 * Every miss of the reader's schools in a time, the latest due date first, without
	 * those of cases that avoid the reader (rule of practice 2).
	 * @param from the first moment, included
	 * @param until the end, not included
	 * @throws AccessDeniedException if he may not read the register
	 */
	@Transactional(readOnly = true)
	public List<MissedDeadline> of(Account reader, Instant from, Instant until) {
		if (!mayRead(reader)) {
			throw new AccessDeniedException("Not a reader of the register");
		}
		String[] schools = this.accounts.schoolsOf(reader.name()).toArray(String[]::new);
		List<MissedDeadline> all = this.jdbc.query("""
				select * from huxin.missed_deadline where school = any (?) and due >= ? and due < ?
				order by due desc, task_id""", (row, number) -> read(row), schools, Timestamp.from(from),
				Timestamp.from(until));
		Optional<UUID> person = this.directory.staffByAccount(reader.name()).map(StaffEntry::id);
		if (person.isEmpty()) {
			return List.of();
		}
		Set<CaseRef> avoided = this.caseFiles.casesThatAvoid()
			.stream()
			.filter((ref) -> this.caseFiles.avoids(ref, person.get()))
			.collect(Collectors.toSet());
		return all.stream().filter((miss) -> !avoided.contains(miss.ref())).toList();
	}

	/**
	 * The misses that a person has to explain, the oldest first: what he has done late,
	 * and what he had when its time was over and nobody has done before it was gone.
	 */
	@Transactional(readOnly = true)
	public List<MissedDeadline> toExplain(Account person) {
		return this.jdbc.query("""
				select * from huxin.missed_deadline
				where excuse is null
					and (done_by = ? or (done_by is null and withdrawn_at is not null and owed_by @> array[?]::text[]))
				order by due, task_id""", (row, number) -> read(row), person.name(), person.name());
	}

	/**
	 * The miss of a task that a person has to explain.
	 */
	@Transactional(readOnly = true)
	public Optional<MissedDeadline> toExplain(Account person, String taskId) {
		return toExplain(person).stream().filter((miss) -> miss.taskId().equals(taskId)).findFirst();
	}

	/**
	 * A person says why he was late. The code stays in the register, the words go into
	 * the case file, sealed.
	 * @param text may be blank, unless the excuse is {@link Excuse#OTHER}
	 * @return whether there was such a miss of his, not yet explained
	 */
	@Transactional
	public boolean explain(Account person, String taskId, Excuse excuse, String text) {
		Optional<MissedDeadline> miss = toExplain(person, taskId);
		if (miss.isEmpty()) {
			return false;
		}
		int fresh = this.jdbc.update("""
				update huxin.missed_deadline set excuse = ?, explained_at = ?
				where task_id = ? and excuse is null""", excuse.name(), Timestamp.from(this.clock.instant()), taskId);
		if (fresh == 0) {
			return false;
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("lateTask", miss.get().task());
		fields.put("lateExcuse", excuse.name());
		if (!text.isBlank()) {
			fields.put("lateReason", text.strip());
		}
		// of no step: who may not do the next one is known by the steps' own entries
		this.caseFiles.write(miss.get().ref(),
				new NewEntry(EntryKind.SUBMISSION, person.name(), REASON, null, null, null, fields));
		return true;
	}

	private static MissedDeadline read(ResultSet row) throws SQLException {
		return new MissedDeadline(row.getString("task_id"),
				new CaseRef(row.getString("school"), row.getString("case_no")), row.getString("task"),
				texts(row.getArray("roles")), row.getTimestamp("due").toInstant(), texts(row.getArray("owed_by")),
				time(row.getTimestamp("done_at")), Optional.ofNullable(row.getString("done_by")),
				time(row.getTimestamp("withdrawn_at")),
				Optional.ofNullable(row.getString("excuse")).map(Excuse::valueOf));
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	private static Optional<Instant> time(@Nullable Timestamp time) {
		return Optional.ofNullable(time).map(Timestamp::toInstant);
	}

}
