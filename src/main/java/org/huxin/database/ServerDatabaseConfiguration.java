package org.huxin.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * A server that {@code SPRING_DATASOURCE_URL} names. The product runs as
 * {@code SPRING_DATASOURCE_USERNAME}, which must not be a superuser; tables are made by
 * {@code SPRING_FLYWAY_USER}, their owner.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ServerNamed.class)
class ServerDatabaseConfiguration {

	private static final Logger log = LoggerFactory.getLogger(ServerDatabaseConfiguration.class);

	@Bean
	FlywayMigrationStrategy migrationAfterTheRoleIsChecked(DataSource dataSource,
			@Value("${spring.flyway.user:}") String owner) {
		return (flyway) -> {
			requireOrdinaryRole(dataSource);
			if (owner.isBlank()) {
				log.warn("No SPRING_FLYWAY_USER: the product runs as the owner of its tables and could change them");
			}
			flyway.migrate();
		};
	}

	private static void requireOrdinaryRole(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet role = statement.executeQuery(
						"select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
			if (role.next() && role.getBoolean(2)) {
				throw DatabaseUnavailable.tooPowerful(role.getString(1));
			}
		}
		catch (SQLException ex) {
			throw DatabaseUnavailable.unreachable(ex);
		}
	}

}
