package org.huxin.database;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The default: a PostgreSQL under {@code huxin.data-dir}, unless a data source URL names
 * a server.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ServerNamed.Not.class)
class EmbeddedDatabaseConfiguration {

	@Bean
	EmbeddedDatabase embeddedDatabase(@Value("${huxin.data-dir}") Path folder) {
		return EmbeddedDatabase.in(folder);
	}

	@Bean
	JdbcConnectionDetails runtimeConnection(EmbeddedDatabase database) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return EmbeddedDatabase.RUNTIME;
			}

			@Override
			public String getPassword() {
				return database.secrets().runtime();
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}

		};
	}

	@Bean
	FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
		return new FlywayConnectionDetails() {

			@Override
			public String getUsername() {
				return EmbeddedDatabase.OWNER;
			}

			@Override
			public String getPassword() {
				return database.secrets().owner();
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}

		};
	}

}
