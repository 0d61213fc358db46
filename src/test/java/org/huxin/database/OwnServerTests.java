package org.huxin.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.huxin.FreshDataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product on a PostgreSQL server that the school runs itself, outside the demo, as
 * {@code docs/how-to/run-in-production.md} sets it up.
 */
class OwnServerTests {

	private static final String MASTER_KEY = "aHV4aW4gdGVzdHMgbWFzdGVyIGtleSAwMTIzNDU2Nzg=";

	private final Path folder = FreshDataFolder.create().toAbsolutePath();

	private EmbeddedPostgres server;

	@BeforeEach
	void startTheServer() throws IOException, SQLException {
		this.server = EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("server"))
			.setOverrideWorkingDirectory(this.folder.resolve("server-binaries").toFile())
			.setPGStartupWait(Duration.ofSeconds(120))
			.start();
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create role school_owner login password 'owner-secret'");
			statement.execute("create role school_app login password 'app-secret'");
			statement.execute("create database huxin owner school_owner");
			statement.execute("create database alone owner school_app");
		}
	}

	@AfterEach
	void stopTheServer() throws IOException {
		this.server.close();
	}

	@Test
	void aServerIsUsedWithAnOwnerAndAnOrdinaryRole() throws SQLException {
		try (ChildProduct product = outsideTheDemo("huxin", "school_app").with("SPRING_FLYWAY_USER", "school_owner")
			.with("SPRING_FLYWAY_PASSWORD", "owner-secret")
			.start()) {
			assertThat(product.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(this.folder.resolve("postgres")).doesNotExist();
			assertThat(answer("huxin", "select count(*) from huxin.account")).isEqualTo("1");
			assertThat(answer("huxin", "select count(distinct tableowner) || min(tableowner) from pg_tables"
					+ " where schemaname in ('huxin', 'public')"))
				.isEqualTo("1school_owner");
			assertThat(answer("huxin", "select has_schema_privilege('huxin', 'create')")).isEqualTo("f");
			assertThat(answer("huxin", "select has_schema_privilege('public', 'create')")).isEqualTo("f");
			assertThat(answer("huxin", "select has_table_privilege('huxin.case_entry', 'update, delete')"))
				.isEqualTo("f");
		}
		superuserIsRefused();
	}

	@Test
	void oneRoleForEverythingWorksWithAWarning() throws SQLException {
		try (ChildProduct product = outsideTheDemo("alone", "school_app").start()) {
			assertThat(product.said()).contains("No SPRING_FLYWAY_USER");
			assertThat(answer("alone", "select count(*) from huxin.account")).isEqualTo("1");
		}
	}

	private void superuserIsRefused() {
		ChildProduct product = outsideTheDemo("huxin", "postgres").refused();
		assertThat(product.said()).contains("数据库账号 postgres 是超级用户");
	}

	private ChildProduct.Start outsideTheDemo(String database, String role) {
		return ChildProduct.in(this.folder)
			.with("HUXIN_MASTER_KEY", MASTER_KEY)
			.with("HUXIN_ADMIN_PASSWORD", "correct horse battery")
			.with("SPRING_DATASOURCE_URL", url(database))
			.with("SPRING_DATASOURCE_USERNAME", role)
			.with("SPRING_DATASOURCE_PASSWORD", "app-secret");
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + database;
	}

	private String answer(String database, String query) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(database), "school_app", "app-secret");
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			result.next();
			return result.getString(1);
		}
	}

}
