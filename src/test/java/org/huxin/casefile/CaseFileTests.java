package org.huxin.casefile;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.huxin.HuxinTest;
import org.huxin.vault.SealBroken;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The case file against concurrency, the runtime role and a tampered database.
 */
@HuxinTest
class CaseFileTests {

	private final CaseFiles cases;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	/** A school of this test alone, so that its numbers begin with 1. */
	private final String school = "school-" + UUID.randomUUID();

	private final DataSource superuser;

	@Autowired
	CaseFileTests(CaseFiles cases, JdbcTemplate jdbc, TransactionTemplate transaction, JdbcConnectionDetails connection,
			@Value("${huxin.data-dir}") Path folder) throws IOException {
		this.superuser = superuser(folder, connection.getJdbcUrl());
		this.cases = cases;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Test
	void numbersRunWithoutGapsWhenManyReportAtOnceAndSomeAreRolledBack() throws Exception {
		int threads = 8;
		int each = 6;
		ExecutorService reporters = Executors.newFixedThreadPool(threads);
		List<String> kept = new ArrayList<>();
		try {
			List<Future<List<String>>> running = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				running.add(reporters.submit(() -> {
					List<String> mine = new ArrayList<>();
					for (int j = 0; j < each; j++) {
						boolean fails = j % 3 == 1;
						String number = this.transaction.execute((status) -> {
							CaseRef ref = open();
							this.cases.write(ref, note("一"));
							if (fails) {
								status.setRollbackOnly();
							}
							return ref.number();
						});
						if (!fails) {
							mine.add(number);
						}
					}
					return mine;
				}));
			}
			for (Future<List<String>> reporter : running) {
				kept.addAll(reporter.get());
			}
		}
		finally {
			reporters.shutdownNow();
		}
		List<String> expected = IntStream.rangeClosed(1, threads * 4)
			.mapToObj((n) -> kept.get(0).substring(0, 5) + "%04d".formatted(n))
			.toList();
		assertThat(kept).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(kept.get(0)).matches(CaseRef.NUMBER_PATTERN);
	}

