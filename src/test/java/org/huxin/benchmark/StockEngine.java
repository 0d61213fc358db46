package org.huxin.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An engine as Camunda ships it, without any of our seams, with our models and forms
 * deployed unchanged, in a schema of its own on the product's PostgreSQL.
 */
record StockEngine(ProcessEngine engine, Replay replay, Meter meter, Bystander bystander) {

	static HikariDataSource source(FlywayConnectionDetails owner, String schema, int size) {
		HikariDataSource source = new HikariDataSource();
		source.setJdbcUrl(owner.getJdbcUrl() + "?currentSchema=" + schema + "&reWriteBatchedInserts=true");
		source.setUsername(owner.getUsername());
		source.setPassword(owner.getPassword());
		source.setMaximumPoolSize(size);
		return source;
	}

	static StockEngine in(FlywayConnectionDetails owner, JdbcTemplate bystander, String schema) throws IOException {
		bystander.execute("create schema " + schema);
		Meter meter = new Meter();
		Replay replay = new Replay(beans());
		StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
		configuration.setProcessEngineName(schema);
		configuration.setDataSource(meter.count(source(owner, schema, 20)));
		configuration.setDatabaseSchema(schema);
		configuration.setDatabaseTablePrefix(schema + ".");
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
		configuration.setHistoryTimeToLive("P3650D");
		// as the product has it
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setBeans(replay);
		configuration.setJobExecutorActivate(false);
		configuration.setJobExecutor(tuned());
		ProcessEngine engine = configuration.buildProcessEngine();
		DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
		for (String folder : new String[] { "processes", "forms" }) {
			for (File file : java.util.Objects.requireNonNull(new File(folder).listFiles())) {
				deployment.addString(folder + "/" + file.getName(), Files.readString(file.toPath()));
			}
		}
		deployment.deploy();
		return new StockEngine(engine, replay, meter, new Bystander(bystander, schema));
	}

	/** More threads and larger portions than the engine's own settings. */
	private static DefaultJobExecutor tuned() {
		DefaultJobExecutor executor = new DefaultJobExecutor();
		executor.setCorePoolSize(4);
		executor.setMaxPoolSize(8);
		executor.setQueueSize(100);
		executor.setMaxJobsPerAcquisition(50);
		executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
		return executor;
	}

	/** The beans that our models name. */
	private static Set<String> beans() throws IOException {
		Set<String> names = new TreeSet<>(Set.of("deadlines"));
		Pattern named = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
		for (File file : java.util.Objects.requireNonNull(new File("processes").listFiles())) {
			Matcher matcher = named.matcher(Files.readString(Path.of(file.getPath())));
			while (matcher.find()) {
				names.add(matcher.group(1));
			}
		}
		return names;
	}

	void close() {
		this.engine.close();
	}

}
