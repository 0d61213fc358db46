package org.huxin.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
 * {@code -Dbenchmark.scale=0.1} makes it small.
 */
@BenchmarkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HuxinBenchmark {

	private static final double SCALE = Double.parseDouble(System.getProperty("benchmark.scale", "1"));

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
		this.students = new MoreStudents(this.context).enrol(classmate, 160, LocalDate.now(ZONE).getYear() - 13);
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
		Script mild = recorded("mild", People.Story.MILD_WITH_SESSIONS, begin);
		Script severe = recorded("severe", People.Story.SEVERE, begin);
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
