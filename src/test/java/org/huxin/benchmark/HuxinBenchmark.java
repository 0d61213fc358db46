package org.huxin.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.huxin.CaseSteps;
import org.huxin.school.GuardianEntry;
import org.huxin.school.MoreStudents;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the product costs: whole cases through the door against engines without it, 20,000
 * follow-ups due at the same moment, and the work that a term makes for the people of a
 * school. Nothing here fails because something is slow; the tables say it.
 * {@code -Dbenchmark.scale=0.1} makes it small, {@code -Dbenchmark.term=1} leaves the
 * term whole.
 */
@BenchmarkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HuxinBenchmark {

	private static final double SCALE = Double.parseDouble(System.getProperty("benchmark.scale", "1"));

	private static final double TERM = Double.parseDouble(System.getProperty("benchmark.term", String.valueOf(SCALE)));

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final ApplicationContext context;

	private final ProcessEngine engine;

	private final SchoolDirectory directory;

	private final FlywayConnectionDetails owner;

	private HikariDataSource outside;

	private Bystander bystander;

	private List<UUID> students;

	@Autowired
	HuxinBenchmark(ApplicationContext context, ProcessEngine engine, SchoolDirectory directory,
			FlywayConnectionDetails owner) {
		this.context = context;
		this.engine = engine;
		this.directory = directory;
		this.owner = owner;
	}

	@BeforeAll
	void standStill() {
		((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor().shutdown();
		BusinessTime.install();
		this.outside = StockEngine.source(this.owner, "public", 12);
		this.bystander = new Bystander(new JdbcTemplate(this.outside), "public");
		UUID classmate = this.directory.students(CaseSteps.SCHOOL)
			.stream()
			.filter((student) -> this.directory.responsibleFor(student.id(), org.huxin.school.Role.HEAD_TEACHER)
				.stream()
				.anyMatch((teacher) -> teacher.account().equals("teacher")))
			.findFirst()
			.orElseThrow()
			.id();
		MoreStudents school = new MoreStudents(this.context);
		school.qualify("counselor", LocalDate.now(ZONE).plusYears(20));
		this.students = school.enrol(classmate, 160, LocalDate.now(ZONE).getYear() - 13);
	}

	@AfterAll
	void comeBack() {
		BusinessTime.remove();
		this.outside.close();
	}

	@Test
	@Order(1)
	void wholeCases() throws Exception {
		Instant begin = LocalDate.now(ZONE).atTime(9, 0).atZone(ZONE).toInstant();
		Script severe = recorded("severe", People.Story.SEVERE, begin);
		Script mild = recorded("mild", People.Story.MILD_WITH_SESSIONS, begin);
		List<Script> scripts = List.of(mild, severe);
		StockEngine full = StockEngine.in(this.owner, this.bystander.jdbc(), "stock");
		StockEngine bare = StockEngine.in(this.owner, this.bystander.jdbc(), "bare");
		Side huxin = new Side.Huxin(this.context, this.bystander, this.students.subList(2, 100));
		List<Side> sides = List.of(huxin, new Side.Stock("stock engine with the content", full, true, scripts),
				new Side.Stock("bare engine, facts alone", bare, false, scripts));
		Report report = new Report("cases");
		report.line("# Whole cases");
		report.line("");
		report.line(Report.machine() + "; embedded PostgreSQL 17, fsync on, the same server and pool size for all; "
				+ "stock engines: history FULL, authorization off, reWriteBatchedInserts on.");
		for (Side side : sides) {
			for (Script script : scripts) {
				Lives.slice(side, script, 4, Math.max(1, (int) (12 * SCALE)));
			}
		}
		Lives lives = new Lives(sides, Math.max(3, (int) (5 * SCALE)), report);
		for (int threads : new int[] { 1, 4 }) {
			lives.compare(mild, threads, Math.max(1, (int) (8 * threads * SCALE)));
			lives.compare(severe, threads, Math.max(1, (int) (3 * threads * SCALE)));
		}
		for (Side side : sides.subList(0, 2)) {
			side.meter().byKind(true);
			side.live(severe);
			side.meter().byKind(false);
			report.line("");
			report.line("### Statements of one severe life, " + side.name());
			report.line("");
			side.meter().kinds().stream().limit(45).forEach((kind) -> report.line("    " + kind));
		}
		report.publish();
		full.close();
		bare.close();
		assertThat(mild.tasks()).isPositive();
	}

	@Test
	@Order(2)
	void followUpsDueAtTheSameMoment() throws Exception {
		int jobs = Math.max(100, (int) (20_000 * SCALE));
		StockEngine bare = StockEngine.in(this.owner, this.bystander.jdbc(), "timers");
		Report report = new Report("timers");
		report.line("# Follow-ups due at the same moment");
		report.line("");
		report.line(Report.machine());
		report.head("", "jobs", "jobs/s Huxin", "jobs/s bare, tuned", "ratio", "emergency waited s", "failed");
		int rounds = 3;
		double[] ratios = new double[rounds];
		for (int round = 0; round < rounds; round++) {
			// warm-up, then the figure, then once more
			int size = (round == 1) ? jobs : Math.max(100, jobs / 10);
			Timers timers = new Timers(this.context, this.bystander, this.students.subList(100, 150));
			BusinessTime.set(Instant.now());
			timers.prepare(bare, size);
			BusinessTime.release();
			double[] waited = { Double.NaN };
			Timers.Run ours = timers.run(this.engine, this.bystander, size, () -> waited[0] = emergency(timers));
			Timers.Run theirs = timers.run(bare.engine(), bare.bystander(), size, null);
			ratios[round] = ours.perSecond() / theirs.perSecond();
			report.row("round " + (round + 1), size, Figures.number(ours.perSecond()),
					Figures.number(theirs.perSecond()), Figures.number(ratios[round]), Figures.number(waited[0]),
					ours.failed() + " / " + theirs.failed());
		}
		report.line("");
		report.line("Ratios: " + Figures.spread(ratios));
		report.publish();
		bare.close();
	}

	// somebody reports danger while everything is due
	private double emergency(Timers timers) {
		BenchmarkWalk walk = BenchmarkWalk.of(this.context, this.bystander, CaseSteps.SCHOOL, this.students.get(151));
		CaseSteps steps = new CaseSteps(walk, this.directory, 0);
		long begin = System.nanoTime();
		String number = walk.startOnly(steps);
		while (!timers.isCommandAsked(number) && System.nanoTime() - begin < 60_000_000_000L) {
			try {
				Thread.sleep(10);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		return (System.nanoTime() - begin) / 1e9;
	}

	@Test
	@Order(3)
	void termOfASchool() throws Exception {
		LocalDate today = LocalDate.now(ZONE);
		LocalDate spring = LocalDate.of(today.getYear() + ((today.getMonthValue() >= 8) ? 1 : 0), 2, 20)
			.with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.MONDAY));
		Instant begin = spring.atTime(8, 30).atZone(ZONE).toInstant();
		Workload workload = new Workload(begin);
		int next = 0;
		for (int i = 0; i < parts(40); i++) {
			live(workload, next++, (i % 3 == 0) ? People.Story.MILD_WITH_SESSIONS : People.Story.MILD, begin,
					Duration.ofHours(16L * 7 * 24 * i / 40));
		}
		for (int i = 0; i < parts(15); i++) {
			live(workload, next++, People.Story.MODERATE, begin, Duration.ofHours(15L * 7 * 24 * i / 15 + 48));
		}
		for (int i = 0; i < parts(4); i++) {
			live(workload, next++, People.Story.SEVERE, begin, Duration.ofDays(8 + 28L * i));
		}
		for (int i = 0; i < parts(5); i++) {
			live(workload, next++, People.Story.SEVERE, begin, Duration.ofDays(-63 + 7L * i));
		}
		Map<String, String> roles = new LinkedHashMap<>();
		roles.put("counselor", "counsellor");
		roles.put("teacher", "head teachers, all together");
		roles.put("leader", "leader");
		roles.put("affairs", "student affairs");
		roles.put("registry", "registry");
		roles.put("doctor", "school doctor");
		roles.put("security", "security");
		Report report = new Report("workload");
		workload.print(report, roles, parts(40) + " mild, " + parts(15) + " moderate, " + parts(4) + " severe cases, "
				+ parts(5) + " who come back from a suspension");
		report.publish();
		if (TERM >= 1) {
			Files.writeString(Path.of("docs", "workload.md"), report.text());
		}
	}

	private static int parts(int all) {
		return Math.max(1, (int) Math.ceil(all * Math.min(1, TERM)));
	}

	private void live(Workload workload, int student, People.Story story, Instant begin, Duration after) {
		BenchmarkWalk walk = BenchmarkWalk.of(this.context, this.bystander, CaseSteps.SCHOOL,
				this.students.get(student + 2));
		BusinessTime.set(begin.plus(after));
		try {
			new People(this.context, this.bystander, walk, story)
				.live(begin.plus(Duration.ofDays(7L * Workload.WEEKS)));
			workload.add(walk.ref().number(), walk.work());
		}
		finally {
			BusinessTime.release();
		}
	}

	private Script recorded(String name, People.Story story, Instant begin) {
		UUID student = this.students.get(story.ordinal() % 2);
		Script script = new Script(name, begin, student,
				this.directory.guardians(student).stream().map(GuardianEntry::id).map(UUID::toString).toList());
		BenchmarkWalk walk = BenchmarkWalk.of(this.context, this.bystander, CaseSteps.SCHOOL, student);
		BusinessTime.set(begin);
		try {
			walk.record(script);
			new People(this.context, this.bystander, walk, story).live(begin.plus(Duration.ofDays(1500)));
		}
		finally {
			Recorder.into(null);
			BusinessTime.release();
		}
		assertThat(this.bystander.isRunning(script.caseNumber())).as("the recorded life is closed").isFalse();
		return script;
	}

}
