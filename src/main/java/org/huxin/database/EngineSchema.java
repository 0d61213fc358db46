package org.huxin.database;

import java.sql.Connection;
import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the scripts that the engine ships, as the owner role:
 * the running engine never changes its schema, in any mode. A new engine version adds a
 * migration that runs its upgrade script.
 */
@Component
class EngineSchema implements JavaMigration {

	private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("2");
	}

	@Override
	public String getDescription() {
		return "engine 7.24";
	}

	@Override
	public @Nullable Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		Connection connection = context.getConnection();
		for (String part : List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine",
				"decision.history")) {
			ScriptUtils.executeSqlScript(connection,
					new EncodedResource(new ClassPathResource(SCRIPTS + part + ".sql")));
		}
	}

}