	@Test
	void entriesOfOneCaseAreNumberedWithoutGapsFromManyThreads() throws Exception {
		CaseRef ref = opened();
		ExecutorService writers = Executors.newFixedThreadPool(6);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < 30; i++) {
				boolean fails = i % 5 == 0;
				running.add(writers.submit(() -> this.transaction.executeWithoutResult((status) -> {
					// read before the lock is asked for, as the door does
					this.cases.get(ref);
					this.cases.write(ref, note("一"));
					this.cases.write(ref, note("二"));
					if (fails) {
						status.setRollbackOnly();
					}
				})));
			}
			for (Future<?> writer : running) {
				writer.get();
			}
		}
		finally {
			writers.shutdownNow();
		}
		assertThat(this.cases.entries(ref)).extracting(RecordedEntry::number)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 48).boxed().toList());
	}

	@Test
	void nothingIsWrittenOutsideATransaction() {
		CaseRef ref = opened();
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.cases.write(ref, note("一")));
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> open());
	}

	@Test
	void theDatabaseItselfRefusesToChangeOrRemoveAnEntry() {
		CaseRef ref = opened();
		write(ref, "原来的话");
		// PostgreSQL answers this with a warning, and grants nothing
		this.jdbc.execute("grant update, delete on huxin.case_entry to huxin_app");
		for (String statement : List.of("update huxin.case_entry set author = 'x'",
				"update huxin.case_entry set content = ''::bytea", "delete from huxin.case_entry",
				"truncate huxin.case_entry cascade", "drop table huxin.case_entry",
				"alter table huxin.case_entry disable trigger all", "delete from huxin.case_file",
				"truncate huxin.case_file cascade", "delete from huxin.case_avoidance",
				"update huxin.case_avoidance set person_token = 'x'", "delete from huxin.case_number",
				"set role huxin_owner", "copy huxin.case_entry to '/tmp/stolen'",
				"select pg_read_file('/etc/passwd')")) {
			assertThatExceptionOfType(DataAccessException.class).as(statement)
				.isThrownBy(() -> this.jdbc.execute(statement));
		}
		assertThat(this.cases.entries(ref)).hasSize(1)
			.allSatisfy((entry) -> assertThat(entry.fields()).containsEntry("note", "原来的话"));
	}

	@Test
	void anAmendmentKeepsTheOriginal() {
		CaseRef ref = opened();
		write(ref, "原来的话");
		int amendment = this.transaction
			.execute((status) -> this.cases.amend(ref, 1, "counselor", Map.of("text", "更正：是周二")));
		assertThat(amendment).isEqualTo(2);
		List<RecordedEntry> entries = this.cases.entries(ref);
		assertThat(entries.get(0).fields()).containsEntry("note", "原来的话");
		assertThat(entries.get(1).kind()).isEqualTo(EntryKind.AMENDMENT);
		assertThat(entries.get(1).amends()).contains(1);
		for (int none : List.of(0, -1, 3, Integer.MAX_VALUE)) {
			assertThatExceptionOfType(NoSuchCase.class).isThrownBy(() -> this.transaction
				.execute((status) -> this.cases.amend(ref, none, "counselor", Map.of("text", "x"))));
		}
	}

	@Test
	void everyFlippedBitOfAnEntryIsNoticed() {
		CaseRef source = opened();
		write(source, "她说的话");
		byte[] sealed = sealed(source, 1);
		for (int bit = 0; bit < sealed.length * 8; bit += 7) {
			byte[] flipped = sealed.clone();
			flipped[bit / 8] ^= (byte) (1 << (bit % 8));
			assertThatExceptionOfType(SealBroken.class).as("bit " + bit).isThrownBy(() -> openedAt(source, 1, flipped));
		}
		for (byte[] cut : List.of(new byte[0], new byte[] { 1 }, java.util.Arrays.copyOf(sealed, sealed.length - 1),
				java.util.Arrays.copyOf(sealed, 20))) {
			assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> openedAt(source, 1, cut));
		}
		assertThat(openedAt(source, 1, sealed)).as("the search itself opens what is whole").contains("她说的话");
	}

	@Test
	void anEntryMovedToAnotherPlaceDoesNotOpen() {
		CaseRef one = opened();
		write(one, "第一条");
		write(one, "第二条");
		CaseRef other = opened();
		write(other, "别的个案");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> openedAt(one, 2, sealed(one, 1)));
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> openedAt(one, 1, sealed(other, 1)));
	}

	@Test
	void aCaseWithTheKeyOfAnotherDoesNotOpen() {
		CaseRef one = opened();
		CaseRef other = opened();
		write(one, "第一条");
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("""
					update huxin.case_file set wrapped_key =
						(select wrapped_key from huxin.case_file where school = ? and number = ?)
					where school = ? and number = ?""", other.school(), other.number(), one.school(), one.number());
			assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.cases.entries(one));
			assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.cases.get(one));
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("""
					update huxin.case_file set student =
						(select student from huxin.case_file where school = ? and number = ?)
					where school = ? and number = ?""", other.school(), other.number(), one.school(), one.number());
			assertThatExceptionOfType(SealBroken.class).as("a case of another student")
				.isThrownBy(() -> this.cases.get(one));
			status.setRollbackOnly();
		});
		assertThat(this.cases.entries(one)).hasSize(1);
	}

	@Test
	void whoIsAvoidedStandsNowhereInClear() {
		UUID person = UUID.randomUUID();
		CaseRef ref = this.transaction
			.execute((status) -> this.cases.open(this.school, UUID.randomUUID(), 1, List.of(person)));
		assertThat(this.cases.avoids(ref, person)).isTrue();
		assertThat(this.cases.avoids(ref, UUID.randomUUID())).isFalse();
		assertThat(this.jdbc.queryForList("select person_token from huxin.case_avoidance", String.class))
			.doesNotContain(person.toString())
			.doesNotHaveDuplicates();
	}

	private CaseRef opened() {
		return this.transaction.execute((status) -> open());
	}

	private CaseRef open() {
		return this.cases.open(this.school, UUID.randomUUID(), 1, List.of());
	}

	private void write(CaseRef ref, String text) {
		this.transaction.executeWithoutResult((status) -> this.cases.write(ref, note(text)));
	}

	private static NewEntry note(String text) {
		return new NewEntry(EntryKind.SUBMISSION, "counselor", "note-session", "1", "userTask_noteSession", null,
				Map.of("note", text));
	}

	private byte[] sealed(CaseRef ref, int number) {
		return this.jdbc.queryForObject("""
				select e.content from huxin.case_entry e join huxin.case_file f on f.id = e.case_id
				where f.school = ? and f.number = ? and e.number = ?""", byte[].class, ref.school(), ref.number(),
				number);
	}

	// the runtime role cannot change an entry: this is a thief of the whole server
	private String openedAt(CaseRef ref, int number, byte[] content) {
		byte[] original = sealed(ref, number);
		tamper(ref, number, content);
		try {
			return this.cases.entries(ref).get(number - 1).fields().toString();
		}
		finally {
			tamper(ref, number, original);
		}
	}

	private void tamper(CaseRef ref, int number, byte[] content) {
		new JdbcTemplate(this.superuser).update("""
				update huxin.case_entry set content = ? where number = ?
				and case_id = (select id from huxin.case_file where school = ? and number = ?)""", content, number,
				ref.school(), ref.number());
	}

	private static DataSource superuser(Path folder, String url) throws IOException {
		Properties secrets = new Properties();
		try (Reader reader = Files.newBufferedReader(folder.resolve("postgres.secrets"))) {
			secrets.load(reader);
		}
		return new SingleConnectionDataSource(url, "postgres", secrets.getProperty("superuser"), true);
	}

}
