package org.huxin.casefile;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.huxin.vault.Vault;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case files of all schools. Who may read what is not decided here but by the
 * gatekeeper; every method that changes something needs the transaction of the action it
 * belongs to.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFiles {

	private final CaseFileRepository files;

	private final CaseEntryRepository entries;

	private final EntityManager entityManager;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	private final Clock clock;

	CaseFiles(CaseFileRepository files, CaseEntryRepository entries, EntityManager entityManager, JdbcTemplate jdbc,
			Vault vault, Clock clock) {
		this.files = files;
		this.entries = entries;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Opens a case with the next number of the school and year.
	 * @param school the school's code
	 * @param student the student's id in the directory
	 * @param policyVersion the policy the case keeps to its end
	 * @param avoided members of staff who must not see it from the first second (回避名单)
	 */
	public CaseRef open(String school, UUID student, long policyVersion, Collection<UUID> avoided) {
		Instant now = this.clock.instant();
		int year = Year.now(this.clock).getValue();
		int number = DataAccessUtils.requiredSingleResult(this.jdbc.queryForList("""
				insert into huxin.case_number as n (school, year, last) values (?, ?, 1)
				on conflict (school, year) do update set last = n.last + 1
				returning last""", Integer.class, school, year));
		CaseRef ref = new CaseRef(school, "%d-%04d".formatted(year, number));
		CaseFile file = new CaseFile(ref, student, policyVersion, this.vault, now);
		this.entityManager.persist(file);
		this.entityManager.flush();
		avoided.forEach((person) -> avoid(file, person));
		return ref;
	}

	/**
	 * Opens the file of an event that many are affected by: a case of its own number that
	 * is about no student.
	 */
	public CaseRef openEvent(String school, long policyVersion, Collection<UUID> avoided) {
		return open(school, CaseSummary.NOBODY, policyVersion, avoided);
	}

	/**
	 * Lets nobody else open a case of the student by himself until the transaction ends:
	 * two events about the same student must not double his case.
	 */
	public void waitForTurn(UUID student) {
		this.jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", (row) -> {
		}, CaseFile.studentToken(this.vault, student));
	}

	/**
	 * Writes an entry.
	 * @return its number in the case
	 */
	public int write(CaseRef ref, NewEntry entry) {
		return write(ref, entry, null);
	}

	/**
	 * Adds a correction to an entry, which stays as it was.
	 * @param number the entry that is corrected
	 * @param fields the correction
	 * @return the number of the amendment
	 * @throws NoSuchCase if there is no such entry
	 */
	public int amend(CaseRef ref, int number, String author, Map<String, Object> fields) {
		CaseFile file = locked(ref);
		if (number < 1 || number > file.entryCount()) {
			throw NoSuchCase.entry(ref, number);
		}
		return write(ref, new NewEntry(EntryKind.AMENDMENT, author, null, null, null, null, fields), number);
	}

	private int write(CaseRef ref, NewEntry entry, @Nullable Integer amends) {
		CaseFile file = locked(ref);
		this.entityManager.persist(file.write(entry, amends, this.vault, this.clock.instant()));
		return file.entryCount();
	}

	/**
	 * Keeps the level of an assessment, sealed.
	 */
	public void rate(CaseRef ref, String level) {
		locked(ref).rate(level, this.vault);
	}

	/**
	 * Makes a counsellor responsible, unless somebody is already.
	 */
	public void takeOn(CaseRef ref, String account) {
		locked(ref).takenOnBy(account);
	}

	/**
	 * Makes a counsellor responsible in place of one who has left, unless somebody else
	 * has taken over already.
	 */
	public void takeOver(CaseRef ref, String left, String account) {
		CaseFile file = locked(ref);
		if (!file.isWith(left)) {
			return;
		}
		file.handedOverTo(account);
		write(ref, NewEntry.system("counsellorChanged", null, null, Map.of()));
	}

	/**
	 * Takes a case from its counsellor, who must not see it any more.
	 * @param account who is responsible from now on; nobody yet where it is null
	 */
	public void handOver(CaseRef ref, @Nullable String account) {
		locked(ref).handedOverTo(account);
	}

	/**
	 * Ends a case. Nothing is removed.
	 */
	public void end(CaseRef ref, CaseStatus status) {
		locked(ref).end(status, null, this.clock.instant());
	}

	/**
	 * Ends a second report about the same student; it stays readable from the first case.
	 */
	public void join(CaseRef ref, String to) {
		existing(new CaseRef(ref.school(), to));
		locked(ref).end(CaseStatus.JOINED, to, this.clock.instant());
	}

	/**
	 * Puts a person on the case's 回避名单 (rule of practice 2).
	 */
	public void avoid(CaseRef ref, UUID person) {
		avoid(existing(ref), person);
	}

	private void avoid(CaseFile file, UUID person) {
		this.jdbc.update("""
				insert into huxin.case_avoidance (case_id, person_token) values (?, ?) on conflict do nothing""",
				file.id(), file.avoidanceToken(this.vault, person));
		file.forgetAvoided();
	}

	/**
	 * Whether a person is on the case's 回避名单.
	 */
	@Transactional(readOnly = true)
	public boolean avoids(CaseRef ref, UUID person) {
		return avoidance(ref).test(person);
	}

	/**
	 * The cases whose 回避名单 names anybody at all.
	 */
	@Transactional(readOnly = true)
	public Set<CaseRef> casesThatAvoid() {
		return Set.copyOf(this.jdbc.query("""
				select distinct file.school, file.number from huxin.case_file file
				join huxin.case_avoidance avoidance on avoidance.case_id = file.id""",
				(row, number) -> new CaseRef(row.getString(1), row.getString(2))));
	}

	/**
	 * Who is on the case's 回避名单, read once for many persons.
	 */
	@Transactional(readOnly = true)
	public Predicate<UUID> avoidance(CaseRef ref) {
		CaseFile file = existing(ref);
		Set<String> tokens = file.avoided(() -> Set.copyOf(this.jdbc
			.queryForList("select person_token from huxin.case_avoidance where case_id = ?", String.class, file.id())));
		return (person) -> !tokens.isEmpty() && tokens.contains(file.avoidanceToken(this.vault, person));
	}

	/**
	 * A case without its story.
	 */
	@Transactional(readOnly = true)
	public Optional<CaseSummary> find(CaseRef ref) {
		return found(ref).map((file) -> file.summary(this.vault));
	}

	/**
	 * A case that must exist.
	 * @throws NoSuchCase if it does not
	 */
	@Transactional(readOnly = true)
	public CaseSummary get(CaseRef ref) {
		return existing(ref).summary(this.vault);
	}

	/**
	 * The cases of a school, newest first.
	 */
	@Transactional(readOnly = true)
	public List<CaseSummary> ofSchool(String school) {
		return this.files.findBySchoolOrderByNumberDesc(school)
			.stream()
			.map((file) -> file.summary(this.vault))
			.toList();
	}

	/**
	 * Every open case of every school. Opens nothing.
	 */
	@Transactional(readOnly = true)
	public List<CaseRef> openCases() {
		return this.jdbc.query("select school, number from huxin.case_file where status = 'OPEN'",
				(row, number) -> new CaseRef(row.getString(1), row.getString(2)));
	}

	/**
	 * How many open cases of a school keep which policy version.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Long> openCasesByPolicy(String school) {
		Map<Long, Long> counts = new HashMap<>();
		this.jdbc.query("""
				select policy_version, count(*) from huxin.case_file where school = ? and status = 'OPEN'
				group by policy_version""", (ResultSet row) -> {
			counts.put(row.getLong(1), row.getLong(2));
		}, school);
		return counts;
	}

	/**
	 * Lets an open case follow another policy version from now on: what is due already
	 * stays due as it is. The case file says so.
	 * @param author the account of who decided it
	 */
	public void follow(CaseRef ref, long policyVersion, String author) {
		CaseFile file = locked(ref);
		long before = file.policyVersion();
		if (before != policyVersion && file.isOpen()) {
			file.follow(policyVersion);
			write(ref, new NewEntry(EntryKind.SYSTEM, author, "policyChanged", null, null, null,
					Map.of("from", before, "to", policyVersion)));
			// who counts the cases of a version asks the database itself
			this.entityManager.flush();
		}
	}

	/**
	 * The open cases of a student, oldest first; none of nobody.
	 */
	@Transactional(readOnly = true)
	public List<CaseSummary> openCasesOf(UUID student) {
		if (student.equals(CaseSummary.NOBODY)) {
			return List.of();
		}
		return this.files
			.findByStudentTokenAndStatusOrderByOpenedAt(CaseFile.studentToken(this.vault, student), CaseStatus.OPEN)
			.stream()
			.map((file) -> file.summary(this.vault))
			.toList();
	}

	/**
	 * Whether a person did a task of the case and wrote about it. Opens nothing.
	 */
	@Transactional(readOnly = true)
	public boolean hasWorkedOn(CaseRef ref, String author) {
		return this.entries.existsByCaseIdAndAuthorAndTaskIdNotNull(existing(ref).id(), author);
	}

	/**
	 * Every entry of a case, opened, in order.
	 */
	@Transactional(readOnly = true)
	public List<RecordedEntry> entries(CaseRef ref) {
		CaseFile file = existing(ref);
		return this.entries.findByCaseIdOrderByNumber(file.id())
			.stream()
			.map((entry) -> entry.recorded(file.open(entry, this.vault)))
			.toList();
	}

	private CaseFile existing(CaseRef ref) {
		return found(ref).orElseThrow(() -> NoSuchCase.of(ref));
	}

	// the database is asked once in a transaction
	private Optional<CaseFile> found(CaseRef ref) {
		return session().byNaturalId(CaseFile.class)
			.using("school", ref.school())
			.using("number", ref.number())
			.loadOptional();
	}

	// whoever had to wait for the lock has read the case before the other one changed it;
	// who holds it need not ask again
	private CaseFile locked(CaseRef ref) {
		CaseFile file = existing(ref);
		if (session().getCurrentLockMode(file).lessThan(LockMode.PESSIMISTIC_WRITE)) {
			this.entityManager.flush();
			this.entityManager.refresh(file, LockModeType.PESSIMISTIC_WRITE);
			file.forgetAvoided();
		}
		return file;
	}

	private Session session() {
		return this.entityManager.unwrap(Session.class);
	}

}
